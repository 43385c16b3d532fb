package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.Written;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says, without where and how: what it should say after changes can be held against what it does say.
 * Aliases are kept as such.
 */
final class Shape {
    private static final Written.Properties NONE = new Written.Properties(Optional.empty(), Optional.empty());

    private final Map<Written, Box> boxes = new IdentityHashMap<>();
    private final List<Box> documents = new ArrayList<>();

    Shape(List<Written> written) {
        written.forEach(document -> documents.add(box(document)));
    }

    /** A value that may be exchanged. */
    private static final class Box {
        private Object content;

        Box(Object content) {
            this.content = content;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Box box && content.equals(box.content);
        }

        @Override
        public int hashCode() {
            return content.hashCode();
        }
    }

    private record Leaf(Written.Properties properties, ScalarType type, String value) {}

    private record Pairs(Written.Properties properties, Map<Object, Box> pairs) {}

    private record Items(Written.Properties properties, List<Box> items) {}

    private record Alias(String anchor) {}

    private Box box(Written value) {
        Box box = new Box(content(value));
        boxes.put(value, box);
        return box;
    }

    private Object content(Written value) {
        if (value instanceof Written.Single single) {
            return new Leaf(single.properties(), single.type(), single.value());
        }
        if (value instanceof Written.Alias alias) {
            return new Alias(alias.anchor());
        }
        if (value instanceof Written.Items list) {
            List<Box> items = new ArrayList<>();
            list.items().forEach(item -> items.add(box(item)));
            return new Items(list.properties(), items);
        }
        Written.Pairs mapping = (Written.Pairs) value;
        Map<Object, Box> pairs = new LinkedHashMap<>();
        mapping.pairs().forEach(pair -> pairs.put(content(pair.key()), box(pair.value())));
        return new Pairs(mapping.properties(), pairs);
    }

    /** A string. */
    static Object string(String value) {
        return new Leaf(NONE, ScalarType.STRING, value);
    }

    /** A scalar that is written plain. */
    static Object plain(String value) {
        return new Leaf(NONE, ScalarType.of(value), value);
    }

    /** An empty mapping. */
    static Object mapping() {
        return new Pairs(NONE, new LinkedHashMap<>());
    }

    static Object list(List<Object> items) {
        return new Items(NONE, new ArrayList<>(items.stream().map(Box::new).toList()));
    }

    /** A value that was written out where an alias stood. */
    static Object of(Node node) {
        if (node instanceof Scalar scalar) {
            return new Leaf(NONE, scalar.type(), scalar.value());
        }
        if (node instanceof Sequence list) {
            return list(list.items().stream().map(Shape::of).toList());
        }
        Map<Object, Box> pairs = new LinkedHashMap<>();
        ((Mapping) node).entries().forEach(entry -> pairs.put(of(entry.key()), new Box(of(entry.value()))));
        return new Pairs(NONE, pairs);
    }

    /** The mapping, or the null that becomes one, gets another key. */
    void put(Written mapping, String key, Object value) {
        Box box = boxes.get(mapping);
        if (!(box.content instanceof Pairs)) {
            box.content = new Pairs(mapping.properties(), new LinkedHashMap<>());
        }
        ((Pairs) box.content).pairs.put(string(key), new Box(value));
    }

    /** The mapping that a key of a mapping has gets another key. */
    void putInto(Written mapping, String outer, String key, Object value) {
        Box box = ((Pairs) boxes.get(mapping).content).pairs.get(string(outer));
        ((Pairs) box.content).pairs.put(string(key), new Box(value));
    }

    /** The list gets another item. */
    void add(Written list, Object item) {
        ((Items) boxes.get(list).content).items.add(new Box(item));
    }

    /** The value becomes another one. */
    void replace(Written value, Object other) {
        boxes.get(value).content = other;
    }

    /** The value becomes the first item of a list. */
    void wrap(Written value) {
        Box box = boxes.get(value);
        box.content = list(List.of(box.content));
    }

    /** Appends to what {@link #wrap} or {@link #replace} made a list. */
    void append(Written value, Object item) {
        ((Items) boxes.get(value).content).items.add(new Box(item));
    }

    /** The value keeps its anchor and says something else. */
    void say(Written value, ScalarType type, String text) {
        boxes.get(value).content = new Leaf(value.properties(), type, text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && documents.equals(shape.documents);
    }

    @Override
    public int hashCode() {
        return documents.hashCode();
    }
}
