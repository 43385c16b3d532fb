package io.github.rootfsmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Values of ten thousands of parts, and small files that mean large ones: a pattern of {@code java.util.regex} may take a
 * frame of the stack for each part, or years, and a list that grows by one at a time the square of its length. The bound
 * is wide: each takes some seconds on a busy machine.
 */
class LongValuesTest {
    private static final int MANY = 20_000;

    @TempDir
    Path directory;

    /** A file, and what the check says of it. */
    private enum Input {
        IMAGE("compose.yaml", service("image: \"" + "a/".repeat(MANY) + "docker.io/b\"")),
        TAG("compose.yaml", service("image: \"postgres:" + "1.".repeat(MANY) + "1\"")),
        DURATION("compose.yaml", service("image: x, stop_grace_period: \"" + "1s".repeat(MANY) + "\"")),
        TMPFS("compose.yaml", service("image: x, tmpfs: [\"/a:" + "size=1,".repeat(MANY) + "\"]")),
        VOLUME("compose.yaml", service("image: x, volumes: [\"" + "a:".repeat(MANY) + "\"]")),
        PROPERTY("compose.yaml", service("image: \"${a" + ".a".repeat(MANY) + "}\"")),
        PATHS_UPWARDS("compose.yaml", service("image: x, volumes: [\"./x:/" + "a/../".repeat(MANY) + "etc\"]")),
        DOUBLED_VARIABLES(
                ".env",
                "A0=aaaaaaaaaa\n"
                        + IntStream.range(0, 40)
                                .mapToObj(i -> "A%d=${A%d}${A%d}${A%d}\n".formatted(i + 1, i, i, i))
                                .collect(Collectors.joining())),
        REPEATED_VARIABLE("compose.yaml", "x-a: [" + ("'" + "${A}".repeat(100) + "',\n").repeat(MANY / 100) + "]\n"),
        MODIFIERS("Makefile", "export ".repeat(MANY) + "A = b\nx:\n\tdocker run a\n"),
        TARGET_MODIFIERS("Makefile", "x:" + "export ".repeat(MANY) + "A = b\n\tdocker run a\n"),
        IGNORED_RULES("Dockerfile", "FROM scratch # rootfs: ignore[" + "a, ".repeat(MANY / 4) + "b] why\n"),
        STARS("Dockerfile", "FROM scratch\nCOPY " + "*a".repeat(40) + "b.sh /\nCMD /" + "a".repeat(200) + ".sh\n"),
        STARS_IGNORED(".dockerignore", "*a".repeat(40) + "b.sh\n" + "**/".repeat(40) + "b\n" + "[z-a]\n");

        private final String name;
        private final String text;

        Input(String name, String text) {
            this.name = name;
            this.text = text;
        }

        private static String service(String text) {
            return "services: {a: {read_only: true, " + text + "}}\n";
        }
    }

    @ParameterizedTest
    @EnumSource(Input.class)
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsWithAReport(Input input) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services: {a: {build: ., image: \"${A40}\"}}\n");
        Files.writeString(directory.resolve(".env"), "A=" + "a".repeat(10_000) + "\n");
        Files.writeString(directory.resolve("Dockerfile"), "FROM scratch\nCOPY . /\nCMD /" + "a".repeat(200) + ".sh\n");
        Files.writeString(directory.resolve("a".repeat(200) + ".sh"), "touch /x\n");
        Files.writeString(directory.resolve(input.name), input.text);
        List<String> lines = Checked.lines(directory, directory.resolve("target"));
        assertThat(lines).anyMatch(line -> line.contains(" in 0 containers") || line.contains(" container"));
        if (input == Input.DOUBLED_VARIABLES || input == Input.REPEATED_VARIABLE) {
            assertThat(lines).anyMatch(line -> line.contains("error[invalid-compose]"));
        }
    }
}
