package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the paths of a model absolute that were written relative to another directory than the project's: those of
 * included and of extended files. As compose-go's {@code paths/resolve.go}. What may be shown of them stays as written.
 */
final class RelativePaths {
    private static final List<TreePath> FILES = List.of(
            TreePath.pattern("configs.*.file"),
            TreePath.pattern("secrets.*.file"),
            TreePath.pattern("services.*.develop.watch.[].path"),
            TreePath.pattern("services.*.env_file"),
            TreePath.pattern("services.*.env_file.[]"),
            TreePath.pattern("services.*.env_file.[].path"),
            TreePath.pattern("services.*.label_file"),
            TreePath.pattern("services.*.label_file.[]"));
    private static final Map<TreePath, Boolean> CONTEXTS = List.of(
                    "services.*.build",
                    "services.*.build.context",
                    "services.*.build.additional_contexts.*",
                    "services.*.build.additional_contexts.[]")
            .stream()
            .collect(Collectors.toUnmodifiableMap(TreePath::pattern, path -> path.contains("additional")));
    private static final TreePath VOLUME = TreePath.pattern("services.*.volumes.[]");
    private static final TreePath RESOURCE = TreePath.pattern("volumes.*");

    private final Path directory;

    RelativePaths(Path directory) {
        this.directory = directory;
    }

    /** The model with every such path absolute. */
    Mapping resolve(Mapping model) throws InvalidInput {
        return (Mapping) resolve(withContexts(model), TreePath.TOP);
    }

    private Node resolve(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Mapping mapping) {
            if (path.matches(VOLUME)) {
                return longVolume(mapping);
            }
            if (path.matches(RESOURCE)) {
                return disguisedBind(mapping);
            }
            List<Mapping.Entry> entries = new ArrayList<>();
            for (Mapping.Entry entry : mapping.entries()) {
                entries.add(entry.with(resolve(entry.value(), path.next(entry.name()))));
            }
            return mapping.with(entries);
        }
        if (node instanceof Sequence sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                items.add(resolve(item, path.next(TreePath.ITEM)));
            }
            return new Sequence(items, sequence.tag(), sequence.span());
        }
        Scalar scalar = (Scalar) node;
        return scalar.isString() ? scalar(scalar, path) : scalar;
    }

    private Scalar scalar(Scalar scalar, TreePath path) throws InvalidInput {
        if (path.matches(VOLUME)) {
            return shortVolume(scalar);
        }
        if (FILES.stream().anyMatch(path::matches)) {
            return scalar.with(absolute(scalar.text()));
        }
        for (Map.Entry<TreePath, Boolean> context : CONTEXTS.entrySet()) {
            if (path.matches(context.getKey())) {
                return scalar.with(context(
                        scalar.text(), path.matches(TreePath.pattern("services.*.build.additional_contexts.[]"))));
            }
        }
        return scalar;
    }

    /** A build without a context is built in the directory of its file. */
    private Mapping withContexts(Mapping model) {
        Optional<Mapping> services = model.mapping("services");
        if (services.isEmpty()) {
            return model;
        }
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry entry : services.orElseThrow().entries()) {
            Optional<Mapping> build =
                    entry.value() instanceof Mapping service ? service.mapping("build") : Optional.empty();
            if (build.isEmpty() || build.orElseThrow().entry("context").isPresent()) {
                entries.add(entry);
                continue;
            }
            Mapping whole = build.orElseThrow();
            Scalar here = Scalar.string(Text.literal("."), whole.span());
            Mapping service = (Mapping) entry.value();
            entries.add(entry.with(service.with(
                    service.entry("build").orElseThrow().with(whole.with(ShortSyntax.entry("context", here))))));
        }
        return model.with(model.entry("services")
                .orElseThrow()
                .with(services.orElseThrow().with(entries)));
    }

    private Text context(Text context, boolean named) {
        int equals = context.value().indexOf('=');
        if (named && equals >= 0) {
            return Text.join(List.of(context.substring(0, equals + 1), context(context.substring(equals + 1), false)));
        }
        return isElsewhere(context.value()) ? context : absolute(context);
    }

    /** As {@code paths/context.go}: what is remote, or names a service, is no path. */
    static boolean isElsewhere(String context) {
        return context.contains("://")
                || List.of("https://", "http://", "git://", "ssh://", "github.com/", "git@", "service:").stream()
                        .anyMatch(context::startsWith);
    }

    private Scalar shortVolume(Scalar entry) throws InvalidInput {
        ShortVolume volume = ShortVolume.parse(entry);
        if (!volume.isBind()) {
            return entry;
        }
        Text source = volume.source().orElseThrow().text();
        Text rest = entry.text().substring(source.value().length());
        return entry.with(Text.join(List.of(absolute(source), rest)));
    }

    private Mapping longVolume(Mapping volume) {
        boolean bind = volume.scalar("type")
                .filter(type -> type.value().equals("bind"))
                .isPresent();
        return bind ? withAbsolute(volume, "source") : volume;
    }

    private Mapping disguisedBind(Mapping volume) {
        boolean local = volume.scalar("driver")
                .filter(driver -> driver.value().equals("local"))
                .isPresent();
        Optional<Mapping> options = volume.mapping("driver_opts");
        boolean bind = options.flatMap(keys -> keys.scalar("o"))
                .filter(o -> o.value().equals("bind"))
                .isPresent();
        if (!local || !bind) {
            return volume;
        }
        return volume.with(
                volume.entry("driver_opts").orElseThrow().with(withAbsolute(options.orElseThrow(), "device")));
    }

    private Mapping withAbsolute(Mapping mapping, String key) {
        Optional<Scalar> path = mapping.scalar(key);
        if (path.isEmpty()) {
            return mapping;
        }
        Scalar scalar = path.orElseThrow();
        return mapping.with(mapping.entry(key).orElseThrow().with(scalar.with(absolute(scalar.text()))));
    }

    /** Home directories and variables without a value are left as they are. */
    private Text absolute(Text path) {
        String value = path.value();
        boolean windows = value.startsWith("\\\\") || value.matches("(?s)[A-Za-z]:[\\\\/].*");
        if (value.startsWith("/") || value.startsWith("~") || windows) {
            return path;
        }
        if (value.indexOf(Text.UNRESOLVED) == 0) {
            return path;
        }
        return Text.moved(Paths.clean(directory.toString().replace('\\', '/') + "/" + value), path);
    }
}
