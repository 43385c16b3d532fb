package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A service in its long form. */
final class CanonicalService {
    /** Keys that decide nothing here and have forms of their own; they are left out. */
    private static final Set<String> LEFT_OUT = Set.of(
            "annotations",
            "blkio_config",
            "develop",
            "dns",
            "dns_search",
            "expose",
            "extends",
            "extra_hosts",
            "gpus",
            "healthcheck",
            "label_file",
            "links",
            "logging",
            "mem_limit",
            "mem_reservation",
            "memswap_limit",
            "models",
            "ports",
            "sysctls",
            "ulimits");

    private final Variables variables;
    private final UnaryOperator<String> absolute;
    private final CanonicalMounts mounts;

    CanonicalService(Variables variables, UnaryOperator<String> absolute) {
        this.variables = variables;
        this.absolute = absolute;
        this.mounts = new CanonicalMounts(absolute);
    }

    Mapping of(Mapping service) throws InvalidInput {
        List<Mapping.Entry> keys = new ArrayList<>();
        for (Mapping.Entry entry : service.entries()) {
            value(entry).ifPresent(value -> keys.add(entry.with(value)));
        }
        Span span = service.span();
        Mapping whole = Mapping.of(keys, Optional.empty(), span);
        for (String key : List.of("command", "entrypoint")) {
            if (whole.entry(key).isEmpty()) {
                whole = whole.with(ShortSyntax.entry(key, ShortSyntax.nothing(span)));
            }
        }
        Mapping dependencies = Dependencies.of(service);
        if (!dependencies.entries().isEmpty()) {
            whole = whole.with(ShortSyntax.entry("depends_on", dependencies));
        }
        Optional<Mapping.Entry> scale = service.entry("scale");
        if (scale.isPresent() && service.mapping("deploy").isPresent()) {
            Mapping deploy = whole.mapping("deploy").orElseThrow();
            deploy = deploy.with(ShortSyntax.entry("replicas", scale.get().value()));
            whole = whole.with(whole.entry("deploy").orElseThrow().with(deploy));
        }
        boolean networked = service.entry("network_mode").isEmpty()
                && service.entry("provider").isEmpty();
        return networked ? whole.with(ShortSyntax.entry("networks", networks(service))) : whole;
    }

    /** A service that names no network is on the default one. */
    private static Mapping networks(Mapping service) throws InvalidInput {
        Optional<Node> networks = service.get("networks");
        Mapping named = networks.isPresent() && networks.get() instanceof Sequence list
                ? ShortSyntax.names(list)
                : service.mapping("networks").orElseGet(() -> ShortSyntax.mapping(service.span()));
        return named.entries().isEmpty()
                ? ShortSyntax.mapping(service.span(), ShortSyntax.entry("default", ShortSyntax.nothing(service.span())))
                : named;
    }

    private Optional<Node> value(Mapping.Entry entry) throws InvalidInput {
        Node value = entry.value();
        if (entry.name().equals("tmpfs") && !Merge.isNull(value)) {
            return Optional.<Node>of(Merge.list(value)).filter(list -> !isEmpty(list));
        }
        if (LEFT_OUT.contains(entry.name()) || Merge.isNull(value)) {
            return Optional.empty();
        }
        boolean command = entry.name().equals("command") || entry.name().equals("entrypoint");
        if (isEmpty(value) && !command) {
            return Optional.empty();
        }
        return switch (entry.name()) {
            case "depends_on", "networks" -> Optional.empty();
            case "build" -> Optional.of(build(ShortSyntax.build(value)));
            case "command", "entrypoint" -> Optional.of(command(value));
            case "environment" -> Optional.of(strings(ShortSyntax.keyValues(value)));
            case "labels" -> Optional.of(labels(value));
            case "volumes" -> Optional.of(mounts.volumes((Sequence) value));
            case "configs" -> Optional.of(CanonicalMounts.files((Sequence) value, Optional.empty()));
            case "secrets" -> Optional.of(CanonicalMounts.files((Sequence) value, Optional.of("/run/secrets/")));
            case "devices" -> Optional.of(CanonicalMounts.devices((Sequence) value));
            case "env_file" -> Optional.of(envFiles(value));
            case "post_start", "pre_stop", "pre_start" -> Optional.of(hooks((Sequence) value));
            case "shm_size" -> Optional.of(CanonicalMounts.bytes((Scalar) value));
            case "deploy" -> Optional.of(deploy((Mapping) value));
            case "group_add" -> Optional.of(printed((Sequence) value));
            case "init" -> Optional.of(value);
            default ->
                Optional.of(value)
                        .filter(flag -> !(flag instanceof Scalar scalar
                                && scalar.bool().filter(on -> !on).isPresent()));
        };
    }

    private static Sequence printed(Sequence values) {
        List<Node> strings = values.items().stream()
                .map(value -> (Node) Scalar.string(((Scalar) value).printed(), value.span()))
                .toList();
        return Sequence.of(strings, values.span());
    }

    private static boolean isEmpty(Node value) {
        return value instanceof Scalar scalar
                        && scalar.isString()
                        && scalar.value().isEmpty()
                || value instanceof Sequence sequence && sequence.items().isEmpty();
    }

    private static Node command(Node value) {
        if (value instanceof Sequence) {
            return value;
        }
        List<Node> words = CommandLine.words(((Scalar) value).value()).stream()
                .map(word -> (Node) string(word, value.span()))
                .toList();
        return Sequence.of(words, value.span());
    }

