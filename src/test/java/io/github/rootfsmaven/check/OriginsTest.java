package io.github.rootfsmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding tells where its value comes from, if that is not plain from where it stands. */
class OriginsTest {
    @TempDir
    Path directory;

    @Test
    void aValueOfTheServicesOnlyBlockIsPlain() throws Exception {
        file("compose.yaml", """
                services:
                  a:
                    image: x
                    read_only: false
                """);
        assertThat(related("writable-rootfs")).isEmpty();
    }

    @Test
    void whatAnOverrideFileReplacesIsTold() throws Exception {
        file("compose.yaml", """
                services:
                  a:
                    image: x
                    read_only: true
                    tmpfs: /tmp:size=1m
                    volumes:
                      - ./etc:/etc:ro
                """);
        file("compose.override.yaml", "services: {a: {read_only: false}}\n");
        assertThat(related("writable-rootfs"))
                .containsExactly("compose.yaml:4 overridden: what stands here does not count");
        file("compose.override.yaml", "services: {a: {volumes: ['./other:/etc']}}\n");
        assertThat(related("writable-system-mount"))
                .containsExactly("compose.yaml:7 overridden: what stands here does not count");
    }

    @Test
    void everyFileThatWasReplacedIsTold() throws Exception {
        file("compose.yaml", "services: {a: {image: x, read_only: true}}\n");
        file("b.yaml", "services: {a: {read_only: 'true'}}\n");
        file("c.yaml", "services: {a: {read_only: !override false}}\n");
        assertThat(related("writable-rootfs", "compose.yaml", "b.yaml", "c.yaml"))
                .containsExactly(
                        "b.yaml:1 overridden: what stands here does not count",
                        "compose.yaml:1 overridden: what stands here does not count");
    }

    @Test
    void whatAnOverrideFileAddsBelongsToAServiceElsewhere() throws Exception {
        file("compose.yaml", "services:\n  a:\n    image: x\n    read_only: true\n    tmpfs: /tmp:size=1m\n");
        file("compose.override.yaml", "services:\n  a:\n    privileged: true\n");
        assertThat(related("privileged-container")).containsExactly("compose.yaml:2 service 'a' begins here");
    }

    @Test
    void whatIsInheritedNamesEveryStepOfTheWay() throws Exception {
        file("base.yaml", """
                services:
                  base:
                    privileged: true
                    read_only: true
                """);
        file("compose.yaml", """
                services:
                  middle:
                    image: x
                    extends: {file: base.yaml, service: base}
                  a:
                    extends: middle
                """);
        assertThat(related("privileged-container"))
                .containsExactly(
                        "compose.yaml:4 service 'middle' inherits it here",
                        "compose.yaml:6 service 'a' inherits it here",
                        "compose.yaml:2 the same in middle");
        file("compose.yaml", """
                services:
                  a:
                    extends: middle
                  middle:
                    profiles: [never]
                    image: x
                    extends: {file: base.yaml, service: base}
                """);
        assertThat(related("privileged-container"))
                .contains(
                        "compose.yaml:7 service 'middle' inherits it here",
                        "compose.yaml:3 service 'a' inherits it here");
    }

    @Test
    void whatAServiceSaysAgainstItsBaseIsTold() throws Exception {
        file("compose.yaml", """
                services:
                  base:
                    image: x
                    read_only: true
                    tmpfs: /tmp:size=1m
                  a:
                    extends: base
                    read_only: false
                """);
        assertThat(related("writable-rootfs"))
                .containsExactly("compose.yaml:4 overridden: what stands here does not count");
    }

    @Test
    void whatAnAnchorBringsNamesItsService() throws Exception {
        file("compose.yaml", """
                x-all: &all
                  read_only: false
                services:
                  a:
                    <<: *all
                    image: x
                """);
        assertThat(related("writable-rootfs")).containsExactly("compose.yaml:4 service 'a' uses it");
    }

    @Test
    void whatIsSaidOfAnIncludedServiceIsTold() throws Exception {
        Files.createDirectory(directory.resolve("sub"));
        file("sub/inc.yaml", "services:\n  a:\n    image: x\n    read_only: true\n");
        file("compose.yaml", "include: [sub/inc.yaml]\nservices:\n  a:\n    read_only: false\n");
        assertThat(related("writable-rootfs"))
                .containsExactly("inc.yaml:4 overridden: what stands here does not count");
    }

    /** Of what stands there, only the rule itself says what a service has to do with it. */
    @Test
    void placesInADockerfileArePlain() throws Exception {
        file("compose.yaml", "services:\n  a:\n    build: .\n    read_only: true\n    tmpfs: /tmp:size=1m\n");
        file("Dockerfile", "FROM example/base:1\nVOLUME /data\n");
        assertThat(related("image-volume")).containsExactly("compose.yaml:2 the service that runs the image");
    }

    private void file(String name, String text) throws Exception {
        Files.writeString(directory.resolve(name), text);
    }

    /** The related places of the only finding of a rule. */
    private List<String> related(String rule, String... files) throws Exception {
        ProjectSettings settings = ProjectSettings.in(directory)
                .withComposeFiles(
                        List.of(files).stream().map(directory::resolve).toList());
        List<Reported> found = new Check(Rules.all())
                .run(ProjectLoader.load(settings), Policy.standard()).findings().stream()
                        .filter(reported -> reported.finding().rule().equals(rule))
                        .toList();
        assertThat(found).as(rule).hasSize(1);
        return found.get(0).finding().related().stream()
                .map(other -> other.span().file().path().getFileName() + ":"
                        + other.span().startLine() + " " + other.message().english())
                .toList();
    }
}
