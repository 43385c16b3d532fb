package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a build context is not sent to the build: {@code ignorefile.ReadAll} and {@code MatchesOrParentMatches} of
 * moby/patternmatcher. A pattern that Go cannot read fails the build; here it matches nothing.
 */
final class Dockerignore {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<Rule> rules;

    private Dockerignore(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * A line of the file.
     *
     * @param exception whether it begins with an exclamation mark
     */
    private record Rule(boolean exception, PathPattern pattern) {}

    /** Nothing is ignored. */
    static Dockerignore none() {
        return new Dockerignore(List.of());
    }

    static Dockerignore of(String text) {
        List<Rule> rules = new ArrayList<>();
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        for (String line : plain.split("\n")) {
            String pattern = line.strip();
            boolean exception = pattern.startsWith("!");
            String path = exception ? pattern.substring(1).strip() : pattern;
            if (!line.startsWith("#") && !path.isEmpty()) {
                String clean = Paths.clean(path);
                PathPattern.of(clean.length() > 1 && clean.startsWith("/") ? clean.substring(1) : clean)
                        .ifPresent(compiled -> rules.add(new Rule(exception, compiled)));
            }
        }
        return new Dockerignore(rules);
    }

    /** Whether a file is not there for the build; the last line that matches it or a directory above it decides. */
    boolean ignores(String path) {
        boolean ignored = false;
        for (Rule rule : rules) {
            if (rule.exception() == ignored && matches(rule.pattern(), path)) {
                ignored = !rule.exception();
            }
        }
        return ignored;
    }

    private static boolean matches(PathPattern pattern, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (pattern.matches(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
