package io.github.rootfsmaven.yaml;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
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

    /** Another value for an item, or the same. */
    @FunctionalInterface
    public interface Change {
        /** The value to put in place of the item. */
        Node of(Node item) throws InvalidInput;
    }

    /** The list with every item changed; itself if no item is another one. */
    public Sequence mapped(Change change) throws InvalidInput {
        List<Node> changed = null;
        for (int i = 0; i < items.size(); i++) {
            Node item = change.of(items.get(i));
            if (item != items.get(i)) {
                changed = changed == null ? new ArrayList<>(items) : changed;
                changed.set(i, item);
            }
        }
        return changed == null ? this : new Sequence(changed, tag, span);
    }

    @Override
    public String typeName() {
        return "array";
    }
}
