package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words: quotes, parameters, substitutions. */
final class WordReader {
    private static final String METACHARACTERS = " \t\n\r;&|<>()";

    private final Cursor cursor;
    private final ShellParser commands;

    WordReader(Cursor cursor, ShellParser commands) {
        this.cursor = cursor;
        this.commands = commands;
    }

    /** The word here; without parts if there is none. */
    Word word() {
        return word(METACHARACTERS);
    }

    /** A word of {@code [[ … ]]} behind {@code =~}, in which parentheses and bars mean themselves. */
    Word pattern() {
        return word(" \t\n\r");
    }

    private Word word(String ends) {
        int from = cursor.place();
        List<Part> parts = new ArrayList<>();
        if (cursor.enter()) {
            parts(parts, ends, false);
        }
        cursor.leave();
        return new Word(parts, cursor.script(), from, cursor.place());
    }

    private void parts(List<Part> parts, String ends, boolean inQuotes) {
        while (!cursor.atEnd()) {
            char c = cursor.here();
            boolean process = !inQuotes && (c == '<' || c == '>') && cursor.ahead(1) == '(';
            if (process && ends.indexOf(c) >= 0) {
                int from = cursor.place();
                cursor.skip(2);
                commands.parenthesised();
                parts.add(new Part.Unread(false, cursor.since(from)));
            } else if (ends.indexOf(c) >= 0) {
                int behind = c == '(' && !parts.isEmpty() ? cursor.behindExtendedPattern() : -1;
                if (behind < 0) {
                    return;
                }
                int from = cursor.place();
                cursor.move(behind);
                parts.add(new Part.Unread(false, cursor.since(from)));
            } else if (c == '\\') {
                escaped(parts, inQuotes);
            } else if (c == '\'' && !inQuotes) {
                singleQuoted(parts);
            } else if (c == '"') {
                if (inQuotes) {
                    return;
                }
                doubleQuoted(parts);
            } else if (c == '$') {
                dollar(parts, inQuotes);
            } else if (c == '`') {
                backquoted(parts, inQuotes);
            } else {
                plain(parts, ends, inQuotes);
            }
        }
    }

    private void plain(List<Part> parts, String ends, boolean quoted) {
        int from = cursor.place();
        do {
            cursor.skip(1);
        } while (!cursor.atEnd() && ends.indexOf(cursor.here()) < 0 && "\\'\"$`".indexOf(cursor.here()) < 0);
        parts.add(new Part.Literal(text(from, cursor.place()), quoted));
    }

    private void escaped(List<Part> parts, boolean inQuotes) {
        char next = cursor.ahead(1);
        boolean means = !inQuotes || "$`\"\\\n".indexOf(next) >= 0;
        if (cursor.at("\\\r\n")) {
            cursor.skip(3);
            return;
        }
        int from = cursor.place() + (means ? 1 : 0);
        cursor.skip(2);
        if (next != '\n') {
            parts.add(new Part.Literal(text(from, cursor.place()), true));
        }
    }

    private void singleQuoted(List<Part> parts) {
        cursor.skip(1);
        int from = cursor.place();
        while (!cursor.atEnd() && cursor.here() != '\'') {
            cursor.skip(1);
        }
        parts.add(new Part.Literal(text(from, cursor.place()), true));
        close('\'');
    }

    private void doubleQuoted(List<Part> parts) {
        cursor.skip(1);
        parts.add(new Part.Literal(Text.literal(""), true));
        parts(parts, "\"", true);
        close('"');
    }

    private void close(char quote) {
        if (cursor.here() == quote && !cursor.atEnd()) {
            cursor.skip(1);
        } else {
            cursor.incomplete();
        }
    }

    private void dollar(List<Part> parts, boolean quoted) {
        int from = cursor.place();
        char next = cursor.ahead(1);
        if (next == '\'' && !quoted) {
            ansi(parts);
        } else if (next == '"' && !quoted) {
            cursor.skip(1);
        } else if (next == '(') {
            parenthesis(parts, quoted, from);
        } else if (next == '{') {
            cursor.skip(2);
            braced(parts, quoted, from);
        } else if (isNameStart(next)) {
            cursor.skip(1);
            String name = name();
            parts.add(new Part.Parameter(name, "", Optional.empty(), quoted, cursor.since(from)));
        } else if (next != '\0' && "0123456789@*#?-$!".indexOf(next) >= 0) {
            cursor.skip(2);
            parts.add(new Part.Parameter(String.valueOf(next), "", Optional.empty(), quoted, cursor.since(from)));
        } else {
            cursor.skip(1);
            parts.add(new Part.Literal(text(from, cursor.place()), quoted));
        }
    }

