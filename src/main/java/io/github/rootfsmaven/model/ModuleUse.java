package io.github.rootfsmaven.model;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A module of the Maven build that an image holds.
 *
 * @param artifactId its name
 * @param directory where its POM lies, absolute
 * @param file the file that asks for the image, absolute
 */
public record ModuleUse(String artifactId, Path directory, Path file) {
    public ModuleUse {
        Objects.requireNonNull(artifactId);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(file);
    }
}
