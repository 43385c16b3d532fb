package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what the reference refuses after the schema: compose-go's {@code validation} package and {@code
 * loader/validate.go}. What a file that was not read may define is not missed.
 */
final class Consistency {
    private final Mapping project;
    private final Mapping enabled;
    private final boolean complete;
    private final Set<String> incomplete;

    /**
     * Checks on a project.
     *
     * @param enabled the services that a profile does not disable
     * @param reading what was missed
     */
    Consistency(Mapping project, Mapping enabled, Reading reading) {
        this.project = project;
        this.enabled = enabled;
        this.complete = reading.complete();
        this.incomplete = reading.incomplete();
    }

    void check() throws InvalidInput {
        checkResources("volumes", List.of());
        checkResources("configs", List.of("file", "environment", "content"));
        checkResources("secrets", List.of("file", "environment"));
        for (Mapping.Entry service : section("services").entries()) {
            if (service.value() instanceof Mapping mapping) {
                Ports.check(service.name(), mapping);
                Decoding.check(service);
            }
        }
        for (Mapping.Entry service : enabled.entries()) {
            if (service.value() instanceof Mapping mapping) {
                checkService(service, mapping);
            }
        }
        new Circles(enabled).check();
    }

    private void checkResources(String section, List<String> sources) throws InvalidInput {
        for (Mapping.Entry entry :
                project.mapping(section).map(Mapping::entries).orElse(List.of())) {
            if (!(entry.value() instanceof Mapping resource)) {
                continue;
            }
            if (section.equals("volumes")) {
                checkExternal(entry, resource);
                continue;
            }
            List<String> given = sources.stream()
                    .filter(source -> resource.entry(source).isPresent())
                    .filter(source -> !source.equals("environment") || !isEmpty(resource.get(source)))
                    .toList();
            if (given.size() > 1) {
                throw new InvalidInput(
                        entry.key().span(),
                        Message.of(
                                "{0}.{1}: only one of {2} can be set",
                                section, entry.name(), String.join(", ", sources)));
            }
            // A secret needs a source whatever its driver; a config may have a driver instead.
            boolean elsewhere = section.equals("secrets")
                    ? isExternal(resource)
                    : resource.entry("external").isPresent()
                            || resource.entry("driver").isPresent();
            if (given.isEmpty() && !elsewhere) {
                throw new InvalidInput(
                        entry.key().span(),
                        Message.of(
                                "{0}.{1}: one of {2} must be set", section, entry.name(), String.join(", ", sources)));
            }
        }
    }

    private static void checkExternal(Mapping.Entry entry, Mapping volume) throws InvalidInput {
        if (!isExternal(volume)) {
            return;
        }
        Optional<Scalar> oldName = volume.mapping("external").flatMap(external -> external.scalar("name"));
        Optional<Scalar> name = volume.scalar("name");
        boolean two = oldName.isPresent()
                && name.filter(other -> !other.value().equals(oldName.get().value()))
                        .isPresent();
        if (two) {
            throw new InvalidInput(
                    name.get().span(), Message.of("volumes.{0}: external.name is another name", entry.name()));
        }
        for (Mapping.Entry key : volume.entries()) {
            if (!Set.of("name", "external").contains(key.name()) && !key.name().startsWith("x-")) {
                throw new InvalidInput(
                        key.key().span(),
                        Message.of("volumes.{0}: an external volume cannot have '{1}'", entry.name(), key.name()));
            }
        }
    }

    private static boolean isEmpty(Optional<Node> value) {
        return value.filter(
                        node -> node instanceof Scalar scalar && scalar.value().isEmpty())
                .isPresent();
    }

    private static boolean isExternal(Mapping resource) {
        Optional<Node> external = resource.get("external");
        return external.filter(Mapping.class::isInstance).isPresent()
                || resource.scalar("external").flatMap(Scalar::bool).orElse(false);
    }

    private void checkService(Mapping.Entry service, Mapping mapping) throws InvalidInput {
        boolean runs = mapping.scalar("image")
                        .filter(image -> !image.value().isEmpty())
                        .isPresent()
                || mapping.get("build").filter(build -> !Merge.isNull(build)).isPresent()
                || mapping.entry("provider").isPresent();
        if (!runs && !incomplete.contains(service.name()) && complete) {
            throw new InvalidInput(
                    service.key().span(), Message.of("service '{0}' has neither an image nor a build", service.name()));
        }
        checkBuild(service, mapping);
        checkReferences(service, mapping);
        checkHealthcheck(mapping);
        checkMounts(service, mapping);
        checkNetworkMode(service, mapping);
        checkWatch(service, mapping);
        new DeployConsistency(service, mapping).check();
    }

