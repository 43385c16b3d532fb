package io.github.rootfsmaven.app;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which services a goal speaks of.
 *
 * @param names as in the Compose files; empty for all
 */
public record ChosenServices(List<String> names) {
    public ChosenServices {
        names = List.copyOf(names);
    }

    /** All there are. */
    public static ChosenServices all() {
        return new ChosenServices(List.of());
    }

    boolean holds(Container container) {
        return names.isEmpty() || name(container).filter(names::contains).isPresent();
    }

    /**
     * Refuses a name that nothing has: to pass over it would look as if it were done.
     *
     * @throws BadParameter if none of the containers has that name
     */
    void check(Collection<Container> containers) throws BadParameter {
        TreeSet<String> there = new TreeSet<>();
        containers.forEach(container -> name(container).ifPresent(there::add));
        for (String name : names) {
            if (!there.contains(name)) {
                String hint = Spelling.suggestion(name, there).english();
                throw new BadParameter("services", ("there is no service '" + name + "'. " + hint).strip());
            }
        }
    }

    private static Optional<String> name(Container container) {
        return container.name().map(Located::value);
    }
}
