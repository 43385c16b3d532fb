package io.github.rootfsmaven.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shell pattern with {@code *} and {@code ?} but without brackets, as BuildKit's {@code frontend/dockerfile/shell}
 * knows them. It matches by walking, not by {@link java.util.regex}, so that no pattern takes forever.
 */
final class ShellPattern {
    /** The work grows with the square of the text and with the pattern; what is longer is left unresolved. */
    private static final int LONGEST_TEXT = 256;

    private static final int MOST_WORK = 16_384;

    private static final int ANY_STRING = -1;
    private static final int ANY_CHARACTER = -2;

    private final List<Integer> tokens;

    private ShellPattern(List<Integer> tokens) {
        this.tokens = tokens;
    }

    /** Empty if a backslash stands before something that cannot be escaped. */
    static Optional<ShellPattern> of(String pattern) {
        List<Integer> tokens = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                char escaped = i + 1 < pattern.length() ? pattern.charAt(++i) : 0;
                if ("*?\\}/".indexOf(escaped) < 0) {
                    return Optional.empty();
                }
                tokens.add((int) escaped);
            } else {
                tokens.add(c == '*' ? ANY_STRING : c == '?' ? ANY_CHARACTER : c);
            }
        }
        return Optional.of(new ShellPattern(tokens));
    }

    /** The text without the shortest, or longest, beginning that matches. */
    Optional<String> withoutPrefix(String text, boolean longest) {
        return possible(text).map(possible -> {
            List<Integer> ends = ends(text, 0);
            return ends.isEmpty() ? text : text.substring(ends.get(longest ? ends.size() - 1 : 0));
        });
    }

    /** The text without the shortest, or longest, ending that matches. */
    Optional<String> withoutSuffix(String text, boolean longest) {
        return possible(text).map(possible -> {
            for (int i = 0; i <= text.length(); i++) {
                int from = longest ? i : text.length() - i;
                if (ends(text, from).contains(text.length())) {
                    return text.substring(0, from);
                }
            }
            return text;
        });
    }

    /**
     * The text with the first, or every, longest match replaced. An empty match counts, too, unless it follows another
     * at once: Go's {@code regexp.ReplaceAllString}.
     */
    Optional<String> replaced(String text, String replacement, boolean every) {
        // The replacement of every match is a template in Go, where $1 means something.
        if (every && replacement.indexOf('$') >= 0) {
            return Optional.empty();
        }
        return possible(text).map(possible -> {
            StringBuilder result = new StringBuilder();
            int copied = 0;
            int from = 0;
            while (from <= text.length()) {
                List<Integer> ends = ends(text, from);
                if (ends.isEmpty()) {
                    from++;
                    continue;
                }
                int end = ends.get(ends.size() - 1);
                result.append(text, copied, from);
                if (end > copied || from == 0) {
                    result.append(replacement);
                }
                copied = end;
                from = Math.max(end, from + 1);
                if (!every) {
                    break;
                }
            }
            return result.append(text.substring(copied)).toString();
        });
    }

    private Optional<Integer> possible(String text) {
        int work = text.length() * Math.max(1, tokens.size());
        return text.length() > LONGEST_TEXT || work > MOST_WORK ? Optional.empty() : Optional.of(work);
    }

    /** All indices at which a match that begins at {@code from} may end, ascending. */
    private List<Integer> ends(String text, int from) {
        boolean[] reached = new boolean[text.length() + 1];
        reached[from] = true;
        for (int token : tokens) {
            boolean[] then = new boolean[text.length() + 1];
            for (int i = from; i <= text.length(); i++) {
                if (token == ANY_STRING) {
                    then[i] = reached[i] || (i > from && then[i - 1]);
                } else if (reached[i] && i < text.length()) {
                    then[i + 1] = token == ANY_CHARACTER || token == text.charAt(i);
                }
            }
            reached = then;
        }
        List<Integer> ends = new ArrayList<>();
        for (int i = from; i <= text.length(); i++) {
            if (reached[i]) {
                ends.add(i);
            }
        }
        return ends;
    }
}