    /** {@code $'…'}: without escapes it is what it says; with them we leave it. */
    private void ansi(List<Part> parts) {
        int from = cursor.place();
        cursor.skip(2);
        while (!cursor.atEnd() && cursor.here() != '\'') {
            cursor.skip(cursor.here() == '\\' ? 2 : 1);
        }
        int to = cursor.place();
        close('\'');
        Text inner = text(Math.min(from + 2, to), to);
        parts.add(
                inner.value().indexOf('\\') < 0
                        ? new Part.Literal(inner, true)
                        : new Part.Unread(true, cursor.since(from)));
    }

    private void parenthesis(List<Part> parts, boolean quoted, int from) {
        cursor.skip(1);
        int behind = cursor.ahead(1) == '(' ? cursor.behindArithmetic() : -1;
        if (behind >= 0) {
            cursor.move(behind);
            parts.add(new Part.Unread(quoted, cursor.since(from)));
            return;
        }
        cursor.skip(1);
        Node.Block script = commands.parenthesised();
        parts.add(new Part.Output(script, quoted, cursor.since(from)));
    }

    private void backquoted(List<Part> parts, boolean quoted) {
        int from = cursor.place();
        cursor.skip(1);
        StringBuilder inner = new StringBuilder();
        while (!cursor.atEnd() && cursor.here() != '`') {
            if (cursor.here() == '\\' && "$`\\".indexOf(cursor.ahead(1)) >= 0) {
                cursor.skip(1);
            }
            inner.append(cursor.here());
            cursor.skip(1);
        }
        close('`');
        Script script = commands.nested(
                ScriptText.of(Text.literal(inner.toString()), cursor.script().span(from, cursor.place())));
        parts.add(new Part.Output(script.body(), quoted, cursor.since(from)));
    }

    /** {@code ${…}}, behind the brace. */
    private void braced(List<Part> parts, boolean quoted, int from) {
        boolean length = cursor.here() == '#' && cursor.ahead(1) != '}';
        boolean indirect = cursor.here() == '!' && isNameStart(cursor.ahead(1));
        if (length || indirect) {
            cursor.skip(1);
        }
        String name = parameterName();
        int operatorFrom = cursor.place();
        String operator = length ? "#x" : indirect ? "!x" : operator();
        List<Part> operand = new ArrayList<>();
        int operandFrom = cursor.place();
        if (cursor.enter()) {
            operand(operand, quoted);
        }
        cursor.leave();
        boolean plain = operatorFrom == cursor.place();
        Word word = new Word(operand, cursor.script(), operandFrom, cursor.place());
        close('}');
        Optional<Word> behind = plain ? Optional.empty() : Optional.of(word);
        parts.add(new Part.Parameter(name, operator, behind, quoted, cursor.since(from)));
    }

    private void operand(List<Part> operand, boolean quoted) {
        parts(operand, "}", quoted);
        while (quoted && cursor.here() == '"' && !cursor.atEnd()) {
            // quotes of its own inside the quotes around it
            cursor.skip(1);
            parts(operand, "\"}", false);
            if (cursor.here() == '"') {
                cursor.skip(1);
            }
            parts(operand, "}", true);
        }
    }

    private String parameterName() {
        int from = cursor.place();
        if (isNameStart(cursor.here())) {
            name();
            if (cursor.here() == '[') {
                while (!cursor.atEnd() && cursor.here() != ']' && cursor.here() != '}' && cursor.here() != '\n') {
                    cursor.skip(1);
                }
                cursor.skip(cursor.here() == ']' ? 1 : 0);
            }
        } else if (Character.isDigit(cursor.here())) {
            while (Character.isDigit(cursor.here())) {
                cursor.skip(1);
            }
        } else if ("@*#?-$!".indexOf(cursor.here()) >= 0 && !cursor.atEnd()) {
            cursor.skip(1);
        }
        return cursor.since(from);
    }

    private String operator() {
        for (String operator : List.of(":-", ":=", ":+", ":?", "##", "%%", "//", "-", "=", "+", "?", "#", "%")) {
            if (cursor.at(operator)) {
                cursor.skip(operator.length());
                return operator;
            }
        }
        return cursor.here() == '}' ? "" : "other";
    }

    String name() {
        int from = cursor.place();
        while (isNameStart(cursor.here()) || Character.isDigit(cursor.here())) {
            cursor.skip(1);
        }
        return cursor.since(from);
    }

    static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private Text text(int from, int to) {
        return cursor.script().text(from, to);
    }
}
