package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a command that is written as one string into words, as the reference does with {@code mattn/go-shellwords}. It is
 * no shell: at an operator such as {@code &&} the command simply ends.
 */
final class CommandLine {
    private static final String OPERATORS = ";&|<>";

    private final Text text;
    private final String line;
    private final List<Text> words = new ArrayList<>();
    private final List<Text> word = new ArrayList<>();
    private boolean begun;
    private boolean escaped;
    private boolean single;
    private boolean twice;
    private boolean back;
    private boolean dollar;
    private boolean broken;
    private int from;

    private CommandLine(Text text) {
        this.text = text;
        this.line = text.value();
        int end = 0;
        while (end < line.length() && !broken && take(end)) {
            end++;
        }
        cut(end);
    }

    static List<String> words(String line) {
        return words(Text.literal(line)).stream().map(Text::value).toList();
    }

    static List<Text> words(Text text) {
        return List.copyOf(new CommandLine(text).words);
    }

    /** Whether every quote and bracket of the command is closed. */
    static boolean isWhole(String line) {
        CommandLine command = new CommandLine(Text.literal(line));
        return !command.broken
                && !command.escaped
                && !command.single
                && !command.twice
                && !command.back
                && !command.dollar;
    }

    /** Reads a character; false where the command ends. */
    private boolean take(int i) {
        char c = line.charAt(i);
        if (escaped) {
            escaped = false;
            begun = true;
        } else if (c == '\\') {
            escaped = !single;
            begun = true;
            if (escaped) {
                drop(i);
            }
        } else if (isSpace(c)) {
            if (!quoted()) {
                cut(i);
                from = i + 1;
            }
        } else if (OPERATORS.indexOf(c) >= 0 && !quoted()) {
            // The number before a redirection is no word of its own.
            boolean descriptor = c == '>' && begun && Character.isDigit(line.charAt(wordStart(i)));
            begun = begun && !descriptor;
            return false;
        } else {
            takeQuote(c, i);
        }
        return true;
    }

    private void takeQuote(char c, int i) {
        begun = true;
        if (c == '"' && !single && !dollar) {
            twice = !twice;
            drop(i);
        } else if (c == '\'' && !twice && !dollar) {
            single = !single;
            drop(i);
        } else if (c == '`' && !single && !twice && !dollar) {
            back = !back;
        } else if (c == ')' && !single && !twice && !back) {
            dollar = !dollar;
        } else if (c == '(' && !single && !twice && !back) {
            broken = dollar || i == from || line.charAt(i - 1) != '$';
            dollar = true;
        }
    }

    private int wordStart(int end) {
        int start = end;
        while (start > 0 && !isSpace(line.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private boolean quoted() {
        return single || twice || back || dollar;
    }

    /** Leaves a character out. */
    private void drop(int i) {
        word.add(text.substring(from, i));
        from = i + 1;
    }

    private void cut(int end) {
        word.add(text.substring(Math.min(from, end), end));
        if (begun) {
            words.add(Text.join(word));
        }
        word.clear();
        begun = false;
    }
}
