package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project in the form that {@code docker compose config --format json} prints: short forms long, paths absolute,
 * defaults filled in. Only the keys that decide what a container can write are made; the others are left out.
 */
public final class Canonical {
    /** Keys of a service that are printed as they are after merging. */
    private static final List<String> PLAIN = List.of(
            "cap_add",
            "cap_drop",
            "container_name",
            "hostname",
            "image",
            "ipc",
            "pid",
            "privileged",
            "profiles",
            "read_only",
            "security_opt",
            "tmpfs",
            "user",
            "volumes_from",
            "working_dir");

    private final String name;
    private final Path directory;
    private final Mapping model;
    private final Variables variables;
    private final String home;

    private Canonical(ComposeProject project, Mapping model, Variables variables, String home) {
        this.name = project.name();
        this.directory = project.directory();
        this.model = model;
        this.variables = variables;
        this.home = home;
    }

    /**
     * The canonical form of a project that was not refused.
     *
     * @param home what {@code ~} stands for
     */
    static Mapping of(ComposeProject project, Mapping model, Mapping enabled, Variables variables, String home)
            throws InvalidInput {
        return new Canonical(project, model, variables, home).project(enabled);
    }

    private Mapping project(Mapping enabled) throws InvalidInput {
        Span span = model.span();
        List<Mapping.Entry> services = new ArrayList<>();
        for (Mapping.Entry service : enabled.entries()) {
            services.add(service.with(service((Mapping) service.value())));
        }
        List<Mapping.Entry> top = new ArrayList<>();
        resources("configs", "file").ifPresent(top::add);
        top.add(ShortSyntax.entry("name", string(name, span)));
        resources("secrets", "file").ifPresent(top::add);
        top.add(ShortSyntax.entry("services", enabled.with(services)));
        resources("volumes", "").ifPresent(top::add);
        return Mapping.of(top, Optional.empty(), span);
    }

    private Mapping service(Mapping service) throws InvalidInput {
        List<Mapping.Entry> keys = new ArrayList<>();
        for (Mapping.Entry entry : service.entries()) {
            value(entry).ifPresent(value -> keys.add(entry.with(value)));
        }
        Span span = service.span();
        for (String key : List.of("command", "entrypoint")) {
            if (keys.stream().noneMatch(entry -> entry.name().equals(key))) {
                keys.add(ShortSyntax.entry(key, ShortSyntax.nothing(span)));
            }
        }
        return Mapping.of(keys, Optional.empty(), span);
    }

    private Optional<Node> value(Mapping.Entry entry) throws InvalidInput {
        Node value = entry.value();
        if (entry.name().equals("tmpfs")) {
            return Optional.of(Merge.list(value));
        }
        if (Merge.isNull(value)) {
            return Optional.empty();
        }
        return switch (entry.name()) {
            case "build" -> Optional.of(build(ShortSyntax.build(value)));
            case "command", "entrypoint" -> Optional.of(command(value));
            case "environment" -> Optional.of(strings(ShortSyntax.keyValues(value), true));
            case "labels" -> Optional.of(strings(ShortSyntax.keyValues(value), false));
            case "volumes" -> Optional.of(volumes((Sequence) value));
            case "configs" -> Optional.of(fileMounts((Sequence) value, ""));
            case "secrets" -> Optional.of(fileMounts((Sequence) value, "/run/secrets/"));
            case "read_only", "privileged" ->
                Optional.of(value).filter(flag -> ((Scalar) flag).bool().orElse(true));
            default -> Optional.of(value).filter(any -> PLAIN.contains(entry.name()));
        };
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

    /** Values as strings; a key without one takes the variable of that name, and keeps null if there is none. */
    private Mapping strings(Mapping mapping, boolean inherited) {
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry entry : mapping.entries()) {
            Scalar value = (Scalar) entry.value();
            if (!value.isNull()) {
                entries.add(entry.with(value.with(value.printed(), ScalarType.STRING)));
            } else if (inherited) {
                entries.add(entry.with(variables
                        .value(entry.name())
                        .map(variable -> string(variable, value.span()))
                        .orElse(ShortSyntax.nothing(value.span()))));
            } else {
                entries.add(entry.with(string("", value.span())));
            }
        }
        return mapping.with(entries);
    }

