package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Optional;

/** A word of a command before its parameters are replaced, and where it stands. */
record Word(List<Part> parts, ScriptText script, int from, int to) {
    Word {
        parts = List.copyOf(parts);
    }

    Span span() {
        return script.span(from, to);
    }

    /** As it stands in the script. */
    String written() {
        return script.value().substring(from, to);
    }

    /** Its characters if it consists of nothing but characters. */
    Optional<String> literal() {
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            if (!(part instanceof Part.Literal literal)) {
                return Optional.empty();
            }
            all.append(literal.text().value());
        }
        return Optional.of(all.toString());
    }

    /** Whether it is that word without any quotes. */
    boolean is(String plain) {
        return parts.size() == 1
                && parts.get(0) instanceof Part.Literal literal
                && !literal.quoted()
                && literal.text().value().equals(plain);
    }
}
