package io.github.rootfsmaven.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One Compose project to load.
 *
 * @param files its files in order, absolute; the first one's directory is the project's
 * @param envFiles files that replace the project's {@code .env}, absolute; empty for {@code .env}
 * @param variables variables that win over every file
 * @param profiles the profiles that are on; {@code *} is all, none is what {@code COMPOSE_PROFILES} says
 * @param unset what a variable without a value means
 * @param workingDirectory where Docker Compose is called, if it found the files by itself: its {@code .env} is read
 *     first, and the project's adds to it; absolute
 * @param properties Maven's properties, if a Maven plugin replaces them before it runs Compose; else empty
 */
public record ComposeSettings(
        List<Path> files,
        List<Path> envFiles,
        Map<String, String> variables,
        List<String> profiles,
        Unset unset,
        Optional<Path> workingDirectory,
        Map<String, String> properties) {

    public ComposeSettings {
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
        variables = Map.copyOf(variables);
        profiles = List.copyOf(profiles);
        Objects.requireNonNull(unset);
        Objects.requireNonNull(workingDirectory);
        properties = Map.copyOf(properties);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a Compose project has at least one file");
        }
    }

    /** A project of files that somebody names: only the first one's directory has a {@code .env}. */
    public ComposeSettings(
            List<Path> files, List<Path> envFiles, Map<String, String> variables, List<String> profiles, Unset unset) {
        this(files, envFiles, variables, profiles, unset, Optional.empty(), Map.of());
    }

    /** The same of files that Docker Compose finds by itself when it is called in a directory. */
    public ComposeSettings foundIn(Path directory) {
        return new ComposeSettings(files, envFiles, variables, profiles, unset, Optional.of(directory), properties);
    }

    /** The same of files in which Maven replaces properties. */
    public ComposeSettings with(Map<String, String> mavenProperties) {
        return new ComposeSettings(files, envFiles, variables, profiles, unset, workingDirectory, mavenProperties);
    }

    /** The directory that relative paths of all files start from. */
    public Path directory() {
        return files.get(0).getParent();
    }
}
