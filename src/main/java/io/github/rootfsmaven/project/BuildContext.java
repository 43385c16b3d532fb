package io.github.rootfsmaven.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A directory that {@code COPY} copies from.
 *
 * @param directory the directory
 * @param ignored what of it the build does not get
 */
record BuildContext(Path directory, Dockerignore ignored) {
    /** Longer than anybody writes one. */
    private static final int LARGEST = 512 * 1024;

    BuildContext {
        Objects.requireNonNull(directory);
        Objects.requireNonNull(ignored);
    }

    /**
     * The context of a Dockerfile: what lies beside it as {@code Dockerfile.dockerignore} goes before what the context
     * itself has (BuildKit: frontend/dockerui/config.go).
     *
     * @param dockerfile empty for one that stands in a Compose file, and for an additional context
     */
    static BuildContext of(Path directory, Optional<Path> dockerfile) {
        Dockerignore ignored = dockerfile
                .flatMap(file -> read(file.resolveSibling(file.getFileName() + ".dockerignore")))
                .or(() -> read(directory.resolve(".dockerignore")))
                .orElse(Dockerignore.none());
        return new BuildContext(directory, ignored);
    }

    /** An empty file counts as none. */
    private static Optional<Dockerignore> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) == 0 || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                return Optional.of(Dockerignore.of(new String(bytes.readNBytes(LARGEST), StandardCharsets.UTF_8)));
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the build gets a file of the directory. */
    boolean sends(Path file) {
        boolean inside = file.startsWith(directory);
        return inside && !ignored.ignores(directory.relativize(file).toString().replace('\\', '/'));
    }
}
