package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A module of the Maven build, in words of our own.
 *
 * @param artifactId its name
 * @param packaging {@code jar}, {@code war}; {@code pom} for one that has no program of its own
 * @param directory where its POM lies, absolute
 * @param target its build directory, absolute
 * @param finalName its artifact's file name without extension
 * @param classes where its compiled classes are or will be, absolute
 * @param resources the directories of its main resources, absolute
 * @param dependencies its run-time dependencies: all of them if the build resolved them, else those that its POM names
 * @param resolved whether the build has resolved them
 */
public record Module(
        String artifactId,
        String packaging,
        Path directory,
        Path target,
        String finalName,
        Path classes,
        List<Path> resources,
        List<Dependency> dependencies,
        boolean resolved) {
    public Module {
        Objects.requireNonNull(artifactId);
        Objects.requireNonNull(packaging);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(target);
        Objects.requireNonNull(finalName);
        Objects.requireNonNull(classes);
        resources = List.copyOf(resources);
        dependencies = List.copyOf(dependencies);
    }

    /** The same module with other dependencies. */
    public Module withDependencies(List<Dependency> others) {
        return new Module(artifactId, packaging, directory, target, finalName, classes, resources, others, resolved);
    }

    /**
     * A run-time dependency.
     *
     * @param groupId no letters where only a file's name tells of it
     * @param direct whether the POM itself names it
     * @param declared the dependency in the POM that brings it, else the POM; empty if that is not known
     */
    public record Dependency(
            String groupId, String artifactId, String version, boolean direct, Optional<Span> declared) {
        public Dependency {
            Objects.requireNonNull(groupId);
            Objects.requireNonNull(artifactId);
            Objects.requireNonNull(version);
            Objects.requireNonNull(declared);
        }
    }
}
