package io.github.rootfsmaven.report;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the values of {@code ENV}, {@code ARG} and {@code LABEL}, in a Dockerfile or inlined in a Compose file. */
final class DockerfileSecrets {
    private static final Pattern INSTRUCTION =
            Pattern.compile("\\s*(?:ONBUILD\\s+)?(?:ENV|ARG|LABEL)\\s+(?<rest>.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTINUED = Pattern.compile(".*[\\\\`]\\s*");
    private static final Pattern IN_BETWEEN = Pattern.compile("\\s*(#.*)?");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*[\\w.\"'-]+=");

    private DockerfileSecrets() {}

    /** Sets a bit for every character (in UTF-16 units) of a line that must not be shown. */
    static void mark(List<String> lines, List<BitSet> hidden) {
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (inside && IN_BETWEEN.matcher(line).matches()) {
                continue;
            }
            Matcher instruction = INSTRUCTION.matcher(line);
            if (inside) {
                hideRest(line, hidden.get(i));
            } else if (instruction.matches()) {
                hideFirst(line, instruction.start("rest"), hidden.get(i));
            }
            inside =
                    (inside || instruction.matches()) && CONTINUED.matcher(line).matches();
        }
    }

    /** In {@code ENV NAME=value} and in {@code ENV NAME value} the first name stays. */
    private static void hideFirst(String line, int from, BitSet hidden) {
        int at = from;
        while (at < line.length() && line.charAt(at) != '=' && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        hide(line, at + 1, hidden);
    }

    private static void hideRest(String line, BitSet hidden) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        hide(
                line,
                assignment.lookingAt()
                        ? assignment.end()
                        : line.length() - line.stripLeading().length(),
                hidden);
    }

    /** Hides up to the end, but not the escape that continues the line. */
    static void hide(String line, int from, BitSet hidden) {
        String text = line.stripTrailing();
        int end = CONTINUED.matcher(line).matches() ? text.length() - 1 : text.length();
        while (end > from && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        if (from < end) {
            hidden.set(from, end);
        }
    }
}
