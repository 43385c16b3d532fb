package io.github.rootfsmaven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.Lines;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Directories in src/test/resources/harden with what harden shows of them: {@code expected.diff}, or, where it writes a
 * file of its own, {@code expected-override.yaml}; {@code -Dgolden.update=true} writes them anew.
 */
class HardenGoalTest {
    private static final Path ALL = Path.of("src", "test", "resources", "harden");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> showsWhatIsExpected() throws IOException {
        try (Stream<Path> directories = Files.list(ALL)) {
            return directories.sorted().toList().stream()
                    .flatMap(directory -> Stream.of("expected.diff", "expected-override.yaml")
                            .filter(name -> Files.exists(directory.resolve(name)))
                            .map(name -> DynamicTest.dynamicTest(
                                    directory.getFileName() + "/" + name, () -> check(directory, name))));
        }
    }

    private void check(Path directory, String name) throws Exception {
        Path copy = copy(directory, temporary.resolve(name).resolve(directory.getFileName()));
        boolean diff = name.endsWith(".diff");
        List<String> shown = run(copy, diff ? HardenMode.DIFF : HardenMode.OVERRIDE);
        String text = String.join("\n", shown) + "\n";
        if (!diff) {
            text = Files.readString(copy.resolve("compose.hardened.yaml")) + "# ---- shown\n"
                    + text.replaceAll("(?m)^(?=.)", "# ");
        }
        Path expected = directory.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));

        run(copy, HardenMode.IN_PLACE);
        List<String> again = run(copy, HardenMode.DIFF);
        assertThat(again.get(again.size() - 1)).startsWith("Nothing to change in ");
    }

    @Test
    void aBrokenComposeFileIsToldWithItsPlace() throws Exception {
        Files.writeString(temporary.resolve("compose.yaml"), "services:\n  web:\n    image: [\n");
        assertThatThrownBy(() -> run(temporary, HardenMode.DIFF)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void withoutAComposeFileThereIsNothingToHarden() throws Exception {
        assertThat(run(temporary, HardenMode.DIFF)).containsExactly("Nothing to harden: no Compose file");
    }

    @Test
    void valuesOfVariablesAreMaskedOnTheScreenAndWholeInThePatch() throws Exception {
        Files.writeString(
                temporary.resolve("compose.yaml"),
                "services:\n  web:\n    environment:\n      PASSWORD: hunter2\n    image: nginx:1.27\n");
        assertThat(String.join("\n", run(temporary, HardenMode.DIFF)))
                .contains("PASSWORD: …")
                .doesNotContain("hunter2");
        assertThat(Files.readString(temporary.resolve("target/rootfs/rootfs.patch")))
                .contains("PASSWORD: hunter2");
    }

    @Test
    void anOverrideFileIsNoProjectOfItsOwnAndIsWrittenAnew() throws Exception {
        Files.writeString(temporary.resolve("compose.yaml"), "services:\n  web:\n    image: nginx:1.27\n");
        run(temporary, HardenMode.OVERRIDE);
        Path written = temporary.resolve("compose.hardened.yaml");
        String first = Files.readString(written);
        assertThat(run(temporary, HardenMode.OVERRIDE)).contains("Wrote compose.hardened.yaml");
        assertThat(Files.readString(written)).isEqualTo(first);
        assertThat(io.github.rootfsmaven.project.ProjectLoader.load(ProjectSettings.in(temporary))
                        .unchecked())
                .isEmpty();
    }

    @Test
    void aWrongSettingNamesTheParameter() {
        assertThatThrownBy(() -> HardenMode.of("inplace"))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("Did you mean 'in-place'?");
        assertThatThrownBy(() -> HardenSettings.of("64 MB", "likely", true))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("tmpfsSize");
        assertThatThrownBy(() -> HardenSettings.of("64m", "sure", true))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("evidence");
    }

    @Test
    void onlyTheServicesThatAreNamed() throws Exception {
        Files.writeString(temporary.resolve("compose.yaml"), """
                services:
                  web:
                    image: nginx:1.27
                  cache:
                    image: redis:7
                """);
        run(temporary, HardenMode.IN_PLACE, "web");
        assertThat(Files.readString(temporary.resolve("compose.yaml")))
                .contains("/var/cache/nginx:size=64m")
                .endsWith("  cache:\n    image: redis:7\n");
        assertThat(run(temporary, HardenMode.DIFF, "web"))
                .last()
                .asString()
                .startsWith("Nothing to change in 1 service");
    }

    @Test
    void aServiceThatIsNotThereIsRefused() throws Exception {
        Files.writeString(temporary.resolve("compose.yaml"), "services: {cache: {image: 'redis:7'}}\n");
        assertThatThrownBy(() -> run(temporary, HardenMode.IN_PLACE, "cashe"))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("services")
                .hasMessageContaining("there is no service 'cashe'. Did you mean 'cache'?");
        assertThatThrownBy(() -> new ShowGoal(Rules.all(), new Lines().screen(temporary))
                        .run(ProjectSettings.in(temporary), new ChosenServices(List.of("web")), Optional.empty()))
                .isInstanceOf(BadParameter.class);
    }

    @Test
    void onlyTheServicesThatAreNamedAreShown() throws Exception {
        Files.writeString(
                temporary.resolve("compose.yaml"), "services: {web: {image: x}, cache: {image: 'redis:7'}}\n");
        Lines lines = new Lines();
        new ShowGoal(Rules.all(), lines.screen(temporary))
                .run(ProjectSettings.in(temporary), new ChosenServices(List.of("cache")), Optional.empty());
        assertThat(lines.all()).first().asString().startsWith("cache");
        assertThat(lines.all()).noneMatch(line -> line.startsWith("web"));
    }

    private static List<String> run(Path directory, HardenMode mode, String... services) throws Exception {
        Lines lines = new Lines();
        new HardenGoal(Rules.all(), lines.screen(directory))
                .run(new HardenGoal.Settings(
                        ProjectSettings.in(directory),
                        new ChosenServices(List.of(services)),
                        mode,
                        HardenSettings.standard(),
                        directory.resolve("target/rootfs"),
                        Optional.empty()));
        return lines.all();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                String name = from.relativize(path).toString();
                if (!name.startsWith("expected")) {
                    Files.createDirectories(to.resolve(name).getParent());
                    Files.copy(path, to.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return to;
    }
}
