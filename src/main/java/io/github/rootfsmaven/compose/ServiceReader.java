package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.ComposeActions;
import io.github.rootfsmaven.model.Device;
import io.github.rootfsmaven.model.Hook;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Namespaces;
import io.github.rootfsmaven.model.Privileges;
import io.github.rootfsmaven.model.Watch;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds the merged values of a service to what decides what its container can write. */
final class ServiceReader {
    private final Variables variables;
    private final Unresolved unresolved;
    private final MountReader mounts;
    private final CopiedInReader copied;
    private final Reading reading;

    ServiceReader(Mapping project, Variables variables, Unresolved unresolved, Reading reading) {
        this.variables = variables;
        this.unresolved = unresolved;
        this.mounts = new MountReader(project, unresolved, reading.problems());
        this.copied = new CopiedInReader(project, variables);
        this.reading = reading;
    }

    /**
     * Reads a service.
     *
     * @param fromFiles the variables that its env files set
     */
    Service read(Mapping.Entry entry, Mapping service, Map<String, Located<String>> fromFiles) throws InvalidInput {
        Optional<Mapping.Entry> readOnly = service.entry("read_only");
        boolean complete = !reading.isIncomplete(entry.name());
        return new Service(
                entry.key().located(),
                service.scalar("image").map(Scalar::located),
                service.get("build").filter(build -> !Merge.isNull(build)).map(this::build),
                readOnly.map(key -> flag((Scalar) key.value()))
                        .orElse(complete ? Known.of(false) : Known.unknown("the service it extends was not read")),
                readOnly.map(Mapping.Entry::span),
                mounts.read(service),
                strings(service, "volumes_from"),
                privileges(service),
                command(service, "entrypoint"),
                command(service, "command"),
                service.mapping("healthcheck").flatMap(ServiceReader::healthcheck),
                service.scalar("user").map(Scalar::located),
                service.scalar("working_dir").map(Scalar::located),
                environment(service, fromFiles),
                service.scalar("mem_limit").isPresent() || deployLimit(service),
                new Namespaces(
                        service.scalar("pid").map(Scalar::located),
                        service.scalar("ipc").map(Scalar::located)),
                new ComposeActions(copied.read(service), hooks(service), watches(service)),
                service.scalar("platform").map(Scalar::located),
                reading.provenance().of(entry.name()),
                complete);
    }

    private Known<Boolean> flag(Scalar scalar) {
        if (unresolved.in(scalar)) {
            return Known.unknown(
                    "variable " + scalar.text().unresolved().iterator().next() + " has no value");
        }
        // The schema lets a string through that no variable made: binding casts it by the same words.
        return Known.of(scalar.bool().orElse(false));
    }

    private Build build(Node node) {
        Mapping build = ShortSyntax.build(node);
        Span span = node.span();
        Map<String, String> args = new HashMap<>();
        for (Mapping.Entry arg : build.get("args")
                .map(ShortSyntax::keyValues)
                .map(Mapping::entries)
                .orElse(List.of())) {
            value(arg).ifPresent(value -> args.put(arg.name(), value.value()));
        }
        Map<String, Located<String>> contexts = new HashMap<>();
        build.get("additional_contexts").map(ShortSyntax::keyValues).map(Mapping::entries).orElse(List.of()).stream()
                .forEach(context -> value(context).ifPresent(value -> contexts.put(context.name(), value)));
        for (String key : List.of("context", "dockerfile", "target")) {
            build.scalar(key).ifPresent(unresolved::in);
        }
        return new Build(
                build.scalar("context").map(Scalar::located).orElse(Located.literal(".", span)),
                build.scalar("dockerfile").map(Scalar::located).orElse(Located.literal("Dockerfile", span)),
                build.scalar("dockerfile_inline").map(Scalar::located),
                build.scalar("target").map(Scalar::located),
                args,
                contexts,
                span);
    }

    private Privileges privileges(Mapping service) {
        return new Privileges(
                privileged(service),
                capabilities(service, "cap_add"),
                capabilities(service, "cap_drop"),
                strings(service, "security_opt"),
                items(service, "devices").map(this::device).toList(),
                strings(service, "device_cgroup_rules"));
    }

    private Optional<Located<Known<Boolean>>> privileged(Mapping mapping) {
        return mapping.entry("privileged")
                .map(key -> new Located<>(
                        flag((Scalar) key.value()),
                        ((Scalar) key.value()).text().shown(),
                        key.span(),
                        ((Scalar) key.value()).located().origin()));
    }

