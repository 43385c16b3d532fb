package io.github.rootfsmaven.yaml;

import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A list of values. */
public record Sequence(List<Node> items, Optional<String> tag, Span span) implements Node {
    public Sequence {
        items = List.copyOf(items);
        Objects.requireNonNull(tag);
        Objects.requireNonNull(span);
    }

    /** A list that stands at the place of another value. */
    public static Sequence of(List<Node> items, Span span) {
        return new Sequence(items, Optional.empty(), span);
    }

    @Override
    public String typeName() {
        return "array";
    }
}
