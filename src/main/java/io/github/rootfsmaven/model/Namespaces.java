package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.Objects;
import java.util.Optional;

/**
 * What a container shares with the host or with another container.
 *
 * @param pid the {@code pid} key: {@code host}, {@code service:x} or {@code container:x}
 * @param ipc the {@code ipc} key: {@code host}, {@code none}, {@code shareable}, {@code service:x} …
 */
public record Namespaces(Optional<Located<String>> pid, Optional<Located<String>> ipc) {
    public Namespaces {
        Objects.requireNonNull(pid);
        Objects.requireNonNull(ipc);
    }

    /** Nothing is shared. */
    public static Namespaces own() {
        return new Namespaces(Optional.empty(), Optional.empty());
    }

    /** Whether there is no {@code /dev/shm}. */
    public boolean withoutSharedMemory() {
        return ipc.filter(key -> key.value().equals("none")).isPresent();
    }
}