    private static void checkNetworkMode(Mapping.Entry service, Mapping mapping) throws InvalidInput {
        boolean networks = mapping.get("networks")
                .filter(node -> node instanceof Mapping named
                                && !named.entries().isEmpty()
                        || node instanceof Sequence list && !list.items().isEmpty())
                .isPresent();
        Optional<Scalar> mode =
                mapping.scalar("network_mode").filter(value -> !value.value().isEmpty());
        if (networks && mode.isPresent()) {
            throw new InvalidInput(
                    mode.get().span(), Message.of("service '{0}' has both network_mode and networks", service.name()));
        }
    }

    private void checkBuild(Mapping.Entry service, Mapping mapping) throws InvalidInput {
        Optional<Mapping> build = mapping.mapping("build");
        Optional<Mapping.Entry> inline = build.flatMap(keys -> keys.entry("dockerfile_inline"));
        if (inline.isPresent() && build.orElseThrow().entry("dockerfile").isPresent()) {
            throw new InvalidInput(
                    inline.orElseThrow().key().span(),
                    Message.of("service '{0}' has both dockerfile and dockerfile_inline", service.name()));
        }
        Optional<Node> contexts = build.flatMap(keys -> keys.get("additional_contexts"));
        if (contexts.isPresent()) {
            for (Mapping.Entry context : ShortSyntax.keyValues(contexts.get()).entries()) {
                checkContext(service, context);
            }
        }
    }

    private void checkContext(Mapping.Entry service, Mapping.Entry context) throws InvalidInput {
        String value = ((Scalar) context.value()).value();
        if (!value.startsWith("service:") || !complete) {
            return;
        }
        String name = value.substring("service:".length());
        Optional<Mapping> other = enabled.mapping(name);
        if (other.flatMap(keys -> keys.entry("build")).isEmpty()) {
            throw new InvalidInput(
                    context.value().span(),
                    Message.of(
                            other.isEmpty()
                                    ? "service '{0}' builds on unknown service '{1}'"
                                    : "service '{0}' builds on a service that is not built, '{1}'",
                            service.name(),
                            name));
        }
    }

    private void checkReferences(Mapping.Entry service, Mapping mapping) throws InvalidInput {
        for (Mapping.Entry dependency : Dependencies.of(mapping).entries()) {
            checkDependency(service, dependency);
        }
        for (Node volume : mapping.sequence("volumes").map(Sequence::items).orElse(List.of())) {
            Optional<Scalar> name = volumeName(volume).filter(Consistency::resolved);
            if (name.isPresent()) {
                checkDefined(
                        service,
                        "volume",
                        section("volumes"),
                        name.orElseThrow().value(),
                        name.orElseThrow().span());
            }
        }
        checkFileMounts(service, "config", mapping.sequence("configs"));
        checkFileMounts(service, "secret", mapping.sequence("secrets"));
        checkFileMounts(service, "secret", mapping.mapping("build").flatMap(build -> build.sequence("secrets")));
        for (Mapping.Entry model : names(mapping, "models").entries()) {
            checkDefined(
                    service,
                    "model",
                    section("models"),
                    model.name(),
                    model.key().span());
        }
        for (Mapping.Entry network : names(mapping, "networks").entries()) {
            if (!network.name().equals("default")) {
                checkDefined(
                        service,
                        "network",
                        section("networks"),
                        network.name(),
                        network.key().span());
            }
        }
    }

    private void checkFileMounts(Mapping.Entry service, String kind, Optional<Sequence> mounts) throws InvalidInput {
        for (Node mount : mounts.map(Sequence::items).orElse(List.of())) {
            Optional<Scalar> source = ShortSyntax.fileMount(mount).scalar("source");
            if (source.filter(name -> !resolved(name)).isEmpty()) {
                String name = source.map(Scalar::value).orElse("");
                Span place = source.map(Scalar::span).orElse(mount.span());
                checkDefined(service, kind, section(kind + "s"), name, place);
            }
        }
    }

    /** Where a file is copied into the container, it is copied to some place there. */
    private static void checkWatch(Mapping.Entry service, Mapping mapping) throws InvalidInput {
        List<Node> watches = mapping.mapping("develop")
                .flatMap(develop -> develop.sequence("watch"))
                .map(Sequence::items)
                .orElse(List.of());
        for (Node watch : watches) {
            Mapping keys = (Mapping) watch;
            Optional<Scalar> action = keys.scalar("action").filter(Consistency::resolved);
            boolean targeted = keys.scalar("target")
                    .filter(target -> !target.value().isEmpty())
                    .isPresent();
            boolean copies = action.filter(name -> !Set.of("rebuild", "restart").contains(name.value()))
                    .isPresent();
            if (copies && !targeted) {
                throw new InvalidInput(
                        watch.span(),
                        Message.of(
                                "services.{0}.develop.watch: action {1} needs a target",
                                service.name(), action.get().value()));
            }
        }
    }

