package io.github.rootfsmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathNamesTest {

    @Test
    void filesAreCalledAsInTheRepository(@TempDir Path repository) throws IOException {
        Files.createDirectory(repository.resolve(".git"));
        Path module = Files.createDirectories(repository.resolve("services/api"));
        PathNames names = PathNames.of(module, module);
        assertThat(names.inFiles(module.resolve("compose.yaml"))).isEqualTo("services/api/compose.yaml");
        assertThat(names.onConsole(module.resolve("compose.yaml"))).isEqualTo("compose.yaml");
        assertThat(names.onConsole(repository.resolve("compose.yaml"))).isEqualTo("../../compose.yaml");
    }

    @Test
    void withoutARepositoryTheyAreCalledAsFromWhereMavenWasStarted() {
        Path started = Path.of("/nowhere/at/all").toAbsolutePath();
        assertThat(PathNames.of(started, started).inFiles(started.resolve("a/b")))
                .isEqualTo("a/b");
    }
}
