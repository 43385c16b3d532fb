package io.github.rootfsmaven.project;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of paths as the lines of a {@code .dockerignore} and the sources of {@code COPY} have it. Where stars make
 * trying all ways take longer than anybody waits, it matches nothing.
 */
record PathPattern(Pattern regex) {
    private static final String SPECIAL = "*?[]\\";

    /** Longer than the longest path that is looked for. */
    private static final int LONGEST = 1_000;

    /** Looks at a character; patterns of real projects take a few hundred. */
    private static final int MOST_LOOKS = 1_000_000;

    PathPattern {
        Objects.requireNonNull(regex);
    }

    /** Empty if it cannot be read. */
    static Optional<PathPattern> of(String path) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        String rest = path.startsWith("**") ? path.substring(2) : "";
        if (!rest.isEmpty() && rest.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)) {
            // Go looks only whether the path ends like that.
            String name =
                    rest.startsWith("/") ? "(.*/)?" + Pattern.quote(rest.substring(1)) : ".*" + Pattern.quote(rest);
            return Optional.of(new PathPattern(Pattern.compile(name)));
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
        try {
            return Optional.of(new PathPattern(Pattern.compile(regex.toString(), Pattern.DOTALL)));
        } catch (PatternSyntaxException backwards) {
            return Optional.empty(); // [z-a]
        }
    }

    /** Characters between brackets; Java knows more that has a meaning there than Go. */
    private static String range(String inside) {
        boolean not = inside.startsWith("^");
        String characters = not ? inside.substring(1) : inside;
        return (not ? "[^" : "[") + characters.replaceAll("[\\[&~^\\\\]", "\\\\$0") + "]";
    }

    /** Whether a path with forward slashes matches as a whole. */
    boolean matches(String path) {
        try {
            return regex.matcher(new Watched(path)).matches();
        } catch (TooManyLooks endless) {
            return false;
        }
    }

    /** Characters that can be looked at only so often. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
