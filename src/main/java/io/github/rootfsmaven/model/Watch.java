package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code docker compose watch} does when files of the project change.
 *
 * @param path the files
 * @param action {@code sync}, {@code sync+restart}, {@code sync+exec}, {@code restart} or {@code rebuild}
 * @param target where in the container the files go; empty if nowhere
 */
public record Watch(Located<String> path, Located<String> action, Optional<Located<String>> target) {
    public Watch {
        Objects.requireNonNull(path);
        Objects.requireNonNull(action);
        Objects.requireNonNull(target);
    }

    /** Whether it copies files into the running container. */
    public boolean copies() {
        return action.value().startsWith("sync");
    }
}
