package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A value of {@code RUN --mount}, read as BuildKit's {@code frontend/dockerfile/instructions/commands_runmount.go} does:
 * everything but {@code from} may hang on variables, so it is looked at only where the instruction is carried out.
 *
 * @param fields {@code key=value} and keys alone
 * @param from the stage, context or image that is mounted; empty for the build context or nothing
 * @param span the whole flag
 */
record RunMount(List<String> fields, Optional<Word> from, Span span) {
    private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
    private static final Set<String> ALONE = Set.of("readonly", "ro", "readwrite", "rw", "required");
    private static final Set<String> KEYS = Set.of(
            "type",
            "from",
            "source",
            "src",
            "target",
            "dst",
            "destination",
            "readonly",
            "ro",
            "readwrite",
            "rw",
            "required",
            "size",
            "id",
            "sharing",
            "mode",
            "uid",
            "gid",
            "env");

    RunMount {
        fields = List.copyOf(fields);
    }

    static RunMount of(Word flag) throws InvalidInput {
        List<String> fields = fields(flag);
        Optional<Word> from = Optional.empty();
        for (String field : fields) {
            String value = value(field);
            if (key(field).equals("from") && field.indexOf('=') >= 0) {
                int variable = value.indexOf('$');
                if (variable >= 0 && variable != value.length() - 1) {
                    throw new InvalidInput(
                            flag.span(),
                            Message.of("'from' doesn't support variable expansion, define alias stage instead"));
                }
                from = Optional.of(new Word(value, flag.span())).filter(word -> !value.isEmpty());
            }
        }
        return new RunMount(fields, from, flag.span());
    }

    /**
     * Finds what is refused once variables have their values.
     *
     * @param escape the Dockerfile's escape character
     */
    void check(char escape, Variables variables) throws InvalidInput {
        String type = "bind";
        for (String field : fields) {
            if (field.indexOf('=') < 0) {
                if (!ALONE.contains(key(field))) {
                    throw new InvalidInput(span, Message.of("invalid field '{0}' must be a key=value pair", field));
                }
                continue;
            }
            String value = Lexer.expand(new Word(value(field), span), escape, variables)
                    .value();
            if (!KEYS.contains(key(field))) {
                throw new InvalidInput(span, Message.of("unexpected key '{0}' in '{1}'", key(field), field));
            }
            if (key(field).equals("type") && value.indexOf(Text.UNRESOLVED) < 0) {
                type = value.toLowerCase(Locale.ROOT);
                if (!TYPES.contains(type)) {
                    throw new InvalidInput(span, Message.of("unsupported mount type \"{0}\"", value(field)));
                }
            }
        }
    }

    private static String key(String field) {
        return field.split("=", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String value(String field) {
        return field.substring(field.indexOf('=') + 1);
    }

    /** One line of comma-separated values, of which any may be quoted as a whole. */
    private static List<String> fields(Word flag) throws InvalidInput {
        String text = flag.text();
        List<String> fields = new ArrayList<>();
        int pos = 0;
        do {
            StringBuilder field = new StringBuilder();
            if (text.startsWith("\"", pos)) {
                pos = quoted(flag, pos + 1, field);
            } else {
                int end = text.indexOf(',', pos);
                field.append(text, pos, end < 0 ? text.length() : end);
                pos += field.length();
                if (field.indexOf("\"") >= 0) {
                    throw new InvalidInput(flag.span(), Message.of("failed to parse csv mounts: bare \" in a field"));
                }
            }
            fields.add(field.toString());
        } while (pos++ < text.length());
        return fields;
    }

    private static int quoted(Word flag, int from, StringBuilder field) throws InvalidInput {
        String text = flag.text();
        int pos = from;
        while (pos < text.length()) {
            char c = text.charAt(pos++);
            if (c != '"') {
                field.append(c);
            } else if (text.startsWith("\"", pos)) {
                field.append(c);
                pos++;
            } else if (pos == text.length() || text.charAt(pos) == ',') {
                return pos;
            } else {
                break;
            }
        }
        throw new InvalidInput(flag.span(), Message.of("failed to parse csv mounts: a quote is not closed"));
    }
}
