package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays one file's values over those of the files before it, as compose-go's {@code override/merge.go}: mappings merge,
 * lists append, single values are replaced, and some keys have a way of their own.
 */
final class Merge {
    private static final PathTable<Way> WAYS = ways();

    private Merge() {}

    /** A way of its own that a key is merged in. */
    private enum Way {
        REPLACE,
        TO_LIST,
        EXTRA_HOSTS,
        BUILD,
        DEPENDS_ON,
        NAMES,
        LOGGING
    }

    /** The base with the override laid over it. */
    static Node merge(Node base, Node override, TreePath path) throws InvalidInput {
        Way way = WAYS.find(path);
        if (way != null) {
            return merge(base, override, path, way);
        }
        return byType(base, override, path);
    }

    private static Node byType(Node base, Node override, TreePath path) throws InvalidInput {
        if (override instanceof Scalar scalar && scalar.isNull()) {
            return base;
        }
        if (base instanceof Mapping mapping) {
            return mappings(mapping, as(Mapping.class, override, path), path);
        }
        if (base instanceof Sequence sequence) {
            return append(sequence, as(Sequence.class, override, path));
        }
        return override;
    }

    private static Node merge(Node base, Node override, TreePath path, Way way) throws InvalidInput {
        return switch (way) {
            case REPLACE -> override;
            case TO_LIST -> append(list(base), list(override));
            case EXTRA_HOSTS -> extraHosts(list(base), list(override));
            case BUILD -> mappings(build(base, path), build(override, path), path);
            case DEPENDS_ON -> mappings(dependencies(base, path), dependencies(override, path), path);
            case NAMES -> mappings(names(base, path), names(override, path), path);
            case LOGGING -> logging(as(Mapping.class, base, path), as(Mapping.class, override, path), path);
        };
    }

    private static Mapping mappings(Mapping base, Mapping override, TreePath path) throws InvalidInput {
        Mapping merged = base;
        for (Mapping.Entry entry : override.entries()) {
            Optional<Mapping.Entry> earlier = base.entry(entry.name());
            merged = merged.with(earlier.isEmpty() ? entry : merged(earlier.orElseThrow(), entry, path));
        }
        return merged;
    }

    /** A mapping that grows keeps the place of its first key; a value that is replaced has the place of its last. */
    private static Mapping.Entry merged(Mapping.Entry base, Mapping.Entry override, TreePath path) throws InvalidInput {
        Node value = merge(base.value(), override.value(), path.next(override.name()));
        return value instanceof Mapping ? base.with(value) : override.with(value);
    }

    private static Sequence append(Sequence base, Sequence more) {
        List<Node> items = new ArrayList<>(base.items());
        items.addAll(more.items());
        return new Sequence(items, Optional.empty(), more.items().isEmpty() ? base.span() : more.span());
    }

    private static Sequence extraHosts(Sequence base, Sequence more) {
        List<Text> present = base.items().stream().map(Merge::printed).toList();
        List<Node> fresh = more.items().stream()
                .filter(item -> !present.contains(printed(item)))
                .toList();
        return append(base, Sequence.of(fresh, more.span()));
    }

    private static Mapping build(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Scalar scalar && scalar.isString()) {
            Scalar key = Scalar.string(Text.literal("context"), scalar.span());
            return Mapping.of(List.of(new Mapping.Entry(key, scalar)), Optional.empty(), scalar.span());
        }
        return mappingOrEmpty(node, path);
    }

    private static Mapping dependencies(Node node, TreePath path) throws InvalidInput {
        return node instanceof Sequence sequence ? ShortSyntax.dependencies(sequence) : mappingOrEmpty(node, path);
    }

    private static Mapping names(Node node, TreePath path) throws InvalidInput {
        return node instanceof Sequence sequence ? ShortSyntax.names(sequence) : mappingOrEmpty(node, path);
    }

    private static Mapping logging(Mapping base, Mapping override, TreePath path) throws InvalidInput {
        Optional<String> driver = base.scalar("driver").map(Scalar::value);
        Optional<String> other = override.scalar("driver").map(Scalar::value);
        boolean same = driver.isEmpty() || other.isEmpty() || driver.equals(other);
        return same ? mappings(base, override, path) : override;
    }

    /** {@code KEY=value} strings; a mapping's are sorted, as in the reference. */
    static Sequence list(Node node) {
        if (node instanceof Sequence sequence) {
            return sequence;
        }
        if (node instanceof Mapping mapping) {
            List<Node> items = mapping.entries().stream()
                    .flatMap(Merge::keyValues)
                    .sorted(Comparator.comparing(Scalar::value))
                    .map(Node.class::cast)
                    .toList();
            return Sequence.of(items, mapping.span());
        }
        Scalar scalar = (Scalar) node;
        return Sequence.of(scalar.isNull() ? List.of() : List.of(scalar), scalar.span());
    }

    private static Stream<Scalar> keyValues(Mapping.Entry entry) {
        Span span = entry.span();
        if (entry.value() instanceof Sequence values) {
            return values.items().stream().map(value -> keyValue(entry, printed(value), value.span()));
        }
        if (entry.value() instanceof Scalar value && value.isNull()) {
            return Stream.of(Scalar.string(entry.key().text(), span));
        }
        return Stream.of(keyValue(entry, printed(entry.value()), span));
    }

    private static Scalar keyValue(Mapping.Entry entry, Text value, Span span) {
        return Scalar.string(Text.join(List.of(entry.key().text(), Text.literal("="), value)), span);
    }

    private static Text printed(Node node) {
        return node instanceof Scalar scalar ? scalar.printed() : Text.literal("");
    }

    private static Mapping mappingOrEmpty(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Scalar scalar && scalar.isNull()) {
            return Mapping.of(List.of(), Optional.empty(), scalar.span());
        }
        return as(Mapping.class, node, path);
    }

    private static <T extends Node> T as(Class<T> type, Node node, TreePath path) throws InvalidInput {
        if (!type.isInstance(node)) {
            throw new InvalidInput(
                    node.span(),
                    Message.of(
                            "cannot override {0}: here it is a {1}, and an earlier file has another type",
                            path, node.typeName()));
        }
        return type.cast(node);
    }

    private static PathTable<Way> ways() {
        return new PathTable<Way>()
                .with(
                        Way.REPLACE,
                        "services.*.command",
                        "services.*.entrypoint",
                        "services.*.healthcheck.test",
                        "services.*.ulimits.*")
                .with(
                        Way.TO_LIST,
                        "networks.*.labels",
                        "volumes.*.labels",
                        "services.*.annotations",
                        "services.*.build.args",
                        "services.*.build.additional_contexts",
                        "services.*.build.labels",
                        "services.*.deploy.labels",
                        "services.*.dns",
                        "services.*.dns_opt",
                        "services.*.dns_search",
                        "services.*.env_file",
                        "services.*.label_file",
                        "services.*.environment",
                        "services.*.labels",
                        "services.*.volumes.*.volume.labels",
                        "services.*.sysctls",
                        "services.*.tmpfs")
                .with(Way.EXTRA_HOSTS, "services.*.extra_hosts", "services.*.build.extra_hosts")
                .with(Way.BUILD, "services.*.build")
                .with(Way.DEPENDS_ON, "services.*.depends_on")
                .with(Way.NAMES, "services.*.models", "services.*.networks")
                .with(Way.LOGGING, "services.*.logging");
    }

    /** Whether a value is nothing: an empty key. */
    static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.type() == ScalarType.NULL;
    }
}