    /** Labels in whatever form; a key alone has an empty value. */
    static Mapping labels(Node labels) {
        List<Mapping.Entry> entries = new ArrayList<>();
        Mapping named = ShortSyntax.keyValues(labels);
        for (Mapping.Entry entry : named.entries()) {
            Scalar value = (Scalar) entry.value();
            entries.add(entry.with(
                    value.isNull() ? string("", value.span()) : value.with(value.printed(), ScalarType.STRING)));
        }
        return named.with(entries);
    }

    /** Values as strings; a key without one takes the variable of that name, and keeps null if there is none. */
    private Mapping strings(Mapping mapping) {
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry entry : mapping.entries()) {
            Scalar value = (Scalar) entry.value();
            if (value.isNull()) {
                entries.add(entry.with(variables
                        .value(entry.name())
                        .map(variable -> string(variable, value.span()))
                        .orElse(ShortSyntax.nothing(value.span()))));
            } else {
                entries.add(entry.with(value.with(value.printed(), ScalarType.STRING)));
            }
        }
        return mapping.with(entries);
    }

    private Mapping build(Mapping build) {
        Span span = build.span();
        List<Mapping.Entry> keys = new ArrayList<>();
        for (Mapping.Entry entry : build.entries()) {
            buildValue(entry).ifPresent(value -> keys.add(entry.with(value)));
        }
        if (build.entry("context").isEmpty()) {
            keys.add(ShortSyntax.entry("context", string(absolute.apply("."), span)));
        }
        if (build.entry("dockerfile").isEmpty()
                && build.entry("dockerfile_inline").isEmpty()) {
            keys.add(ShortSyntax.entry("dockerfile", string("Dockerfile", span)));
        }
        return Mapping.of(keys, Optional.empty(), span);
    }

    private Optional<Node> buildValue(Mapping.Entry entry) {
        Node value = entry.value();
        if (isEmpty(value)) {
            return Optional.empty();
        }
        return switch (entry.name()) {
            case "context" -> Optional.of(context((Scalar) value));
            case "args" ->
                Optional.of(strings(ShortSyntax.keyValues(value)))
                        .map(args -> args.with(args.entries().stream()
                                .filter(arg -> !Merge.isNull(arg.value()))
                                .toList()))
                        .filter(args -> !args.entries().isEmpty())
                        .map(Node.class::cast);
            case "additional_contexts" -> {
                Mapping contexts = ShortSyntax.keyValues(value);
                yield Optional.of(contexts.with(contexts.entries().stream()
                        .map(context -> context.with(context((Scalar) context.value())))
                        .toList()));
            }
            case "secrets" -> Optional.of(CanonicalMounts.files((Sequence) value, Optional.empty()));
            case "labels" -> Optional.of(labels(value));
            case "ssh", "ulimits", "extra_hosts", "shm_size" -> Optional.empty();
            case "no_cache", "pull", "privileged" ->
                Optional.<Node>of(ShortSyntax.bool(true, value.span()))
                        .filter(on -> Interpolation.isTrue((Scalar) value));
            default -> Optional.of(value);
        };
    }

    private Scalar context(Scalar context) {
        String value = context.value();
        return RelativePaths.isElsewhere(value) ? context : string(absolute.apply(value), context.span());
    }

    /** Files that are required, as they are by default, say so by saying nothing. */
    private Sequence envFiles(Node value) {
        List<Node> items = new ArrayList<>();
        for (Node file : Merge.list(value).items()) {
            Mapping keys = file instanceof Mapping mapping
                    ? mapping
                    : ShortSyntax.mapping(file.span(), ShortSyntax.entry("path", file));
            if (keys.scalar("required").map(Interpolation::isTrue).orElse(false)) {
                keys = keys.without("required");
            }
            Scalar path = keys.scalar("path").orElseThrow();
            items.add(keys.with(
                    keys.entry("path").orElseThrow().with(string(absolute.apply(path.value()), path.span()))));
        }
        return Sequence.of(items, value.span());
    }

    private Sequence hooks(Sequence hooks) {
        List<Node> items = new ArrayList<>();
        for (Node hook : hooks.items()) {
            List<Mapping.Entry> keys = new ArrayList<>();
            for (Mapping.Entry entry : ((Mapping) hook).entries()) {
                hookValue(entry).ifPresent(value -> keys.add(entry.with(value)));
            }
            items.add(((Mapping) hook).with(keys));
        }
        return Sequence.of(items, hooks.span());
    }

    private Optional<Node> hookValue(Mapping.Entry entry) {
        Node value = entry.value();
        return switch (entry.name()) {
            case "command" -> Optional.of(Merge.isNull(value) ? value : command(value));
            case "environment" -> Optional.of(strings(ShortSyntax.keyValues(value)));
            case "privileged" ->
                Optional.<Node>of(ShortSyntax.bool(true, value.span()))
                        .filter(on -> Interpolation.isTrue((Scalar) value));
            default -> Optional.of(value);
        };
    }

    /** Of {@code deploy} only the memory limit has another form. */
    private static Mapping deploy(Mapping deploy) {
        Optional<Mapping> limits = deploy.mapping("resources").flatMap(resources -> resources.mapping("limits"));
        Optional<Scalar> memory = limits.flatMap(keys -> keys.scalar("memory"));
        if (memory.isEmpty()) {
            return deploy;
        }
        Mapping bounded =
                limits.get().with(limits.get().entry("memory").orElseThrow().with(CanonicalMounts.bytes(memory.get())));
        Mapping resources = deploy.mapping("resources").orElseThrow();
        resources = resources.with(resources.entry("limits").orElseThrow().with(bounded));
        return deploy.with(deploy.entry("resources").orElseThrow().with(resources));
    }

    private static Scalar string(String value, Span span) {
        return Scalar.string(Text.literal(value), span);
    }
}
