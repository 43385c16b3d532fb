package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of a build context is not sent to the build: {@code ignorefile.ReadAll} and {@code MatchesOrParentMatches} of
 * moby/patternmatcher. A pattern that Go cannot read fails the build; here it matches nothing.
 */
final class Dockerignore {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SPECIAL = "*?[]\\";

    private final List<Rule> rules;

    private Dockerignore(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * A line of the file.
     *
     * @param exception whether it begins with an exclamation mark
     */
    private record Rule(boolean exception, Pattern pattern) {}

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
                pattern(clean.length() > 1 && clean.startsWith("/") ? clean.substring(1) : clean)
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

    private static boolean matches(Pattern pattern, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (pattern.matcher(path.substring(0, end)).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Pattern> pattern(String path) {
        String rest = path.startsWith("**") ? path.substring(2) : "";
        if (!rest.isEmpty() && rest.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)) {
            // Go looks only whether the path ends like that.
            String name =
                    rest.startsWith("/") ? "(.*/)?" + Pattern.quote(rest.substring(1)) : ".*" + Pattern.quote(rest);
            return Optional.of(Pattern.compile(name));
        }
        StringBuilder regex = new StringBuilder();
        int pos = 0;
        while (pos < path.length()) {
            char c = path.charAt(pos++);
            if (c == '*' && path.startsWith("*", pos)) {
                pos += path.startsWith("*/", pos) ? 2 : 1;
                regex.append(pos < path.length() ? "(.*/)?" : ".*");
            } else if (c == '[') {
                int close = path.indexOf(']', pos + 1);
                if (close < 0) {
                    return Optional.empty();
                }
                regex.append(range(path.substring(pos, close)));
                pos = close + 1;
            } else if (c == '\\' && pos == path.length()) {
                return Optional.empty();
            } else if (c == '*' || c == '?') {
                regex.append(c == '*' ? "[^/]*" : "[^/]");
            } else {
                regex.append(Pattern.quote(c == '\\' ? path.substring(pos, ++pos) : String.valueOf(c)));
            }
        }
        return Optional.of(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** Characters between brackets; Java knows more that has a meaning there than Go. */
    private static String range(String inside) {
        boolean not = inside.startsWith("^");
        String characters = not ? inside.substring(1) : inside;
        return (not ? "[^" : "[") + characters.replaceAll("[\\[&~^\\\\]", "\\\\$0") + "]";
    }
}
