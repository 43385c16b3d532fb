package io.github.rootfsmaven.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One Compose project to load.
 *
 * @param files its files in order, absolute; the first one's directory is the project's
 * @param envFiles files that replace the project's {@code .env}, absolute; empty for {@code .env}
 * @param variables variables that win over every file
 * @param profiles the profiles that are on; {@code *} is all, none is what {@code COMPOSE_PROFILES} says
 * @param unset what a variable without a value means
 */
public record ComposeSettings(
        List<Path> files, List<Path> envFiles, Map<String, String> variables, List<String> profiles, Unset unset) {

    public ComposeSettings {
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
        variables = Map.copyOf(variables);
        profiles = List.copyOf(profiles);
        Objects.requireNonNull(unset);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a Compose project has at least one file");
        }
    }

    /** The directory that relative paths of all files start from. */
    public Path directory() {
        return files.get(0).getParent();
    }
}
