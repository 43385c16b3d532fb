package io.github.rootfsmaven.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All containers that one build's files describe, and what could not be read.
 *
 * @param containers services first, each Compose project in its files' order, then Dockerfiles that no service
 *     builds, then {@code docker run} lines
 * @param problems what could not be read
 * @param read the files that were read, sorted
 * @param unchecked Compose files that were seen and are no part of this, sorted
 * @param modules the modules of the build that the images hold
 * @param production what is left without the files that are for development or test alone; empty if there are none beside
 *     others
 */
public record Project(
        List<Container> containers,
        List<Problem> problems,
        List<Path> read,
        List<Path> unchecked,
        List<ModuleUse> modules,
        Optional<Production> production) {

    /**
     * The same services as the files for production alone describe them.
     *
     * @param scopes what the other files are for
     */
    public record Production(List<Container> containers, Map<Path, Scope> scopes) {
        public Production {
            containers = List.copyOf(containers);
            scopes = Map.copyOf(scopes);
        }

        /** A project of nothing else. */
        public Project alone() {
            return new Project(containers, List.of(), List.of(), List.of(), List.of());
        }
    }

    public Project {
        containers = List.copyOf(containers);
        problems = List.copyOf(problems);
        read = List.copyOf(read);
        unchecked = List.copyOf(unchecked);
        modules = List.copyOf(modules);
        Objects.requireNonNull(production);
    }

    /** A project in which no file is for development or test alone, or none for anything else. */
    public Project(
            List<Container> containers,
            List<Problem> problems,
            List<Path> read,
            List<Path> unchecked,
            List<ModuleUse> modules) {
        this(containers, problems, read, unchecked, modules, Optional.empty());
    }

    /** Whether there was nothing to look at. */
    public boolean isEmpty() {
        return containers.isEmpty() && problems.isEmpty();
    }
}
