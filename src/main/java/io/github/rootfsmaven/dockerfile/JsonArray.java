package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exec form of arguments: a JSON array of strings. As in BuildKit's {@code parseJSON}, what is no JSON array is no
 * error but the shell form; a JSON array with anything but strings in it is an error. JSON is Go's: strict, no comments,
 * no trailing comma, half a surrogate pair becomes U+FFFD.
 */
final class JsonArray {
    /** Deeper nesting is no use for anything; it counts as no JSON, as Go's own limit does. */
    private static final int DEEPEST = 200;

    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;
    private static final char REPLACEMENT = '\uFFFD';

    private final LogicalLine line;
    private int pos;

    private JsonArray(LogicalLine line) {
        this.line = line;
    }

    /** The elements; empty if the arguments are no JSON array. */
    static Optional<List<Word>> parse(LogicalLine line) throws InvalidInput {
        if (!line.text().startsWith("[")) {
            return Optional.empty();
        }
        JsonArray json = new JsonArray(line);
        List<Word> words = new ArrayList<>();
        boolean strings;
        try {
            strings = json.elements(words);
            json.skipBlanks();
            if (json.pos < line.length()) {
                return Optional.empty();
            }
        } catch (NoJson noJson) {
            return Optional.empty();
        }
        if (!strings) {
            throw new InvalidInput(
                    line.span(), Message.of("when using JSON array syntax, arrays must be comprised of strings only"));
        }
        return Optional.of(words);
    }

    private static final class NoJson extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The outermost array; false if an element is no string. */
    private boolean elements(List<Word> words) throws NoJson {
        expect('[');
        skipBlanks();
        if (take(']')) {
            return true;
        }
        boolean strings = true;
        do {
            skipBlanks();
            int from = pos;
            if (peek() == '"') {
                String value = string();
                words.add(new Word(value, line.span(from, pos)));
            } else {
                strings = false;
                value(1);
            }
            skipBlanks();
        } while (take(','));
        expect(']');
        return strings;
    }

    private void value(int depth) throws NoJson {
        if (depth > DEEPEST) {
            throw new NoJson();
        }
        skipBlanks();
        switch (peek()) {
            case '"' -> string();
            case '[' -> members('[', ']', depth);
            case '{' -> members('{', '}', depth);
            default -> bare();
        }
    }

    private void members(char open, char close, int depth) throws NoJson {
        expect(open);
        skipBlanks();
        if (take(close)) {
            return;
        }
        do {
            if (open == '{') {
                skipBlanks();
                string();
                skipBlanks();
                expect(':');
            }
            value(depth + 1);
            skipBlanks();
        } while (take(','));
        expect(close);
    }

    /** {@code true}, {@code false}, {@code null} or a number. */
    private void bare() throws NoJson {
        int from = pos;
        while (pos < line.length() && (Character.isLetterOrDigit(line.at(pos)) || "+-.".indexOf(line.at(pos)) >= 0)) {
            pos++;
        }
        if (!line.text()
                .substring(from, pos)
                .matches("true|false|null|-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?")) {
            throw new NoJson();
        }
    }

    private String string() throws NoJson {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char c = next();
            if (c < ' ') {
                throw new NoJson();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        pos++;
        return withoutHalves(value);
    }

    private char escaped() throws NoJson {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NoJson();
        };
    }

    private char unicode() throws NoJson {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            char c = next();
            int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
            if (digit < 0) {
                throw new NoJson();
            }
            code = code * HEX + digit;
        }
        return (char) code;
    }

    private static String withoutHalves(StringBuilder value) {
        StringBuilder whole = new StringBuilder(value.length());
        value.codePoints()
                .forEach(c -> whole.appendCodePoint(
                        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c));
        return whole.toString();
    }

    private void skipBlanks() {
        while (pos < line.length() && " \t\r\n".indexOf(line.at(pos)) >= 0) {
            pos++;
        }
    }

    private char peek() throws NoJson {
        if (pos >= line.length()) {
            throw new NoJson();
        }
        return line.at(pos);
    }

    private char next() throws NoJson {
        char c = peek();
        pos++;
        return c;
    }

    private boolean take(char c) throws NoJson {
        boolean there = peek() == c;
        if (there) {
            pos++;
        }
        return there;
    }

    private void expect(char c) throws NoJson {
        if (next() != c) {
            throw new NoJson();
        }
    }
}
