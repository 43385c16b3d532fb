package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.ComposeActions;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Namespaces;
import io.github.rootfsmaven.model.Origins;
import io.github.rootfsmaven.model.Privileges;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service as it is after all files were merged, as far as it decides what its container can write.
 *
 * @param name its key
 * @param image the {@code image} key
 * @param build how its image is built, if it is
 * @param readOnly {@code read_only}; false where it does not stand
 * @param readOnlyKey where {@code read_only} stands
 * @param mounts configs and secrets that are mounted, then tmpfs, then volumes
 * @param volumesFrom the {@code volumes_from} entries
 * @param privileges what it may do beyond the default
 * @param entrypoint the {@code entrypoint} key; an empty one resets the image's
 * @param command the {@code command} key
 * @param healthcheck the {@code healthcheck} key; one without words switches the image's off
 * @param user the {@code user} key
 * @param workingDirectory the {@code working_dir} key
 * @param environment variables that have a value
 * @param memoryLimited whether a memory limit is set
 * @param namespaces what its container shares
 * @param actions what Docker Compose does in its container
 * @param platform the {@code platform} key
 * @param origins how its values came together
 * @param complete whether everything that decides access was read
 */
public record Service(
        Located<String> name,
        Optional<Located<String>> image,
        Optional<Build> build,
        Known<Boolean> readOnly,
        Optional<Span> readOnlyKey,
        List<Mount> mounts,
        List<Located<String>> volumesFrom,
        Privileges privileges,
        Optional<Command> entrypoint,
        Optional<Command> command,
        Optional<Command> healthcheck,
        Optional<Located<String>> user,
        Optional<Located<String>> workingDirectory,
        Map<String, Located<String>> environment,
        boolean memoryLimited,
        Namespaces namespaces,
        ComposeActions actions,
        Optional<Located<String>> platform,
        Origins origins,
        boolean complete) {
    public Service {
        mounts = List.copyOf(mounts);
        volumesFrom = List.copyOf(volumesFrom);
        environment = Map.copyOf(environment);
    }
}
