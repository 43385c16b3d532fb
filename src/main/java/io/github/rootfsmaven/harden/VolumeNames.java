package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.Located;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for new volumes: of the service and the last part of the path, and of no volume that there is. */
final class VolumeNames {
    /** What the schema refuses in the name of a volume (compose-spec: {@code ^[a-zA-Z0-9._-]+$}). */
    private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9._-]+");

    private final Set<String> taken;

    /** Names beside those that are declared or used. */
    VolumeNames(Collection<String> declared, Collection<Container> containers) {
        taken = new HashSet<>(declared);
        containers.forEach(container -> container
                .mounts()
                .forEach(mount -> mount.source().map(Located::value).ifPresent(taken::add)));
    }

    String of(Container container, String path) {
        String service = container.name().map(Located::value).orElse("app");
        String last = Paths.name(path);
        String name = clean(service + "-" + (last.equals(service) ? "data" : last));
        if (!taken.add(name)) {
            String longer = clean(service + "-" + path.substring(1));
            name = longer;
            for (int i = 2; !taken.add(name); i++) {
                name = longer + "-" + i;
            }
        }
        return name;
    }

    private static String clean(String name) {
        return FOREIGN.matcher(name).replaceAll("-").replaceAll("^-+|-+$", "");
    }
}
