package io.github.rootfsmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines a comment is about, in which files, and what is said of one that is of no use. */
class IgnoresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            rootfs: ignore why                              => This names no rule; it is written 'rootfs: ignore[rule] reason'.
            rootfs: ignore[ , ] why                         => This names no rule; it is written 'rootfs: ignore[rule] reason'.
            rootfs: ignore[engine-socket] until=soon why    => 'soon' is no date of the form 2027-01-31.
            rootfs: ignore[engine-sockets] why              => There is no rule 'engine-sockets'. Did you mean 'engine-socket'?
            rootfs: ignore[something] why                   => There is no rule 'something'.
            rootfs: ignore[not-read] why                    => not-read cannot be ignored: what was not read is not known.
            rootfs: ignore[unused-ignore] why               => unused-ignore cannot be ignored, for it is about ignores.
            rootfs: ignore[engine-socket,] why              => There is no engine-socket here that this could ignore.
            rootfs: ignore[engine-socket]                   => This is to ignore engine-socket and does not say why, so it has no effect. There is no engine-socket here that this could ignore.
            a comment that says rootfs                      =>
            """)
    void whatIsOfNoUseIsSaid(String comment, String message) throws Exception {
        write("compose.yaml", """
                services:
                  # %s
                  web: {image: x, read_only: true, tmpfs: ['/tmp:size=1m']}
                """.formatted(comment));
        assertThat(String.join(
                        " ",
                        run(Suppressions.comments(TODAY)).active().stream()
                                .map(found -> found.finding().message().english())
                                .toList()))
                .isEqualTo(message == null ? "" : message);
    }

    @Test
    void aCommentIsAboutItsLineOrTheNextThatIsNone() throws Exception {
        write("compose.yaml", """
                services:
                  web:
                    image: x
                    read_only: true
                    tmpfs: ['/tmp:size=1m']
                    volumes:
                      - /etc:/1 # rootfs: ignore[sensitive-host-path] behind it
                      - /etc:/2
                      # rootfs: ignore[sensitive-host-path] in front of it
                      # and a comment between

                      - /etc:/3
                      # rootfs: ignore[sensitive-host-path] in front of it
                      # and a comment between
                      - /etc:/4
                      - type: bind
                        source: /etc # rootfs: ignore[sensitive-host-path] inside of it
                        target: /5
                      - /etc:/6
                """);
        Report report = run(Suppressions.comments(TODAY));
        assertThat(report.active())
                .extracting(
                        found -> found.finding().rule() + " " + found.finding().subject())
                .containsExactly(
                        "sensitive-host-path /2",
                        "unused-ignore sensitive-host-path",
                        "sensitive-host-path /3",
                        "sensitive-host-path /6");
    }

    @Test
    void commentsOfDockerfilesAndOfFilesThatFindingsPointToCount() throws Exception {
        write("compose.yaml", "services: {web: {build: {context: ., dockerfile: image.txt}, read_only: true}}\n");
        write("image.txt", "FROM example/x\n# rootfs: ignore[image-volume] it is small\nVOLUME /usr/share/x\n");
        write("run.sh", "#!/bin/sh\n# rootfs: ignore[docker-run-writable] a job\ndocker run --rm x\n");
        assertThat(run(Suppressions.none()).active())
                .extracting(found -> found.finding().rule())
                .contains("docker-run-writable");
        assertThat(run(Suppressions.comments(TODAY)).active())
                .extracting(found -> found.finding().rule())
                .doesNotContain("docker-run-writable", "image-volume", "unused-ignore");
    }

    @Test
    void aFilesNameIsFoundInEachDirectoryAndItsPathFromTheModules() throws Exception {
        Files.createDirectory(directory.resolve("sub"));
        write("sub/run.sh", "docker run --rm x\n");
        assertThat(left("run.sh")).isEmpty();
        assertThat(left("sub/run.sh")).isEmpty();
        assertThat(left("sub/*")).isEmpty();
        assertThat(left("./run.sh")).isNotEmpty();
        assertThat(left("sub")).isNotEmpty();
    }

    private List<String> left(String file) throws Exception {
        PomIgnore ignore = new PomIgnore(
                "docker-run-writable",
                "",
                file,
                "",
                "a job",
                "",
                SourceFile.of(directory.resolve("pom.xml"), "<project/>").start(),
                true);
        Ignore wish = ignore.wish(directory, List.of("docker-run-writable"));
        return run(new Suppressions(true, List.of(wish), true, TODAY, Optional.empty())).active().stream()
                .map(found -> found.finding().rule())
                .toList();
    }

    private Report run(Suppressions suppressions) throws Exception {
        return new Check(Rules.all())
                .run(ProjectLoader.load(ProjectSettings.in(directory)), Policy.standard(), suppressions);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(directory.resolve(name), text);
    }
}
