package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Namespaces;
import io.github.rootfsmaven.model.Privileges;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one {@code docker run} or {@code docker create} line asks the engine for.
 *
 * @param place {@code docker run}
 * @param containerName {@code --name}
 * @param image the image; empty where it is unknown which word that is
 * @param once whether the line is clearly for one job: nothing stays when it ends
 * @param readOnly whether {@code --read-only} is given; unknown where a variable may hold it
 * @param readOnlyFlag where it stands
 * @param mounts what {@code -v}, {@code --mount} and {@code --tmpfs} mount, without what {@code volumesFrom} brings
 * @param volumesFrom names of containers, perhaps with {@code :ro}
 * @param entrypoint {@code --entrypoint}; one without words takes the image's away
 * @param command what follows the image
 * @param environment variables by name; their values never leave the model
 * @param healthcheck {@code --health-cmd}; one without words for {@code --no-healthcheck}
 * @param complete whether no word may hold further options and every mount is known
 */
public record Run(
        Span place,
        Optional<Located<String>> containerName,
        Optional<Located<String>> image,
        boolean once,
        Known<Boolean> readOnly,
        Optional<Span> readOnlyFlag,
        List<Mount> mounts,
        Privileges privileges,
        boolean memoryLimited,
        Namespaces namespaces,
        List<Located<String>> volumesFrom,
        Optional<Command> entrypoint,
        Optional<Command> command,
        Optional<Located<String>> user,
        Optional<Located<String>> workingDirectory,
        Map<String, Located<String>> environment,
        Optional<Command> healthcheck,
        Optional<Located<String>> platform,
        boolean complete) {

    public Run {
        Objects.requireNonNull(place);
        Objects.requireNonNull(containerName);
        Objects.requireNonNull(image);
        Objects.requireNonNull(readOnly);
        Objects.requireNonNull(readOnlyFlag);
        mounts = List.copyOf(mounts);
        Objects.requireNonNull(privileges);
        Objects.requireNonNull(namespaces);
        volumesFrom = List.copyOf(volumesFrom);
        Objects.requireNonNull(entrypoint);
        Objects.requireNonNull(command);
        Objects.requireNonNull(user);
        Objects.requireNonNull(workingDirectory);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(healthcheck);
        Objects.requireNonNull(platform);
    }

    /** What the container is called in reports: its name, else its image, as far as either may be printed. */
    public Located<String> name() {
        return containerName
                .or(() -> image)
                .map(known -> Located.literal(known.shown(), known.span()))
                .orElseGet(() -> Located.literal("docker run", place));
    }
}