    private void checkDependency(Mapping.Entry service, Mapping.Entry dependency) throws InvalidInput {
        boolean required = ((Mapping) dependency.value())
                .scalar("required")
                .flatMap(Scalar::bool)
                .orElse(true);
        boolean declared = section("services").entry(dependency.name()).isPresent();
        boolean excused = !complete || (declared && !required) || !resolved(dependency.key());
        if (!excused && enabled.entry(dependency.name()).isEmpty()) {
            throw new InvalidInput(
                    dependency.key().span(),
                    Message.of("service '{0}' depends on undefined service '{1}'", service.name(), dependency.name()));
        }
    }

    private void checkDefined(Mapping.Entry service, String kind, Mapping defined, String name, Span span)
            throws InvalidInput {
        if (complete && defined.entry(name).isEmpty()) {
            throw new InvalidInput(
                    span, Message.of("service '{0}' refers to undefined {1} '{2}'", service.name(), kind, name));
        }
    }

    private Mapping section(String name) {
        return project.mapping(name).orElseGet(() -> Mapping.of(List.of(), Optional.empty(), project.span()));
    }

    private static Mapping names(Mapping service, String key) throws InvalidInput {
        Optional<Node> node = service.get(key);
        if (node.isPresent() && node.orElseThrow() instanceof Sequence list) {
            return ShortSyntax.names(list);
        }
        return service.mapping(key).orElseGet(() -> Mapping.of(List.of(), Optional.empty(), service.span()));
    }

    private static Optional<Scalar> volumeName(Node volume) throws InvalidInput {
        if (volume instanceof Mapping mapping) {
            boolean named = mapping.scalar("type")
                    .filter(type -> type.value().equals("volume"))
                    .isPresent();
            return mapping.scalar("source")
                    .filter(source -> named && !source.value().isEmpty());
        }
        ShortVolume parsed = ShortVolume.parse((Scalar) volume);
        return parsed.isBind() ? Optional.empty() : parsed.source();
    }

    private static boolean resolved(Scalar scalar) {
        return scalar.value().indexOf(Text.UNRESOLVED) < 0;
    }

    private static void checkHealthcheck(Mapping mapping) throws InvalidInput {
        Optional<Sequence> test = mapping.mapping("healthcheck").flatMap(check -> check.sequence("test"));
        if (test.isPresent() && !test.orElseThrow().items().isEmpty()) {
            Scalar first = (Scalar) test.orElseThrow().items().get(0);
            if (resolved(first) && !Set.of("CMD", "CMD-SHELL", "NONE").contains(first.value())) {
                throw new InvalidInput(
                        first.span(),
                        Message.of("healthcheck.test must begin with \"CMD\", \"CMD-SHELL\" or \"NONE\""));
            }
        }
    }

    /** Two mounts on one target; a tmpfs is compared as written, everything else cleaned. */
    private static void checkMounts(Mapping.Entry service, Mapping mapping) throws InvalidInput {
        Map<String, String> mounts = new HashMap<>();
        int index = 0;
        for (Node tmpfs :
                mapping.get("tmpfs").map(Merge::list).map(Sequence::items).orElse(List.of())) {
            Scalar entry = (Scalar) tmpfs;
            checkMount(service, mounts, entry.value().split(":", 2)[0], "tmpfs[" + index++ + "]", entry.span());
        }
        index = 0;
        for (Node volume : mapping.sequence("volumes").map(Sequence::items).orElse(List.of())) {
            String place = "volumes[" + index++ + "]";
            checkMount(service, mounts, Paths.clean(volumeTarget(volume).value()), place, volume.span());
            checkBindSource(volume);
        }
    }

    private static Scalar volumeTarget(Node volume) throws InvalidInput {
        return volume instanceof Mapping mapping
                ? mapping.scalar("target").orElseThrow()
                : ShortVolume.parse((Scalar) volume).target();
    }

    private static void checkBindSource(Node volume) throws InvalidInput {
        if (volume instanceof Mapping mapping
                && mapping.scalar("type")
                        .filter(type -> type.value().equals("bind"))
                        .isPresent()
                && mapping.scalar("source").isEmpty()) {
            throw new InvalidInput(volume.span(), Message.of("a mount of type bind needs a source"));
        }
    }

    private static void checkMount(
            Mapping.Entry service, Map<String, String> mounts, String target, String place, Span span)
            throws InvalidInput {
        if (target.indexOf(Text.UNRESOLVED) >= 0) {
            return;
        }
        String earlier = mounts.putIfAbsent(target, place);
        if (earlier != null) {
            throw new InvalidInput(
                    span,
                    Message.of(
                            "services.{0}.{1}: target {2} already mounted as services.{0}.{3}",
                            service.name(), place, target, earlier));
        }
    }
}
