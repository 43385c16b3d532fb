package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Spelling;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a value at a place of a Compose file must look like: as much of JSON Schema as the specification's uses. */
interface Shape {

    /** Whether the value is of this kind at all, so that an alternative can be chosen. */
    boolean fits(Node node);

    /** What is wanted, for a message: {@code a boolean}. */
    Message wanted();

    /** Refuses a value that is of the right kind and wrong inside. */
    default void inside(Node node, TreePath path) throws InvalidInput {}

    /** Refuses a value that does not look like this. */
    default void check(Node node, TreePath path) throws InvalidInput {
        if (!fits(node)) {
            throw new InvalidInput(node.span(), Message.of("{0} must be {1}, not {2}", path, wanted(), named(node)));
        }
        inside(node, path);
    }

    private static Message named(Node node) {
        return switch (node.typeName()) {
            case "null" -> Message.of("empty");
            case "array" -> Message.of("a list");
            case "object" -> Message.of("a mapping");
            case "integer" -> Message.of("a number");
            case "time.Time" -> Message.of("a date");
            default -> Message.of("a {0}", node.typeName());
        };
    }

    /** Anything. */
    static Shape any() {
        return new Shape() {
            @Override
            public boolean fits(Node node) {
                return true;
            }

            @Override
            public Message wanted() {
                return Message.of("anything");
            }
        };
    }

    /** A single value of one of these types; a floating-point number may be whole. */
    static Shape of(ScalarType... types) {
        Set<ScalarType> allowed = EnumSet.copyOf(Arrays.asList(types));
        if (allowed.contains(ScalarType.FLOAT)) {
            allowed.add(ScalarType.INT);
        }
        return new Shape() {
            @Override
            public boolean fits(Node node) {
                return node instanceof Scalar scalar && allowed.contains(scalar.type());
            }

            @Override
            public Message wanted() {
                return Message.joined(
                        " or ", Arrays.stream(types).map(Shape::word).distinct().toList());
            }
        };
    }

    private static Message word(ScalarType type) {
        return switch (type) {
            case NULL -> Message.of("empty");
            case BOOL -> Message.of("a boolean");
            case INT, FLOAT -> Message.of("a number");
            case TIMESTAMP -> Message.of("a date");
            case STRING -> Message.of("a string");
        };
    }

    /** A string that is one of these. */
    static Shape word(String... words) {
        return string(
                value -> Arrays.asList(words).contains(value), Message.of("one of {0}", String.join(", ", words)));
    }

