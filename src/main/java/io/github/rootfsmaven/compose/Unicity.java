package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps one entry of each kind in lists that name something, as compose-go's {@code override/uncity.go}: the place of
 * the first, the value of the last.
 */
final class Unicity {
    private static final TreePath VOLUMES = TreePath.pattern("services.*.volumes");
    private static final PathTable<Key> KEYS = keys();

    private Unicity() {}

    /** What two entries must not share. */
    @FunctionalInterface
    private interface Key {
        Optional<String> of(Node entry) throws InvalidInput;
    }

    static Node enforce(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Mapping mapping) {
            return mapping.mapped(entry -> enforce(entry.value(), path.next(entry.name())));
        }
        if (node instanceof Sequence sequence) {
            Key key = KEYS.find(path);
            if (key != null) {
                return path.matches(VOLUMES) ? volumes(sequence) : unique(sequence, key);
            }
        }
        return node;
    }

    /** What an item of a list is called that names something; empty in other lists. */
    static Optional<String> name(Node item, TreePath list) throws InvalidInput {
        Key key = KEYS.find(list);
        return key == null ? Optional.empty() : key.of(item);
    }

    /**
     * The reference makes short forms long between two passes, which cleans their targets but not those of long forms.
     * So {@code /d} and {@code /d/} are one in the short syntax and two in the long.
     */
    private static Sequence volumes(Sequence volumes) throws InvalidInput {
        Sequence cleaned = unique(volumes, Unicity::volumeTarget)
                .mapped(entry -> entry instanceof Scalar scalar
                        ? ShortVolume.parse(scalar).withCleanTarget()
                        : entry);
        return unique(cleaned, Unicity::volumeTarget);
    }

    private static Sequence unique(Sequence sequence, Key key) throws InvalidInput {
        Map<Object, Node> kept = new LinkedHashMap<>();
        for (Node entry : sequence.items()) {
            // no key takes a list in its list: the schema, which comes next, says so with the place
            Optional<String> name = entry instanceof Sequence ? Optional.empty() : key.of(entry);
            kept.put(name.isPresent() ? name.orElseThrow() : new Object(), entry);
        }
        return kept.size() == sequence.items().size()
                ? sequence
                : new Sequence(List.copyOf(kept.values()), sequence.tag(), sequence.span());
    }

    /** What stands before the first equals sign: for a tmpfs too, although options may hold one. */
    private static Optional<String> beforeEquals(Node entry) {
        return entry instanceof Scalar scalar ? Optional.of(scalar.value().split("=", 2)[0]) : Optional.empty();
    }

    /** The target as it is written. */
    private static Optional<String> volumeTarget(Node entry) throws InvalidInput {
        if (entry instanceof Mapping mapping) {
            return Optional.of(target(mapping));
        }
        return Optional.of(ShortVolume.parse((Scalar) entry).target().value());
    }

    /** A long form without a target is refused here, in whatever document it stands. */
    private static String target(Mapping mount) throws InvalidInput {
        return mount.scalar("target")
                .map(Scalar::value)
                .orElseThrow(() -> new InvalidInput(mount.span(), Message.of("this mount has no target")));
    }

    private static Optional<String> deviceTarget(Node entry) throws InvalidInput {
        if (entry instanceof Mapping mapping) {
            return Optional.of(target(mapping));
        }
        String[] parts = ((Scalar) entry).value().split(":");
        return Optional.of(parts.length > 1 ? parts[1] : parts[0]);
    }

    private static Key mount(String directory) {
        return entry -> {
            Mapping mount = ShortSyntax.fileMount(entry);
            return mount.scalar("target")
                    .map(Scalar::value)
                    .or(() -> mount.scalar("source").map(source -> directory + "/" + source.value()));
        };
    }

    private static Optional<String> envFilePath(Node entry) {
        return entry instanceof Mapping mapping
                ? mapping.scalar("path").map(Scalar::value)
                : Optional.of(((Scalar) entry).value());
    }

    private static Optional<String> port(Node entry) {
        if (entry instanceof Scalar scalar) {
            return Optional.of(scalar.printed().value());
        }
        Mapping port = (Mapping) entry;
        return Optional.of(String.join(
                ":",
                value(port, "host_ip", "0.0.0.0"),
                value(port, "published", ""),
                value(port, "target", ""),
                value(port, "protocol", "tcp")));
    }

    private static String value(Mapping mapping, String key, String otherwise) {
        return mapping.scalar(key).map(scalar -> scalar.printed().value()).orElse(otherwise);
    }

    private static PathTable<Key> keys() {
        return new PathTable<Key>()
                .with(
                        Unicity::beforeEquals,
                        "networks.*.labels",
                        "networks.*.ipam.options",
                        "services.*.annotations",
                        "services.*.build.args",
                        "services.*.build.additional_contexts",
                        "services.*.build.labels",
                        "services.*.build.tags",
                        "services.*.cap_add",
                        "services.*.cap_drop",
                        "services.*.deploy.labels",
                        "services.*.dns",
                        "services.*.dns_opt",
                        "services.*.dns_search",
                        "services.*.environment",
                        "services.*.labels",
                        "services.*.links",
                        "services.*.networks.*.aliases",
                        "services.*.networks.*.link_local_ips",
                        "services.*.profiles",
                        "services.*.sysctls",
                        "services.*.tmpfs")
                .with(Unicity::port, "services.*.expose", "services.*.ports")
                .with(Unicity::deviceTarget, "services.*.devices")
                .with(mount(""), "services.*.configs")
                .with(mount("/run/secrets"), "services.*.secrets")
                .with(Unicity::envFilePath, "services.*.env_file")
                .with(Unicity::volumeTarget, "services.*.volumes");
    }
}
