package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The resources of a module by the name under which the program finds them. The source goes before its copy among the
 * classes, so that places are the user's.
 */
final class ModuleFiles {
    /** Longer than anybody writes one. */
    private static final long LARGEST = 512 * 1024;

    private final Module module;

    ModuleFiles(Module module) {
        this.module = module;
    }

    /** Empty for what is not there, is no text, or lies elsewhere by a link. */
    Optional<SourceFile> read(String name) {
        return Stream.concat(module.resources().stream(), Stream.of(module.classes()))
                .map(directory -> read(directory, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<SourceFile> read(Path directory, String name) {
        try {
            Path file = directory.resolve(name).normalize();
            boolean readable = Files.isRegularFile(file)
                    && Files.size(file) <= LARGEST
                    && file.toRealPath().startsWith(directory.toRealPath());
            return readable ? Optional.of(SourceFile.read(file)) : Optional.empty();
        } catch (IOException | InvalidInput | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
