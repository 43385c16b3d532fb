package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a service depends on: what it says, and what it implies, as compose-go's {@code loader/normalize.go}. */
final class Dependencies {
    private static final List<String> NAMESPACES = List.of("network_mode", "ipc", "pid", "uts", "cgroup");

    private Dependencies() {}

    /** The services by name, with the conditions. */
    static Mapping of(Mapping service) throws InvalidInput {
        Mapping dependencies = declared(service);
        for (Node link : service.sequence("links").map(Sequence::items).orElse(List.of())) {
            Scalar name = ((Scalar) link).split(':').get(0);
            dependencies = implied(dependencies, name, true);
        }
        for (String namespace : NAMESPACES) {
            Optional<Scalar> shared =
                    service.scalar(namespace).filter(mode -> mode.value().startsWith("service:"));
            if (shared.isPresent()) {
                Scalar mode = shared.get();
                dependencies = implied(
                        dependencies,
                        mode.part("service:".length(), mode.value().length()),
                        true);
            }
        }
        for (Node from : service.sequence("volumes_from").map(Sequence::items).orElse(List.of())) {
            Scalar source = (Scalar) from;
            if (!source.value().startsWith("container:")) {
                dependencies = implied(dependencies, source.split(':').get(0), false);
            }
        }
        return dependencies;
    }

    private static Mapping declared(Mapping service) throws InvalidInput {
        Optional<Node> declared = service.get("depends_on").filter(node -> !Merge.isNull(node));
        if (declared.isEmpty()) {
            return ShortSyntax.mapping(service.span());
        }
        if (declared.get() instanceof Sequence list) {
            return ShortSyntax.dependencies(list);
        }
        Mapping mapping = (Mapping) declared.get();
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry entry : mapping.entries()) {
            Mapping keys = (Mapping) entry.value();
            if (!keys.scalar("restart").map(Interpolation::isTrue).orElse(false)) {
                keys = keys.without("restart");
            }
            entries.add(entry.with(
                    keys.entry("required").isPresent()
                            ? keys
                            : keys.with(ShortSyntax.entry("required", ShortSyntax.bool(true, keys.span())))));
        }
        return mapping.with(entries);
    }

    private static Mapping implied(Mapping dependencies, Scalar name, boolean restart) {
        if (dependencies.entry(name.value()).isPresent()) {
            return dependencies;
        }
        Span span = name.span();
        List<Mapping.Entry> keys = new ArrayList<>(List.of(
                ShortSyntax.entry("condition", Scalar.string(Text.literal("service_started"), span)),
                ShortSyntax.entry("required", ShortSyntax.bool(true, span))));
        if (restart) {
            keys.add(ShortSyntax.entry("restart", ShortSyntax.bool(true, span)));
        }
        return dependencies.with(new Mapping.Entry(name, Mapping.of(keys, Optional.empty(), span)));
    }
}
