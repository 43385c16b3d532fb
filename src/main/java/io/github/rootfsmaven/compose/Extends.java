package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets services take over what other services of the same document say, as compose-go's {@code loader/extends.go}: the
 * base is resolved first, then the service is laid over it by the rules for files. A base in another file is not read
 * yet, and said so.
 */
final class Extends {
    private final Mapping services;
    private final ResetTags tags;
    private final List<Problem> problems;
    private final Map<String, Node> resolved = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();

    Extends(Mapping services, ResetTags tags, List<Problem> problems) {
        this.services = services;
        this.tags = tags;
        this.problems = problems;
    }

    /** The services with everything that they inherit. */
    Mapping apply() throws InvalidInput {
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry service : services.entries()) {
            entries.add(service.with(resolve(service, new ArrayList<>())));
        }
        return services.with(entries);
    }

    /** The names of services whose base was not read. */
    Set<String> incomplete() {
        return incomplete;
    }

    private Node resolve(Mapping.Entry service, List<String> chain) throws InvalidInput {
        Node known = resolved.get(service.name());
        if (known != null) {
            return known;
        }
        if (!(service.value() instanceof Mapping own)
                || own.get("extends").filter(e -> !Merge.isNull(e)).isEmpty()) {
            return service.value();
        }
        Mapping.Entry extension = own.entry("extends").orElseThrow();
        if (chain.contains(service.name())) {
            chain.add(service.name());
            throw new InvalidInput(extension.span(), "circular extends: " + String.join(" -> ", chain));
        }
        chain.add(service.name());
        Mapping merged = merged(service, own, extension, chain).without("extends");
        resolved.put(service.name(), merged);
        return merged;
    }

    private Mapping merged(Mapping.Entry service, Mapping own, Mapping.Entry extension, List<String> chain)
            throws InvalidInput {
        if (extension.value() instanceof Mapping longForm
                && longForm.scalar("file").isPresent()) {
            incomplete.add(service.name());
            problems.add(Problem.notRead(
                    extension.span(),
                    "service '" + service.name() + "' extends a service of another file, which is not read yet",
                    "What it inherits from there is unknown: it is judged by what stands here."));
            return own;
        }
        Scalar base = baseName(service, extension.value());
        Mapping.Entry found = services.entry(base.value())
                .orElseThrow(() -> new InvalidInput(
                        base.span(),
                        "cannot extend service '" + service.name() + "': service '"
                                + base.text().shown() + "' not found in this file"));
        Node inherited = resolve(found, chain);
        if (incomplete.contains(found.name())) {
            incomplete.add(service.name());
        }
        if (!(inherited instanceof Mapping mapping)) {
            return own;
        }
        TreePath place = TreePath.of("services", service.name());
        Node stripped = tags.apply(mapping, place);
        return (Mapping) Merge.merge(stripped, own.without("extends"), place);
    }

    private static Scalar baseName(Mapping.Entry service, Node extension) throws InvalidInput {
        Optional<Scalar> name = extension instanceof Mapping mapping
                ? mapping.scalar("service")
                : Optional.of(extension).filter(Scalar.class::isInstance).map(Scalar.class::cast);
        return name.filter(Scalar::isString)
                .orElseThrow(() -> new InvalidInput(
                        extension.span(), "services." + service.name() + ".extends: the key 'service' is missing"));
    }
}
