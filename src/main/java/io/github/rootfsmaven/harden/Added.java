package io.github.rootfsmaven.harden;

import java.util.List;
import java.util.Objects;

/**
 * A key that a mapping gets.
 *
 * @param value as it is written, or nothing
 * @param items of the list that it is instead, if there are any
 * @param shape what it says
 */
record Added(String key, String value, List<Item> items, Object shape, String why) {
    Added {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
        items = List.copyOf(items);
        Objects.requireNonNull(shape);
        Objects.requireNonNull(why);
    }

    /**
     * An item that a list gets.
     *
     * @param block as it is written on a line of its own
     * @param flow as it is written between brackets
     */
    record Item(String block, String flow, Object shape, String why) {
        Item {
            Objects.requireNonNull(block);
            Objects.requireNonNull(flow);
            Objects.requireNonNull(shape);
            Objects.requireNonNull(why);
        }

        /** A string, in such quotes if they are given, else in double ones if it needs any. */
        static Item of(String text, String quote, String why) {
            char mark = quote.isEmpty() ? '"' : quote.charAt(0);
            boolean always = !quote.isEmpty();
            return new Item(
                    always ? Quoting.quoted(text, mark) : Quoting.of(text, mark, false),
                    always ? Quoting.quoted(text, mark) : Quoting.of(text, mark, true),
                    Shape.string(text),
                    why);
        }
    }

    static Added value(String key, String value, Object shape, String why) {
        return new Added(key, value, List.of(), shape, why);
    }

    static Added list(String key, List<Item> items) {
        return new Added(
                key, "", items, Shape.list(items.stream().map(Item::shape).toList()), "");
    }
}
