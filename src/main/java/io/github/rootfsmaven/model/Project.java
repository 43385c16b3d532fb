package io.github.rootfsmaven.model;

import java.nio.file.Path;
import java.util.List;

/**
 * All containers that one build's files describe, and what could not be read.
 *
 * @param containers services first, each Compose project in its files' order, then Dockerfiles that no service
 *     builds, then {@code docker run} lines
 * @param problems what could not be read
 * @param read the files that were read, sorted
 * @param unchecked Compose files that were seen and are no part of this, sorted
 * @param modules the modules of the build that the images hold
 */
public record Project(
        List<Container> containers,
        List<Problem> problems,
        List<Path> read,
        List<Path> unchecked,
        List<ModuleUse> modules) {
    public Project {
        containers = List.copyOf(containers);
        problems = List.copyOf(problems);
        read = List.copyOf(read);
        unchecked = List.copyOf(unchecked);
        modules = List.copyOf(modules);
    }

    /** Whether there was nothing to look at. */
    public boolean isEmpty() {
        return containers.isEmpty() && problems.isEmpty();
    }
}
