package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads an env file as compose-go's {@code dotenv} package: comments, {@code export}, {@code KEY=value} or {@code KEY:
 * value}, three kinds of quoting, values over several lines, and variables in values that are not in single quotes.
 */
final class DotEnv {
    private final SourceFile file;
    private final String text;
    private final Function<String, Optional<String>> outside;
    private final Map<String, String> values;
    private final Template template;
    private int at;

    private DotEnv(SourceFile file, Function<String, Optional<String>> outside, Map<String, String> earlier) {
        this.file = file;
        this.text = file.text();
        this.outside = outside;
        this.values = new LinkedHashMap<>(earlier);
        this.template =
                new Template(name -> outside.apply(name).or(() -> Optional.ofNullable(values.get(name))), Unset.EMPTY);
    }

    /**
     * Reads a file.
     *
     * @param outside variables that win over the file's own when a value uses them, and that a key without a value takes
     * @param earlier what files before this one set; kept unless this one sets it again
     * @return the variables of {@code earlier} and of the file
     */
    static Map<String, String> read(
            SourceFile file, Function<String, Optional<String>> outside, Map<String, String> earlier)
            throws InvalidInput {
        DotEnv reader = new DotEnv(file, outside, earlier);
        reader.statements();
        return reader.values;
    }

    private void statements() throws InvalidInput {
        while (toNextStatement()) {
            int start = at;
            skipExport();
            statement(start);
        }
    }

    private boolean toNextStatement() {
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipExport() {
        if (text.startsWith("export", at) && at + 6 < text.length() && isBlank(text.charAt(at + 6))) {
            at += 6;
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
        }
    }

    private void statement(int start) throws InvalidInput {
        int end = at;
        while (end < text.length() && isKeyPart(text.charAt(end))) {
            end++;
        }
        // As in the reference, a key at the very end of the file that nothing follows is no statement.
        if (end == text.length()) {
            at = end;
            return;
        }
        char stop = text.charAt(end);
        if (stop != '=' && stop != ':' && stop != '\n') {
            throw new InvalidInput(
                    file.at(end), Message.of("unexpected character '{0}' in a variable name of this env file", stop));
        }
        String key = text.substring(at, end).stripTrailing();
        if (key.contains(" ")) {
            throw new InvalidInput(file.between(start, end), Message.of("a key in an env file cannot contain a space"));
        }
        at = end + 1;
        if (stop == '\n') {
            outside.apply(key).ifPresent(value -> values.put(key, value));
            return;
        }
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        String value = value();
        if (!Character.isDigit(key.isEmpty() ? ' ' : key.charAt(0))) {
            values.put(key, value);
        }
    }

    private String value() throws InvalidInput {
        char quote = at < text.length() ? text.charAt(at) : '\n';
        if (quote == '"' || quote == '\'') {
            return quoted(quote);
        }
        int start = at;
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        at = Math.min(end + 1, text.length());
        String line = text.substring(start, end);
        int comment = line.indexOf(" #");
        return interpolated(
                comment < 0 ? line.stripTrailing() : line.substring(0, comment).stripTrailing(), start);
    }

    private String quoted(char quote) throws InvalidInput {
        int start = at;
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                at = i + 1;
                return quote == '"' ? interpolated(unescaped(value.toString()), start) : value.toString();
            }
            if (c == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(++i);
                value.append(escaped == quote ? "" : "\\").append(escaped);
            } else {
                value.append(c);
            }
        }
        throw new InvalidInput(file.at(start), Message.of("a quoted value in this env file has no end"));
    }

    /** {@code \$} is no escape of Go's: it becomes the template's own {@code $$}. */
    private static String unescaped(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                plain.append(c);
                continue;
            }
            char escape = value.charAt(++i);
            int known = "abfnrtv\\\"".indexOf(escape);
            if (known >= 0) {
                plain.append("\u0007\b\f\n\r\t\u000B\\\"".charAt(known));
            } else if (escape == '$') {
                plain.append("$$");
            } else if (escape == '0' && value.substring(i).matches("(?s)0[0-7]{3}.*")) {
                plain.append((char) Integer.parseInt(value.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                plain.append('\\').append(escape);
            }
        }
        return plain.toString();
    }

    private String interpolated(String value, int start) throws InvalidInput {
        try {
            return template.substitute(value).value();
        } catch (Template.Invalid invalid) {
            throw new InvalidInput(file.at(start), Message.of("a value in this env file cannot be interpolated"));
        }
    }

    private static boolean isKeyPart(char c) {
        return Character.isLetterOrDigit(c) || "_.-[]".indexOf(c) >= 0 || isBlank(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u00A0';
    }
}