    private Mapping build(Mapping build) {
        Span span = build.span();
        List<Mapping.Entry> keys = new ArrayList<>();
        for (Mapping.Entry entry : build.entries()) {
            switch (entry.name()) {
                case "context" -> keys.add(entry.with(context((Scalar) entry.value())));
                case "args" -> {
                    Mapping args = strings(ShortSyntax.keyValues(entry.value()), true);
                    keys.add(entry.with(args.with(args.entries().stream()
                            .filter(arg -> !Merge.isNull(arg.value()))
                            .toList())));
                }
                case "additional_contexts" -> {
                    Mapping contexts = ShortSyntax.keyValues(entry.value());
                    keys.add(entry.with(contexts.with(contexts.entries().stream()
                            .map(context -> context.with(context((Scalar) context.value())))
                            .toList())));
                }
                case "dockerfile", "dockerfile_inline", "target" -> keys.add(entry);
                default -> {
                    continue;
                }
            }
        }
        if (build.entry("context").isEmpty()) {
            keys.add(ShortSyntax.entry("context", string(directory.toString(), span)));
        }
        if (build.entry("dockerfile").isEmpty()
                && build.entry("dockerfile_inline").isEmpty()) {
            keys.add(ShortSyntax.entry("dockerfile", string("Dockerfile", span)));
        }
        return Mapping.of(keys, Optional.empty(), span);
    }

    /** As {@code paths/context.go}: what is remote, or names a service, stays. */
    private Scalar context(Scalar context) {
        String value = context.value();
        boolean elsewhere = value.contains("://")
                || List.of("https://", "http://", "git://", "ssh://", "github.com/", "git@", "service:").stream()
                        .anyMatch(value::startsWith);
        return elsewhere ? context : string(absolute(value), context.span());
    }

    private Sequence volumes(Sequence volumes) throws InvalidInput {
        List<Node> mounts = new ArrayList<>();
        for (Node volume : volumes.items()) {
            mounts.add(
                    volume instanceof Mapping mapping
                            ? longVolume(mapping)
                            : shortVolume(ShortVolume.parse((Scalar) volume)));
        }
        return Sequence.of(mounts, volumes.span());
    }

    private Mapping shortVolume(ShortVolume volume) {
        Span span = volume.whole().span();
        List<Mapping.Entry> keys = new ArrayList<>();
        keys.add(ShortSyntax.entry("type", string(volume.isBind() ? "bind" : "volume", span)));
        volume.source()
                .map(source -> volume.isBind() ? string(absolute(source.value()), span) : source)
                .ifPresent(source -> keys.add(ShortSyntax.entry("source", source)));
        keys.add(ShortSyntax.entry("target", string(Paths.clean(volume.target().value()), span)));
        if (volume.isReadOnly()) {
            keys.add(ShortSyntax.entry("read_only", ShortSyntax.bool(true, span)));
        }
        List<Mapping.Entry> bind = new ArrayList<>();
        if (volume.isBind()) {
            bind.add(ShortSyntax.entry("create_host_path", ShortSyntax.bool(true, span)));
        }
        List<Mapping.Entry> named = new ArrayList<>();
        for (Scalar option : volume.options()) {
            if (ShortVolume.PROPAGATIONS.contains(option.value())) {
                bind.add(ShortSyntax.entry("propagation", option));
            } else if (ShortVolume.SELINUX.contains(option.value())) {
                bind.add(ShortSyntax.entry("selinux", option));
            } else if (option.value().equals("nocopy")) {
                named.add(ShortSyntax.entry("nocopy", ShortSyntax.bool(true, span)));
            }
        }
        if (!bind.isEmpty()) {
            keys.add(ShortSyntax.entry("bind", Mapping.of(bind, Optional.empty(), span)));
        }
        if (!volume.isBind() || !named.isEmpty()) {
            keys.add(ShortSyntax.entry("volume", Mapping.of(named, Optional.empty(), span)));
        }
        return Mapping.of(keys, Optional.empty(), span);
    }

