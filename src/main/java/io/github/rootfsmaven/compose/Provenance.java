package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Origins;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects how the values of services came together. Merging knows nothing of it: what it overrode is what stood at the
 * same path, or under the same name in a list, before it and does not after it.
 */
final class Provenance {
    private final Map<String, Trail> trails = new HashMap<>();

    /** What is collected of one service. */
    private static final class Trail {
        private final List<Span> blocks = new ArrayList<>();
        private final List<Origins.Inherited> inherited = new ArrayList<>();
        private final Map<Span, Span> overridden = new HashMap<>();
    }

    private Trail trail(String service) {
        return trails.computeIfAbsent(service, name -> new Trail());
    }

    /** A document has these services of its own. */
    void declared(Mapping services) {
        services.entries().forEach(service -> trail(service.name()).blocks.add(service.span()));
    }

    void inherits(String service, Origins.Inherited base) {
        trail(service).inherited.add(base);
    }

    /** Documents were laid over one another. */
    void merged(Mapping before, Mapping after) throws InvalidInput {
        Optional<Mapping> earlier = before.mapping("services");
        Optional<Mapping> later = after.mapping("services");
        if (earlier.isPresent() && later.isPresent()) {
            for (Mapping.Entry service : later.get().entries()) {
                Optional<Node> base = earlier.get().get(service.name());
                if (base.isPresent()) {
                    merged(service.name(), base.get(), service.value());
                }
            }
        }
    }

    /** A service was laid over another one. */
    void merged(String service, Node before, Node after) throws InvalidInput {
        compare(before, after, TreePath.of("services", service), trail(service).overridden);
    }

    private static void compare(Node before, Node after, TreePath path, Map<Span, Span> overridden)
            throws InvalidInput {
        if (before == after) {
            return;
        }
        if (before instanceof Mapping earlier && after instanceof Mapping later) {
            for (Mapping.Entry entry : later.entries()) {
                Optional<Mapping.Entry> base = earlier.entry(entry.name());
                if (base.isPresent()) {
                    TreePath place = path.next(entry.name());
                    note(base.get(), entry, overridden);
                    compare(base.get().value(), entry.value(), place, overridden);
                }
            }
        } else if (before instanceof Sequence earlier && after instanceof Sequence later) {
            compare(earlier, later, path, overridden);
        }
    }

    private static void note(Mapping.Entry base, Mapping.Entry entry, Map<Span, Span> overridden) {
        boolean grown = entry.value() instanceof Mapping || entry.value() instanceof Sequence;
        if (!grown && !base.value().span().equals(entry.value().span())) {
            overridden.put(entry.span(), base.span());
            overridden.put(entry.value().span(), base.span());
        }
    }

    /** An item that is gone was overridden by the one with its name. */
    private static void compare(Sequence before, Sequence after, TreePath path, Map<Span, Span> overridden)
            throws InvalidInput {
        Set<Span> kept = new HashSet<>();
        Map<String, Span> named = new HashMap<>();
        for (Node item : after.items()) {
            kept.add(item.span());
            Unicity.name(item, path).ifPresent(name -> named.put(name, item.span()));
        }
        for (Node item : before.items()) {
            Optional<Span> winner = kept.contains(item.span())
                    ? Optional.empty()
                    : Unicity.name(item, path).map(named::get);
            winner.ifPresent(span -> overridden.put(span, item.span()));
        }
    }

    /** How a service's values came together. */
    Origins of(String service) {
        Trail trail = trail(service);
        return new Origins(trail.blocks, trail.inherited, trail.overridden);
    }
}
