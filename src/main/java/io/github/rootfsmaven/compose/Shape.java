package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
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
import java.util.stream.Collectors;

/** What a value at a place of a Compose file must look like: as much of JSON Schema as the specification's uses. */
interface Shape {

    /** Whether the value is of this kind at all, so that an alternative can be chosen. */
    boolean fits(Node node);

    /** What is wanted, for a message: {@code a boolean}. */
    String wanted();

    /** Refuses a value that is of the right kind and wrong inside. */
    default void inside(Node node, TreePath path) throws InvalidInput {}

    /** Refuses a value that does not look like this. */
    default void check(Node node, TreePath path) throws InvalidInput {
        if (!fits(node)) {
            throw new InvalidInput(node.span(), path + " must be " + wanted() + ", not " + named(node));
        }
        inside(node, path);
    }

    private static String named(Node node) {
        return switch (node.typeName()) {
            case "null" -> "empty";
            case "array" -> "a list";
            case "object" -> "a mapping";
            case "integer" -> "a number";
            case "time.Time" -> "a date";
            default -> "a " + node.typeName();
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
            public String wanted() {
                return "anything";
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
            public String wanted() {
                return Arrays.stream(types).map(Shape::word).distinct().collect(Collectors.joining(" or "));
            }
        };
    }

    private static String word(ScalarType type) {
        return switch (type) {
            case NULL -> "empty";
            case BOOL -> "a boolean";
            case INT, FLOAT -> "a number";
            case TIMESTAMP -> "a date";
            case STRING -> "a string";
        };
    }

    /** A string that is one of these. */
    static Shape word(String... words) {
        return string(value -> Arrays.asList(words).contains(value), "one of " + String.join(", ", words));
    }

    /** A string in which the pattern is found. */
    static Shape matching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return string(value -> pattern.matcher(value).find(), "like " + regex);
    }

    private static Shape string(java.util.function.Predicate<String> allowed, String wanted) {
        return new Shape() {
            @Override
            public boolean fits(Node node) {
                return node instanceof Scalar scalar && scalar.isString();
            }

            @Override
            public String wanted() {
                return "a string " + wanted;
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                String value = ((Scalar) node).value();
                if (value.indexOf(Text.UNRESOLVED) < 0 && !allowed.test(value)) {
                    throw new InvalidInput(node.span(), path + " must be " + wanted);
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
            public String wanted() {
                return "a number";
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                BigInteger number = ((Scalar) node).integer().orElseThrow();
                if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
                    String range = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
                    throw new InvalidInput(node.span(), path + " must be " + range);
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
            public String wanted() {
                return "a number";
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                if (((Scalar) node)
                        .whole()
                        .filter(number -> number.signum() >= 0)
                        .isEmpty()) {
                    throw new InvalidInput(node.span(), path + " must be at least 0");
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
        public String wanted() {
            return "a list";
        }

        @Override
        public void inside(Node node, TreePath path) throws InvalidInput {
            Set<Object> seen = new HashSet<>();
            int index = 0;
            for (Node entry : ((Sequence) node).items()) {
                item.check(entry, path.next(String.valueOf(index++)));
                if (unique && entry instanceof Scalar scalar && !seen.add(identity(scalar))) {
                    throw new InvalidInput(
                            entry.span(), path + ": '" + scalar.text().shown() + "' stands in this list twice");
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
            public String wanted() {
                return Arrays.stream(alternatives).map(Shape::wanted).distinct().collect(Collectors.joining(" or "));
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
            public String wanted() {
                return "a mapping";
            }

            @Override
            public void inside(Node node, TreePath path) throws InvalidInput {
                for (Mapping.Entry entry : ((Mapping) node).entries()) {
                    if (!pattern.matcher(entry.name()).find()) {
                        throw new InvalidInput(
                                entry.key().span(), path + ": the name '" + entry.name() + "' is not allowed");
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
        public String wanted() {
            return "a mapping";
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
                throw new InvalidInput(node.span(), path + ": the key '" + missing.orElseThrow() + "' is missing");
            }
        }

        private InvalidInput unknown(Mapping.Entry entry, TreePath path) {
            String place = path.isTop() ? "at the top of a Compose file" : "in " + path;
            return new InvalidInput(
                    entry.key().span(),
                    "there is no key '" + entry.name() + "' " + place,
                    Spelling.suggestion(entry.name(), shapes.keySet()));
        }
    }
}