    private Mapping longVolume(Mapping volume) {
        boolean bind = volume.scalar("type")
                .filter(type -> type.value().equals("bind"))
                .isPresent();
        List<Mapping.Entry> keys = new ArrayList<>();
        for (Mapping.Entry entry : volume.entries()) {
            Node value = entry.value();
            if (bind && entry.name().equals("source")) {
                value = string(absolute(((Scalar) value).value()), value.span());
            } else if (entry.name().equals("target")) {
                value = string(Paths.clean(((Scalar) value).value()), value.span());
            } else if (entry.name().equals("tmpfs") && value instanceof Mapping tmpfs) {
                value = tmpfs(tmpfs);
            } else if (entry.name().equals("read_only")
                    && !((Scalar) value).bool().orElse(true)) {
                continue;
            }
            keys.add(entry.with(value));
        }
        return volume.with(keys);
    }

    /** Sizes are printed as bytes in a string, modes as decimal numbers. */
    private static Mapping tmpfs(Mapping tmpfs) {
        List<Mapping.Entry> keys = new ArrayList<>();
        for (Mapping.Entry entry : tmpfs.entries()) {
            if (entry.name().equals("size") && entry.value() instanceof Scalar size) {
                String written = size.printed().value();
                String bytes = ByteSize.of(written).map(String::valueOf).orElse(written);
                keys.add(entry.with(string(bytes, size.span())));
            } else {
                keys.add(entry);
            }
        }
        return tmpfs.with(keys);
    }

    private static Sequence fileMounts(Sequence mounts, String directory) {
        List<Node> items = new ArrayList<>();
        for (Node node : mounts.items()) {
            Mapping mount = ShortSyntax.fileMount(node);
            if (!directory.isEmpty() && mount.entry("target").isEmpty()) {
                String source = mount.scalar("source").map(Scalar::value).orElse("");
                mount = mount.with(ShortSyntax.entry("target", string(directory + source, mount.span())));
            }
            items.add(mount);
        }
        return Sequence.of(items, mounts.span());
    }

    private Optional<Mapping.Entry> resources(String section, String pathKey) {
        Optional<Mapping.Entry> entry = model.entry(section);
        if (entry.isEmpty() || !(entry.orElseThrow().value() instanceof Mapping resources)) {
            return Optional.empty();
        }
        List<Mapping.Entry> named = new ArrayList<>();
        for (Mapping.Entry resource : resources.entries()) {
            named.add(resource.with(resource(resource, pathKey)));
        }
        return Optional.of(entry.orElseThrow().with(resources.with(named)));
    }

    private Mapping resource(Mapping.Entry resource, String pathKey) {
        Span span = resource.key().span();
        Mapping keys =
                resource.value() instanceof Mapping mapping ? mapping : Mapping.of(List.of(), Optional.empty(), span);
        Optional<Scalar> path = keys.scalar(pathKey);
        if (path.isPresent()) {
            Scalar file = path.orElseThrow();
            keys = keys.with(keys.entry(pathKey).orElseThrow().with(string(absolute(file.value()), file.span())));
        }
        boolean external = keys.mapping("external").isPresent()
                || keys.scalar("external").flatMap(Scalar::bool).orElse(false);
        Optional<Scalar> oldName = keys.mapping("external").flatMap(old -> old.scalar("name"));
        if (keys.entry("external").isPresent()) {
            keys = external
                    ? keys.with(ShortSyntax.entry("external", ShortSyntax.bool(true, span)))
                    : keys.without("external");
        }
        if (keys.entry("name").isEmpty()) {
            String implied =
                    oldName.map(Scalar::value).orElse(external ? resource.name() : name + "_" + resource.name());
            keys = keys.with(ShortSyntax.entry("name", string(implied, span)));
        }
        return keys;
    }

    private String absolute(String path) {
        if (path.startsWith("~")) {
            return Paths.clean(home + "/" + path.substring(1));
        }
        boolean windows = path.startsWith("\\\\") || path.matches("(?s)[A-Za-z]:[\\\\/].*");
        return path.startsWith("/") || windows ? path : Paths.clean(directory + "/" + path);
    }

    private static Scalar string(String value, Span span) {
        return Scalar.string(Text.literal(value), span);
    }
}
