package io.github.rootfsmaven.resources;

import java.util.Arrays;
import java.util.List;

/**
 * The profiles that are on, the last wins. An expression has names, {@code !}, {@code &}, {@code |} and parentheses, and a
 * list is true if one of it is (Spring: {@code Profiles.of}).
 */
record Profiles(List<String> active) {
    Profiles {
        active = List.copyOf(active);
    }

    /** Whether a list of expressions holds; one that cannot be read does not. */
    boolean accept(String expressions) {
        return Arrays.stream(expressions.split(","))
                .map(String::strip)
                .filter(expression -> !expression.isEmpty())
                .anyMatch(expression -> new Expression(expression).holds());
    }

    private final class Expression {
        /** Deeper than anybody nests. */
        private static final int DEEPEST = 50;

        private final String text;
        private int at;
        private int depth;
        private boolean broken;

        private Expression(String text) {
            this.text = text;
        }

        private boolean holds() {
            boolean holds = either();
            return holds && !broken && at == text.length();
        }

        private boolean either() {
            boolean holds = both();
            while (takes('|')) {
                holds |= both();
            }
            return holds;
        }

        private boolean both() {
            boolean holds = one();
            while (takes('&')) {
                holds &= one();
            }
            return holds;
        }

        private boolean one() {
            if (++depth > DEEPEST) {
                broken = true;
                return false;
            }
            boolean holds;
            if (takes('!')) {
                holds = !one();
            } else if (takes('(')) {
                holds = either();
                if (!takes(')')) {
                    broken = true;
                }
            } else {
                int start = at;
                while (at < text.length() && "!&|()".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                holds = active.contains(text.substring(start, at).strip());
            }
            depth--;
            return holds;
        }

        private boolean takes(char operator) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            boolean there = at < text.length() && text.charAt(at) == operator;
            at += there ? 1 : 0;
            return there;
        }
    }
}
