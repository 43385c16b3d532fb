package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFilesTest {
    @TempDir
    Path directory;

    @Test
    void theFirstNameOfTheListWins() throws IOException {
        for (String name : List.of("docker-compose.yaml", "docker-compose.yml", "compose.yml", "compose.yaml")) {
            Path file = write(name, "services: {}\n");
            assertThat(ComposeFiles.discover(directory, Optional.empty())).containsExactly(file);
        }
    }

    @Test
    void theSearchEndsWhereItIsTold() throws IOException {
        Path file = write("compose.yml", "services: {}\n");
        Path override = write("docker-compose.override.yaml", "services: {}\n");
        Path below = Files.createDirectories(directory.resolve("a/b"));
        assertThat(ComposeFiles.discover(below, Optional.empty())).containsExactly(file, override);
        assertThat(ComposeFiles.discover(below, Optional.of(directory))).containsExactly(file, override);
        assertThat(ComposeFiles.discover(below, Optional.of(below))).isEmpty();
        assertThat(ComposeFiles.discover(below, Optional.of(below.getParent()))).isEmpty();
    }

    @Test
    void aVariableNamesFiles() throws IOException {
        assertThat(ComposeFiles.named(directory, Map.of(), List.of())).isEmpty();
        assertThat(ComposeFiles.named(
                        directory, Map.of("COMPOSE_FILE", "a.yaml,b.yaml", "COMPOSE_PATH_SEPARATOR", ","), List.of()))
                .contains(List.of(directory.resolve("a.yaml"), directory.resolve("b.yaml")));
        write(".env", "COMPOSE_FILE=x.yaml\n");
        Path other = write("other.env", "COMPOSE_FILE=sub/../y.yaml\n");
        assertThat(ComposeFiles.named(directory, Map.of(), List.of())).contains(List.of(directory.resolve("x.yaml")));
        assertThat(ComposeFiles.named(directory, Map.of(), List.of(other)))
                .contains(List.of(directory.resolve("y.yaml")));
        write(".env", "COMPOSE_FILE='x\n");
        assertThat(ComposeFiles.named(directory, Map.of(), List.of())).isEmpty();
    }

    @Test
    void aVariableNamesEnvFiles() {
        assertThat(ComposeFiles.envFiles(directory, Map.of("COMPOSE_ENV_FILES", "a.env,b/../c.env")))
                .containsExactly(directory.resolve("a.env"), directory.resolve("c.env"));
        assertThat(ComposeFiles.envFiles(directory, Map.of("COMPOSE_ENV_FILES", "")))
                .isEmpty();
        assertThat(ComposeFiles.envFiles(directory, Map.of())).isEmpty();
    }

    @Test
    void anEnvFileThatIsSwitchedOffNamesNothing() throws IOException {
        write(".env", "COMPOSE_FILE=x.yaml\n");
        assertThat(ComposeFiles.named(directory, Map.of("COMPOSE_DISABLE_ENV_FILE", "1"), List.of()))
                .isEmpty();
        assertThat(ComposeFiles.named(directory, Map.of("COMPOSE_DISABLE_ENV_FILE", "0"), List.of()))
                .isPresent();
    }

    /** The working directory's variables are read first and win; the project's only adds, and may use them. */
    @Test
    void bothEnvFilesCountForAProjectFoundFromElsewhere() throws IOException {
        Path file = write("compose.yaml", "services: {a: {image: '${A}-${B}-${C}'}}\n");
        Path below = Files.createDirectories(directory.resolve("sub"));
        write(".env", "A=top\nB=top\nC=${A}\n");
        write("sub/.env", "A=sub\n");
        ComposeSettings settings = new ComposeSettings(List.of(file), List.of(), Map.of(), List.of(), Unset.EMPTY);
        assertThat(image(settings)).isEqualTo("top-top-top");
        assertThat(image(settings.foundIn(below))).isEqualTo("sub-top-sub");
        assertThat(image(settings.foundIn(directory))).isEqualTo("top-top-top");
        ComposeSettings without = new ComposeSettings(
                List.of(file), List.of(), Map.of("COMPOSE_DISABLE_ENV_FILE", "1"), List.of(), Unset.EMPTY);
        assertThat(image(without.foundIn(below))).isEqualTo("--");
    }

    private static String image(ComposeSettings settings) {
        return ComposeLoader.load(settings)
                .services()
                .get(0)
                .image()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @CsvSource({
        "compose.prod.yaml,true",
        "docker-compose-dev.yml,true",
        "app.compose.yml,true",
        "compose.yaml.bak,false",
        "values.yaml,false"
    })
    void aFileIsCalledLikeOne(String name, boolean expected) {
        assertThat(ComposeFiles.looksLikeOne(directory.resolve(name))).isEqualTo(expected);
    }

    @Test
    void servicesAtTheTopMakeOne() throws IOException {
        assertThat(ComposeFiles.hasServices(write("a.yaml", "services: {a: {image: x}}\n")))
                .isTrue();
        assertThat(ComposeFiles.hasServices(write("b.yaml", "a: b\n---\nservices: {a: {image: x}}\n")))
                .isTrue();
        assertThat(ComposeFiles.hasServices(write("c.yaml", "services: [a]\n"))).isFalse();
        assertThat(ComposeFiles.hasServices(write("d.yaml", "a: 'b\n"))).isFalse();
        assertThat(ComposeFiles.hasServices(write("compose.e.yaml", "a: 'b\n"))).isTrue();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
