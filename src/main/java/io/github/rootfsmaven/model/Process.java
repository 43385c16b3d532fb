package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs in a container: the image's settings with the Compose file's over them.
 *
 * @param entrypoint the entrypoint in force, if it is known
 * @param command the command in force, if it is known
 * @param user the user in force; empty if neither the Compose file nor a Dockerfile that was read names one
 * @param workingDirectory the working directory in force, absolute; empty if unknown
 * @param environment variables by name; their values never leave the model
 * @param healthcheck what the engine runs in it again and again, if it is known
 */
public record Process(
        Optional<Command> entrypoint,
        Optional<Command> command,
        Optional<Located<String>> user,
        Optional<Located<String>> workingDirectory,
        Map<String, Located<String>> environment,
        Optional<Command> healthcheck) {

    public Process {
        Objects.requireNonNull(entrypoint);
        Objects.requireNonNull(command);
        Objects.requireNonNull(user);
        Objects.requireNonNull(workingDirectory);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(healthcheck);
    }

    /** Entrypoint and command, as far as they are known. */
    public Stream<Command> commands() {
        return Stream.concat(entrypoint.stream(), command.stream());
    }

    /**
     * Whether it runs as somebody else than root for certain. Where nobody names a user the engine's own default is
     * root, so only a name or number that is not root's counts.
     */
    public boolean certainlyNotRoot() {
        return user.filter(Process::isCertainlyNotRoot).isPresent();
    }

    /** Whether a user, as {@code user} and {@code USER} have it, is somebody else than root for certain. */
    public static boolean isCertainlyNotRoot(Located<String> user) {
        return Optional.of(user.value())
                .map(name -> name.split(":", 2)[0])
                .filter(name -> !name.isEmpty() && !name.equals("root") && !name.matches("0+"))
                .filter(name -> name.indexOf(io.github.rootfsmaven.text.Text.UNRESOLVED) < 0)
                .isPresent();
    }
}
