package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes strings so that every YAML reader takes them for strings. */
final class Quoting {
    /** Where no flow collection is around it; a colon or hash in doubt is quoted. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?![0-9:.]+$)[A-Za-z0-9/._$](?:[A-Za-z0-9/._$@%+=,~{}()?*!&;\\[\\]-]|:(?=\\S)|(?<! )#|(?<!:) (?=[^ #]))*+(?<![ :])");

    private static final Pattern PLAIN_IN_FLOW = Pattern.compile("(?![0-9.]+$)[A-Za-z0-9/._][A-Za-z0-9/._+-]*+");

    /** Booleans of YAML 1.1, which other readers of the file may still know. */
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private Quoting() {}

    /** The string without quotes if that is possible, else in those quotes. */
    static String of(String value, char quote, boolean flow) {
        return isPlain(value, flow) ? value : quoted(value, quote);
    }

    static boolean isPlain(String value, boolean flow) {
        return (flow ? PLAIN_IN_FLOW : PLAIN).matcher(value).matches()
                && ScalarType.of(value) == ScalarType.STRING
                && !WORDS.contains(value.toLowerCase(Locale.ROOT));
    }

    static String quoted(String value, char quote) {
        boolean special = value.chars().anyMatch(c -> c < ' ' || c == 0x7F || Character.isISOControl(c));
        if (quote == '\'' && !special) {
            return "'" + value.replace("'", "''") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** A value as it fits into one line, wherever it came from. */
    static String flow(Node node, char quote) throws NotWritable {
        if (node.tag().isPresent()) {
            throw new NotWritable(Message.of(
                    "what it would have to repeat is tagged {0}", node.tag().get()));
        }
        if (node instanceof Scalar scalar) {
            return scalar.isString() ? of(scalar.value(), quote, true) : scalar.isNull() ? "null" : scalar.value();
        }
        StringBuilder all = new StringBuilder();
        if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                all.append(all.isEmpty() ? "" : ", ").append(flow(item, quote));
            }
            return "[" + all + "]";
        }
        for (Mapping.Entry entry : ((Mapping) node).entries()) {
            all.append(all.isEmpty() ? "" : ", ")
                    .append(flow(entry.key(), quote))
                    .append(": ")
                    .append(flow(entry.value(), quote));
        }
        return "{" + all + "}";
    }

    /** A reason that fits behind a hash. */
    static String comment(String why) {
        String words = why.chars()
                .mapToObj(c -> Character.isISOControl(c) ? " " : String.valueOf((char) c))
                .collect(Collectors.joining())
                .strip();
        return words.isEmpty() ? "" : "# " + words;
    }
}