    private List<Located<String>> capabilities(Mapping service, String key) {
        return strings(service, key).stream()
                .map(capability ->
                        capability.map(name -> name.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "")))
                .toList();
    }

    /** {@code source:target:permissions}, or the same in three keys. */
    private Device device(Node node) {
        Mapping device = CanonicalMounts.device(node);
        Scalar source = device.scalar("source").orElseGet(() -> Scalar.string(Text.literal(""), node.span()));
        unresolved.in(source);
        return new Device(
                source.located(),
                device.scalar("permissions").map(Scalar::value).orElse("rwm"),
                node.span());
    }

    private List<Hook> hooks(Mapping service) {
        return Stream.of("post_start", "pre_stop")
                .flatMap(key -> items(service, key).map(Mapping.class::cast).map(hook -> hook(key, hook)))
                .toList();
    }

    private Hook hook(String key, Mapping hook) {
        return new Hook(
                key, command(hook, "command"), hook.scalar("user").map(Scalar::located), privileged(hook), hook.span());
    }

    private static List<Watch> watches(Mapping service) {
        return service.mapping("develop").stream()
                .flatMap(develop -> items(develop, "watch"))
                .map(Mapping.class::cast)
                .map(watch -> new Watch(
                        watch.scalar("path").orElseThrow().located(),
                        watch.scalar("action").orElseThrow().located(),
                        watch.scalar("target").map(Scalar::located)))
                .toList();
    }

    private static Stream<Node> items(Mapping mapping, String key) {
        return mapping.sequence(key).map(Sequence::items).orElse(List.of()).stream();
    }

    private List<Located<String>> strings(Mapping service, String key) {
        return items(service, key)
                .map(Scalar.class::cast)
                .peek(unresolved::in)
                .map(Scalar::located)
                .toList();
    }

    private static Optional<Command> command(Mapping service, String key) {
        Optional<Node> node = service.get(key).filter(value -> !Merge.isNull(value));
        if (node.isEmpty()) {
            return Optional.empty();
        }
        List<Text> words = node.orElseThrow() instanceof Sequence list
                ? list.items().stream().map(item -> ((Scalar) item).printed()).toList()
                : CommandLine.words(((Scalar) node.orElseThrow()).printed());
        return Optional.of(new Command(words, false, node.orElseThrow().span()));
    }

    /** {@code CMD} runs its words, {@code CMD-SHELL} and a string give a line to the shell. */
    private static Optional<Command> healthcheck(Mapping check) {
        boolean off = check.scalar("disable").flatMap(Scalar::bool).orElse(false);
        Optional<Node> test = check.get("test").filter(value -> !Merge.isNull(value));
        if (off || test.isEmpty()) {
            return off ? Optional.of(new Command(List.of(), false, check.span())) : Optional.empty();
        }
        Span span = test.orElseThrow().span();
        if (test.orElseThrow() instanceof Scalar line) {
            return Optional.of(new Command(List.of(line.printed()), true, span));
        }
        List<Text> words = ((Sequence) test.orElseThrow())
                .items().stream().map(item -> ((Scalar) item).printed()).toList();
        boolean shell = !words.isEmpty() && words.get(0).value().equals("CMD-SHELL");
        return Optional.of(new Command(words.subList(Math.min(1, words.size()), words.size()), shell, span));
    }

    private Map<String, Located<String>> environment(Mapping service, Map<String, Located<String>> fromFiles) {
        Map<String, Located<String>> environment = new HashMap<>(fromFiles);
        for (Mapping.Entry variable : service.get("environment")
                .map(ShortSyntax::keyValues)
                .map(Mapping::entries)
                .orElse(List.of())) {
            value(variable).ifPresent(value -> environment.put(variable.name(), value));
        }
        return environment;
    }

    /** A key without a value takes the variable of that name. */
    private Optional<Located<String>> value(Mapping.Entry entry) {
        Scalar value = (Scalar) entry.value();
        if (!value.isNull()) {
            return Optional.of(value.printed().at(value.span()));
        }
        return variables
                .value(entry.name())
                .map(inherited -> Text.resolved(inherited, "${" + entry.name() + "}")
                        .at(entry.key().span()));
    }

    private static boolean deployLimit(Mapping service) {
        return service.mapping("deploy")
                .flatMap(deploy -> deploy.mapping("resources"))
                .flatMap(resources -> resources.mapping("limits"))
                .flatMap(limits -> limits.scalar("memory"))
                .isPresent();
    }
}
