package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses services that wait for one another, as compose-go's {@code graph/cycle.go}. */
final class Circles {
    private static final int MOST_SHOWN = 12;

    private final Mapping enabled;

    /** Circles among the services that a profile does not disable. */
    Circles(Mapping enabled) {
        this.enabled = enabled;
    }

    /** A service must not wait for itself, directly or through others. */
    void check() throws InvalidInput {
        Set<String> harmless = new HashSet<>();
        for (Mapping.Entry service : enabled.entries()) {
            checkCircle(service, harmless);
        }
    }

    /** Walks from service to service without the thread's stack: a file may chain thousands of them. */
    private void checkCircle(Mapping.Entry service, Set<String> harmless) throws InvalidInput {
        Map<String, Iterator<Mapping.Entry>> chain = new LinkedHashMap<>();
        Deque<String> last = new ArrayDeque<>();
        Optional<Mapping.Entry> next = Optional.of(service);
        while (next.isPresent() || !last.isEmpty()) {
            if (next.isPresent() && !harmless.contains(next.get().name())) {
                chain.put(next.get().name(), dependencies(next.get()));
                last.push(next.get().name());
            }
            next = Optional.empty();
            if (last.isEmpty()) {
                return;
            }
            Iterator<Mapping.Entry> dependencies = chain.get(last.peek());
            if (dependencies.hasNext()) {
                Mapping.Entry dependency = dependencies.next();
                if (chain.containsKey(dependency.name())) {
                    throw circle(dependency, List.copyOf(chain.keySet()));
                }
                next = enabled.entry(dependency.name());
            } else {
                harmless.add(last.peek());
                chain.remove(last.pop());
            }
        }
    }

    private static Iterator<Mapping.Entry> dependencies(Mapping.Entry service) throws InvalidInput {
        return service.value() instanceof Mapping mapping
                ? Dependencies.of(mapping).entries().iterator()
                : Collections.emptyIterator();
    }

    private static InvalidInput circle(Mapping.Entry dependency, List<String> chain) {
        List<String> circle = new ArrayList<>(chain.subList(chain.indexOf(dependency.name()), chain.size()));
        circle.add(dependency.name());
        return new InvalidInput(dependency.key().span(), Message.of("dependency cycle: {0}", shown(circle)));
    }

    /** The way around a circle; of a long one its ends. */
    static String shown(List<String> circle) {
        int size = circle.size();
        List<String> shown = circle;
        if (size > MOST_SHOWN) {
            shown = new ArrayList<>(circle.subList(0, MOST_SHOWN / 2));
            shown.add("…");
            shown.addAll(circle.subList(size - MOST_SHOWN / 2, size));
        }
        return String.join(" -> ", shown);
    }
}
