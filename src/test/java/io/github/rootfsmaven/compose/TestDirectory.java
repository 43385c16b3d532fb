package io.github.rootfsmaven.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A directory with test data outside the project, named by a system property. */
public final class TestDirectory {
    private TestDirectory() {}

    /** The directory; if the property is not set, one line says that its tests are skipped. */
    public static Optional<Path> named(String property) {
        String value = System.getProperty(property, "");
        if (value.isBlank()) {
            System.out.println("SKIPPED: no directory is named by -D" + property);
            return Optional.empty();
        }
        Path directory = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("-D" + property + ": there is no directory " + directory);
        }
        return Optional.of(directory);
    }
}
