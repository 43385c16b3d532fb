package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The {@code --flags} of an instruction, checked as BuildKit's {@code frontend/dockerfile/instructions/bflag.go} does. */
final class Flags {
    private final Map<String, List<Word>> used;

    private Flags(Map<String, List<Word>> used) {
        this.used = used;
    }

    /** What a flag takes. */
    enum Kind {
        /** Nothing, {@code true} or {@code false}. */
        BOOLEAN,
        /** One value. */
        VALUE,
        /** A value each time; the flag may be repeated. */
        VALUES
    }

    static Flags of(Node node, Map<String, Kind> known) throws InvalidInput {
        Map<String, List<Word>> used = new HashMap<>();
        for (Word flag : node.flags()) {
            int equals = flag.text().indexOf('=');
            String name = equals < 0 ? flag.text() : flag.text().substring(0, equals);
            String value = equals < 0 ? "" : flag.text().substring(equals + 1);
            String key = name.substring(2);
            Kind kind = known.get(key);
            if (kind == null) {
                throw new InvalidInput(flag.span(), Message.of("unknown flag: {0}", name));
            }
            List<Word> values = used.computeIfAbsent(key, first -> new ArrayList<>());
            values.add(new Word(value, flag.span()));
            if (values.size() > 1 && kind != Kind.VALUES) {
                throw new InvalidInput(flag.span(), Message.of("duplicate flag specified: {0}", name));
            }
            if (kind == Kind.BOOLEAN ? equals >= 0 && value.isEmpty() : equals < 0) {
                throw new InvalidInput(flag.span(), Message.of("missing a value on flag: {0}", name));
            }
            if (kind == Kind.BOOLEAN && !value.toLowerCase(Locale.ROOT).matches("true|false|")) {
                throw new InvalidInput(
                        flag.span(), Message.of("expecting boolean value for flag {0}, not: {1}", name, value));
            }
        }
        return new Flags(used);
    }

    /** The value of a flag; its place is that of the whole flag. */
    Optional<Word> value(String name) {
        return values(name).stream()
                .reduce((first, last) -> last)
                .filter(word -> !word.text().isEmpty());
    }

    /** Every value of a flag that may be repeated, in order. */
    List<Word> values(String name) {
        return used.getOrDefault(name, List.of());
    }

    boolean isTrue(String name) {
        return values(name).stream().anyMatch(word -> !word.text().equalsIgnoreCase("false"));
    }
}
