package io.github.rootfsmaven.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes instructions down as BuildKit's {@code Node.Dump} does: flags and words in quotes, one instruction a line. */
final class Dump {
    private static final Map<Character, String> ESCAPES = Map.of(
            '"', "\\\"", '\\', "\\\\", '\b', "\\b", '\f', "\\f", '\n', "\\n", '\r', "\\r", '\t', "\\t", '\u0007', "\\a",
            '\u000B', "\\v");

    private Dump() {}

    static String of(List<Node> nodes) {
        return nodes.stream().map(node -> "(" + dump(node) + ")").collect(Collectors.joining("\n"));
    }

    private static String dump(Node node) {
        StringBuilder dump = new StringBuilder(node.keyword().text().toLowerCase(Locale.ROOT));
        if (!node.flags().isEmpty()) {
            dump.append(node.flags().stream().map(Dump::quoted).collect(Collectors.joining(" ", " [", "]")));
        }
        if (node.name().equals("ONBUILD")) {
            node.trigger()
                    .ifPresent(
                            trigger -> dump.append(" (").append(dump(trigger)).append(')'));
            return dump.toString();
        }
        boolean pairs = node.name().equals("ENV") || node.name().equals("LABEL");
        for (int i = 0; i < node.arguments().size(); i++) {
            dump.append(' ').append(quoted(node.arguments().get(i)));
            if (pairs && i % 2 == 1) {
                dump.append(
                        isWithEquals(
                                        node.arguments().get(i - 1),
                                        node.arguments().get(i))
                                ? " \"=\""
                                : " \"\"");
            }
        }
        return dump.toString();
    }

    /** Whether an equals sign stands behind a name, and not a blank as in the old form. */
    private static boolean isWithEquals(Word name, Word value) {
        String both = name.span().to(value.span()).text();
        return both.startsWith("=", name.span().text().length());
    }

    /** As Go's {@code strconv.Quote}. */
    private static String quoted(Word word) {
        StringBuilder quoted = new StringBuilder("\"");
        word.text().chars().forEach(c -> {
            String escape = ESCAPES.get((char) c);
            quoted.append(escape != null ? escape : c < ' ' ? "\\x%02x".formatted(c) : String.valueOf((char) c));
        });
        return quoted.append('"').toString();
    }
}
