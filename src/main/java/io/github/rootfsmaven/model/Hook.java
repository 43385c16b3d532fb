package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * A command that Docker Compose runs in a container besides its process.
 *
 * @param key {@code post_start} or {@code pre_stop}
 * @param command what runs
 * @param user whose it is; the container's own user if empty
 * @param privileged the {@code privileged} key, if it stands in the file
 * @param declared the whole declaration
 */
public record Hook(
        String key,
        Optional<Command> command,
        Optional<Located<String>> user,
        Optional<Located<Known<Boolean>>> privileged,
        Span declared) {

    public Hook {
        Objects.requireNonNull(key);
        Objects.requireNonNull(command);
        Objects.requireNonNull(user);
        Objects.requireNonNull(privileged);
        Objects.requireNonNull(declared);
    }

    /** Whether {@code privileged} is known to be true. */
    public boolean isPrivileged() {
        return privileged.filter(key -> key.value().is(true)).isPresent();
    }
}
