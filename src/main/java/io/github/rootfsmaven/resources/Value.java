package io.github.rootfsmaven.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a value on the stack. An object is known under the same value before and after its constructor ran. */
final class Value {
    private static final int MOST = 16;

    private String text;
    private boolean isFile;
    private Optional<Integer> line = Optional.empty();
    private int number = -1;
    private List<Optional<String>> items;

    private Value() {}

    static Value unknown() {
        return new Value();
    }

    static Value text(String text, Optional<Integer> line) {
        Value value = new Value();
        value.text = text;
        value.line = line;
        return value;
    }

    static Value file(String path, Optional<Integer> line) {
        Value value = new Value();
        value.becomeFile(path, line);
        return value;
    }

    static Value number(int number) {
        Value value = new Value();
        value.number = number;
        return value;
    }

    /** An array of as many items; one of unknown length is unknown. */
    static Value array(Value length) {
        Value value = new Value();
        if (length.number >= 0 && length.number <= MOST) {
            value.items = new ArrayList<>();
            for (int i = 0; i < length.number; i++) {
                value.items.add(Optional.empty());
            }
        }
        return value;
    }

    void becomeFile(String path, Optional<Integer> from) {
        text = path;
        isFile = true;
        line = from;
    }

    void put(Value index, Value value) {
        boolean known = items != null && index.number >= 0 && index.number < items.size();
        if (known) {
            items.set(index.number, value.string());
        } else {
            items = null;
        }
    }

    /** The characters of a string constant. */
    Optional<String> string() {
        return Optional.ofNullable(text).filter(any -> !isFile);
    }

    /** A string, or what a Path or File stands for. */
    Optional<String> path() {
        return Optional.ofNullable(text);
    }

    Optional<Integer> line() {
        return line;
    }

    /** The strings of an array of which each is known. */
    Optional<List<String>> strings() {
        return Optional.ofNullable(items)
                .filter(all -> all.stream().allMatch(Optional::isPresent))
                .map(all -> all.stream().flatMap(Optional::stream).toList());
    }
}
