package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a service's values came together: which place another one overrides, and what it takes over from elsewhere.
 *
 * @param blocks where its own keys stand, a block for each file or document
 * @param inherited the services that it extends, directly or through others, the nearest first
 * @param overridden places that do not count, by the place that does
 */
public record Origins(List<Span> blocks, List<Inherited> inherited, Map<Span, Span> overridden) {

    /** A service whose values are taken over, and the one that it takes over itself: chains may be long and share ends. */
    public static final class Inherited {
        private final Span block;
        private final Span by;
        private final String service;
        private final Optional<Inherited> base;

        /**
         * A step of a chain.
         *
         * @param block where the values stand
         * @param by the {@code extends} that takes them over
         * @param service the service that this belongs to
         * @param base the next step
         */
        public Inherited(Span block, Span by, String service, Optional<Inherited> base) {
            this.block = Objects.requireNonNull(block);
            this.by = Objects.requireNonNull(by);
            this.service = Objects.requireNonNull(service);
            this.base = Objects.requireNonNull(base);
        }
    }

    /** Another place, and what it has to do with a value, in words. */
    public record Origin(Span place, Message what) {}

    public Origins {
        blocks = List.copyOf(blocks);
        inherited = List.copyOf(inherited);
        overridden = Map.copyOf(overridden);
    }

    /** Of what is no service. */
    public static Origins none() {
        return new Origins(List.of(), List.of(), Map.of());
    }

    /**
     * The other places that a reader must know to understand what stands at a place; none for a value in the service's
     * only block, and none for places outside its files.
     *
     * @param service its name as it may be printed
     * @param begin where it begins
     */
    public List<Origin> of(Span place, String service, Span begin) {
        List<Origin> origins = new ArrayList<>();
        Set<Span> seen = new HashSet<>(Set.of(place));
        for (Span earlier = overridden.get(place); earlier != null && seen.add(earlier); ) {
            origins.add(new Origin(earlier, Message.of("overridden: what stands here does not count")));
            earlier = overridden.get(earlier);
        }
        if (origins.isEmpty()) {
            fromElsewhere(place, service, begin, origins);
        }
        return origins;
    }

    /** Whether a place belongs to a service that this one extends. */
    public boolean isInherited(Span place) {
        return !wayOf(place).isEmpty();
    }

    private void fromElsewhere(Span place, String service, Span begin, List<Origin> origins) {
        for (Inherited step : wayOf(place)) {
            origins.add(new Origin(step.by, Message.of("service '{0}' inherits it here", step.service)));
        }
        boolean known = blocks.stream().anyMatch(block -> block.file().equals(place.file()));
        if (!origins.isEmpty() || !known) {
            return;
        }
        boolean own = blocks.stream().anyMatch(block -> block.contains(place));
        boolean together = blocks.stream().anyMatch(block -> block.contains(place) && block.contains(begin));
        if (!own) {
            origins.add(new Origin(begin, Message.of("service '{0}' uses it", service)));
        } else if (!together) {
            origins.add(new Origin(begin, Message.of("service '{0}' begins here", service)));
        }
    }

    /** The steps from the base that a place belongs to down to the service. */
    private List<Inherited> wayOf(Span place) {
        for (Inherited first : inherited) {
            Deque<Inherited> way = new ArrayDeque<>();
            for (Optional<Inherited> step = Optional.of(first); step.isPresent(); step = step.get().base) {
                way.push(step.get());
                if (step.get().block.contains(place)) {
                    return List.copyOf(way);
                }
            }
        }
        return List.of();
    }
}