    /** A string in which the pattern is found. */
    static Shape matching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return string(value -> pattern.matcher(value).find(), Message.of("like {0}", regex));
    }

    private static Shape string(java.util.function.Predicate<String> allowed, Message wanted) {
        return new Shape() {
            @Override
            public boolean fits(Node node) {
                return node instanceof Scalar scalar && scalar.isString();
            }

            @Override
            public Message wanted() {
                return Message.of("a string {0}", wanted);
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                String value = ((Scalar) node).value();
                if (value.indexOf(Text.UNRESOLVED) < 0 && !allowed.test(value)) {
                    throw new InvalidInput(node.span(), Message.of("{0} must be {1}", path, wanted));
                }
            }
        };
    }

    /** A whole number in a range. */
    static Shape between(long least, long most) {
        return new Shape() {
            @Override
            public boolean fits(Node node) {
                return node instanceof Scalar scalar && scalar.type() == ScalarType.INT;
            }

            @Override
            public Message wanted() {
                return Message.of("a number");
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                BigInteger number = ((Scalar) node).integer().orElseThrow();
                if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
                    Message range = most == Long.MAX_VALUE
                            ? Message.of("at least {0}", least)
                            : Message.of("from {0} to {1}", least, most);
                    throw new InvalidInput(node.span(), Message.of("{0} must be {1}", path, range));
                }
            }
        };
    }

    /** A number that is at least zero, with or without a fraction. */
    static Shape notNegative() {
        return new Shape() {
            @Override
            public boolean fits(Node node) {
                return of(ScalarType.FLOAT).fits(node);
            }

            @Override
            public Message wanted() {
                return Message.of("a number");
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                if (((Scalar) node)
                        .whole()
                        .filter(number -> number.signum() >= 0)
                        .isEmpty()) {
                    throw new InvalidInput(
                            node.span(), Message.of("{0} must be {1}", path, Message.of("at least {0}", 0)));
                }
            }
        };
    }

    /** A list. */
    static Shape list(Shape item) {
        return new Items(item, false);
    }

    /** A list in which nothing stands twice. */
    static Shape set(Shape item) {
        return new Items(item, true);
    }

    /** A list of values of one shape. */
    record Items(Shape item, boolean unique) implements Shape {
        @Override
        public boolean fits(Node node) {
            return node instanceof Sequence;
        }

        @Override
        public Message wanted() {
            return Message.of("a list");
        }

        @Override
        public void inside(Node node, TreePath path) throws InvalidInput {
            Set<Object> seen = new HashSet<>();
            int index = 0;
            for (Node entry : ((Sequence) node).items()) {
                item.check(entry, path.next(String.valueOf(index++)));
                if (unique && entry instanceof Scalar scalar && !seen.add(identity(scalar))) {
                    throw new InvalidInput(
                            entry.span(),
                            Message.of(
                                    "{0}: '{1}' stands in this list twice",
                                    path, scalar.text().shown()));
                }
            }
        }
    }

    /** What makes a value the same as another: what it means, or the expression if that is not known. */
    private static Object identity(Scalar scalar) {
        Text text = scalar.printed();
        return text.unresolved().isEmpty() ? List.of(scalar.type(), text.value()) : text;
    }

    /** The first alternative that fits. */
    static Shape either(Shape... alternatives) {
        return new Shape() {
            @Override
            public boolean fits(Node node) {
                return Arrays.stream(alternatives).anyMatch(shape -> shape.fits(node));
            }

            @Override
            public Message wanted() {
                return Message.joined(
                        " or ",
                        Arrays.stream(alternatives)
                                .map(Shape::wanted)
                                .distinct()
                                .toList());
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                for (Shape shape : alternatives) {
                    if (shape.fits(node)) {
                        shape.inside(node, path);
                        return;
                    }
                }
            }
        };
    }

    /** A mapping whose keys are the file's own words. */
    static Shape mapOf(String keyPattern, Shape value) {
        Pattern pattern = Pattern.compile(keyPattern);
        return new Shape() {
            @Override
            public boolean fits(Node node) {
                return node instanceof Mapping;
            }

            @Override
            public Message wanted() {
                return Message.of("a mapping");
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                for (Mapping.Entry entry : ((Mapping) node).entries()) {
                    if (!pattern.matcher(entry.name()).find()) {
                        throw new InvalidInput(
                                entry.key().span(),
                                Message.of("{0}: the name '{1}' is not allowed", path, entry.name()));
                    }
                    value.check(entry.value(), path.next(entry.name()));
                }
            }
        };
    }

    /** A mapping with keys of the specification's; start of the keys. */
    static Keys keys() {
        return new Keys(new LinkedHashMap<>(), Set.of(), true);
    }

    /** A mapping with known keys; keys that begin with {@code x-} are free unless it is closed. */
    record Keys(Map<String, Shape> shapes, Set<String> required, boolean extensible) implements Shape {
        Keys with(String key, Shape shape) {
            Map<String, Shape> more = new LinkedHashMap<>(shapes);
            more.put(key, shape);
            return new Keys(more, required, extensible);
        }

        /** Several keys of one shape. */
        Keys with(List<String> keys, Shape shape) {
            Keys more = this;
            for (String key : keys) {
                more = more.with(key, shape);
            }
            return more;
        }

        Keys required(String... keys) {
            return new Keys(shapes, Set.of(keys), extensible);
        }

        Keys closed() {
            return new Keys(shapes, required, false);
        }

        @Override
        public boolean fits(Node node) {
            return node instanceof Mapping;
        }

        @Override
        public Message wanted() {
            return Message.of("a mapping");
        }

        @Override
        public void inside(Node node, TreePath path) throws InvalidInput {
            Mapping mapping = (Mapping) node;
            for (Mapping.Entry entry : mapping.entries()) {
                Shape shape = shapes.get(entry.name());
                if (shape != null) {
                    shape.check(entry.value(), path.next(entry.name()));
                } else if (!extensible || !entry.name().startsWith("x-")) {
                    throw unknown(entry, path);
                }
            }
            Optional<String> missing = required.stream()
                    .filter(key -> mapping.entry(key).isEmpty())
                    .sorted()
                    .findFirst();
            if (missing.isPresent()) {
                throw new InvalidInput(
                        node.span(), Message.of("{0}: the key '{1}' is missing", path, missing.orElseThrow()));
            }
        }

        private InvalidInput unknown(Mapping.Entry entry, TreePath path) {
            Message place = path.isTop() ? Message.of("at the top of a Compose file") : Message.of("in {0}", path);
            return new InvalidInput(
                    entry.key().span(),
                    Message.of("there is no key '{0}' {1}", entry.name(), place),
                    Spelling.suggestion(entry.name(), shapes.keySet()));
        }
    }
}
