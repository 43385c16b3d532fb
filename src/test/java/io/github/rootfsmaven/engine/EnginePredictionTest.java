package io.github.rootfsmaven.engine;

import static io.github.rootfsmaven.engine.DebianProgram.compose;
import static io.github.rootfsmaven.engine.DebianProgram.ended;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the plugin says of real programs before they run, against what they do: every path that a writable container
 * changes was told of, the path at which a read-only one fails was warned of, and with mounts on exactly the places that
 * were warned of it serves.
 */
@OnEngine(image = RealImages.DEBIAN)
class EnginePredictionTest {
    @TempDir
    Path temporary;

    @Test
    @Claim("Predicted and seen, nginx of Debian: what it writes, where it dies, and that it serves with those places")
    void nginx() throws Exception {
        predicted(DebianProgram.NGINX);
    }

    @Test
    @Claim("Predicted and seen, redis of Debian with its configuration: what it writes, where it dies, where it serves")
    void redis() throws Exception {
        predicted(DebianProgram.REDIS);
    }

    @Test
    @Claim(
            "Predicted and seen, postgresql of Debian: what it writes, where it dies, and that it serves with those places")
    void postgresql() throws Exception {
        predicted(DebianProgram.POSTGRESQL);
    }

    @Test
    @Claim(
            "Predicted and seen, tomcat of Debian: what it writes and where it is refused, and that it serves with those places")
    void tomcat() throws Exception {
        predicted(DebianProgram.TOMCAT);
    }

    @Test
    @Claim(
            "Predicted and seen, a Java program with sqlite-jdbc: without a place for its native library it fails, on a tmpfs"
                    + " without `exec`, too; with `exec` it answers")
    void javaWithANativeLibrary() throws Exception {
        NotesProgram notes = NotesProgram.in(temporary);
        String mounts = "read_only: true\ntmpfs: [\"/tmp:size=64m\", \"/data:size=1m\"]\n";
        Files.writeString(temporary.resolve("compose.yaml"), compose("build: .", mounts, ""));
        Prediction prediction = Prediction.of(temporary, List.of(notes.module()));
        assertThat(prediction.report().findings())
                .extracting(finding -> finding.finding().rule())
                .contains("native-library-needs-exec-tmp");
        assertThat(prediction.writes())
                .extracting(write -> write.path().value())
                .contains("/tmp");

        String libraries = NotesProgram.service() + "volumes: [" + notes.mount() + "]\n";
        try (Stack stack = Stack.up(compose(libraries, mounts, ""))) {
            ended(stack);
            assertThat(stack.logs("app")).contains("No native library found").doesNotContain(NotesProgram.DONE);
        }
        try (Stack stack = Stack.up(compose(libraries, mounts.replace("/tmp:", "/tmp:exec,"), ""))) {
            ended(stack);
            assertThat(stack.logs("app")).contains(NotesProgram.DONE);
        }
        try (Stack stack = Stack.up(compose(libraries, "read_only: true\n", ""))) {
            ended(stack);
            assertThat(stack.logs("app")).contains("'/data' does not exist").doesNotContain(NotesProgram.DONE);
        }
    }

    private void predicted(DebianProgram program) throws Exception {
        Files.writeString(temporary.resolve("Dockerfile"), program.dockerfile());
        Files.writeString(temporary.resolve("compose.yaml"), compose("build: .", "read_only: true\n", ""));
        Prediction prediction = Prediction.of(temporary, List.of());
        assertThat(prediction.report().containers().get(0).verdict()).isEqualTo(Verdict.BREAKS);
        String image = program.image();

        try (Stack stack = Stack.up(compose(image, "", ""))) {
            program.serves(stack);
            assertThat(changed(stack))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(prediction.tells(path) || program.livesWithout(path))
                            .as(path + " is not told of: " + prediction.all())
                            .isTrue());
        }
        try (Stack stack = Stack.up(compose(image, "read_only: true\n", ""))) {
            assertThat(DebianProgram.refused(stack))
                    .allSatisfy(path -> assertThat(prediction.warns(path) || program.livesWithout(path))
                            .as(path + " is not warned of")
                            .isTrue());
        }
        if (program.servesOnTmpfs()) {
            try (Stack stack =
                    Stack.up(compose(image, "read_only: true\n" + prediction.mounts(), prediction.volumes()))) {
                program.serves(stack);
            }
        }
    }

    /** Files and new directories, without the directories that changed only because of them. */
    private static List<String> changed(Stack stack) {
        List<String> all = Docker.run("diff", stack.container("app"))
                .out()
                .lines()
                .filter(line -> !line.startsWith("D "))
                .map(line -> line.substring(2))
                .toList();
        return all.stream()
                .filter(path -> all.stream().noneMatch(other -> other.startsWith(path + "/")))
                .toList();
    }
}
