package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the paths of a model absolute that were written relative to another directory than the project's: those of
 * included and of extended files. As compose-go's {@code paths/resolve.go}. What may be shown of them stays as written.
 */
final class RelativePaths {
    private static final PathTable<Kind> KINDS = new PathTable<Kind>()
            .with(
                    Kind.FILE,
                    "configs.*.file",
                    "secrets.*.file",
                    "services.*.develop.watch.[].path",
                    "services.*.env_file",
                    "services.*.env_file.[]",
                    "services.*.env_file.[].path",
                    "services.*.label_file",
                    "services.*.label_file.[]")
            .with(
                    Kind.CONTEXT,
                    "services.*.build",
                    "services.*.build.context",
                    "services.*.build.additional_contexts.*")
            .with(Kind.NAMED_CONTEXT, "services.*.build.additional_contexts.[]")
            .with(Kind.MOUNT, "services.*.volumes.[]")
            .with(Kind.VOLUME, "volumes.*");

    private final Path directory;

    /** What stands at a path that holds a path. */
    private enum Kind {
        FILE,
        CONTEXT,
        NAMED_CONTEXT,
        MOUNT,
        VOLUME
    }

    RelativePaths(Path directory) {
        this.directory = directory;
    }

    /** An included model with every such path absolute; a build without a context has its directory's. */
    Mapping included(Mapping model) throws InvalidInput {
        return (Mapping) resolve(withContexts(model), TreePath.TOP);
    }

    /** Services to extend with every such path absolute; a context that is not said is the extending project's. */
    Mapping extended(Mapping model) throws InvalidInput {
        return (Mapping) resolve(model, TreePath.TOP);
    }

    private Node resolve(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Mapping mapping) {
            Kind kind = KINDS.find(path);
            if (kind == Kind.MOUNT) {
                return longVolume(mapping);
            }
            if (kind == Kind.VOLUME) {
                return disguisedBind(mapping);
            }
            return mapping.mapped(entry -> resolve(entry.value(), path.next(entry.name())));
        }
        if (node instanceof Sequence sequence) {
            TreePath place = path.next(TreePath.ITEM);
            return sequence.mapped(item -> resolve(item, place));
        }
        Scalar scalar = (Scalar) node;
        return scalar.isString() ? scalar(scalar, path) : scalar;
    }

    private Scalar scalar(Scalar scalar, TreePath path) throws InvalidInput {
        Kind kind = KINDS.find(path);
        if (kind == null) {
            return scalar;
        }
        return switch (kind) {
            case FILE -> scalar.with(absolute(scalar.text()));
            case CONTEXT -> scalar.with(context(scalar.text(), false));
            case NAMED_CONTEXT -> scalar.with(context(scalar.text(), true));
            case MOUNT -> shortVolume(scalar);
            case VOLUME -> scalar;
        };
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

    private Mapping longVolume(Mapping volume) throws InvalidInput {
        boolean bind = volume.scalar("type")
                .filter(type -> type.value().equals("bind"))
                .isPresent();
        if (bind && volume.scalar("source").isEmpty()) {
            throw new InvalidInput(volume.span(), Message.of("a mount of type bind needs a source"));
        }
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
