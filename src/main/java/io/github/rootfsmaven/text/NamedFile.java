package io.github.rootfsmaven.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that the user names in a parameter. */
public final class NamedFile {
    private NamedFile() {}

    /**
     * A file relative to a directory, or a resource on the plugin's class path, where a dependency of the plugin brings it.
     *
     * @throws BadParameter if it is neither
     */
    public static SourceFile of(String parameter, String name, Path directory) throws BadParameter, InvalidInput {
        Optional<SourceFile> file = Optional.empty();
        try {
            file = there(parameter, directory.resolve(name).normalize());
        } catch (InvalidPathException none) {
            // then it may still be a resource
        }
        return file.isPresent()
                ? file.get()
                : resource(name)
                        .orElseThrow(() -> new BadParameter(
                                parameter,
                                "there is no file " + name + " in " + directory
                                        + ", and no such resource in the plugin's dependencies."));
    }

    /** A file, if there is one. */
    public static Optional<SourceFile> there(String parameter, Path path) throws BadParameter, InvalidInput {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SourceFile.read(path));
        } catch (IOException unreadable) {
            throw new BadParameter(parameter, path + " cannot be read.");
        }
    }

    private static Optional<SourceFile> resource(String name) {
        try (InputStream file = NamedFile.class.getResourceAsStream("/" + name.replaceFirst("^/", ""))) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(
                            SourceFile.of(Path.of(name), new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
