package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Located;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files COPY gets, and what additional contexts put in place of stages and images. */
class BuildContextTest {
    @TempDir
    Path directory;

    @BeforeEach
    void script() throws Exception {
        file("run.sh", "#!/bin/sh\ntouch /srv/started\n");
    }

    @Test
    void anIgnoredScriptIsNotCopied() throws Exception {
        file("Dockerfile", "FROM scratch\nCOPY *.sh /\nENTRYPOINT [\"/run.sh\"]\n");
        file("compose.yaml", "services: {a: {build: .}}");
        assertThat(writes("a")).containsExactly("/srv/started");

        file(".dockerignore", "*.sh\n");
        assertThat(writes("a")).isEmpty();

        file(".dockerignore", "*\n!run.sh\n");
        assertThat(writes("a")).containsExactly("/srv/started");
    }

    @Test
    void whatLiesBesideTheDockerfileGoesFirst() throws Exception {
        file("docker/prod", "FROM scratch\nCOPY run.sh /\nENTRYPOINT [\"/run.sh\"]\n");
        file("compose.yaml", "services: {a: {build: {context: ., dockerfile: docker/prod}}}");
        file(".dockerignore", "run.sh\n");
        assertThat(writes("a")).isEmpty();

        file("docker/prod.dockerignore", "nothing\n");
        assertThat(writes("a")).containsExactly("/srv/started");
    }

    @Test
    void filesComeFromAnAdditionalContext() throws Exception {
        file("scripts/go.sh", "#!/bin/sh\ntouch /srv/gone\n");
        file("Dockerfile", "FROM scratch\nCOPY --from=scripts go.sh /\nENTRYPOINT [\"/go.sh\"]\n");
        file("compose.yaml", "services: {a: {build: {context: ., additional_contexts: [scripts=./scripts]}}}");
        assertThat(writes("a")).containsExactly("/srv/gone");

        file("scripts/.dockerignore", "go.sh\n");
        assertThat(writes("a")).isEmpty();
    }

    @Test
    void aContextStandsForTheStageOfItsName() throws Exception {
        file("Dockerfile", "FROM scratch AS base\nVOLUME /data\nUSER ${}\nFROM base\nVOLUME /own\n");
        file(
                "compose.yaml",
                "services: {a: {build: {context: ., additional_contexts: {base: 'docker-image://alpine:3'}}}}");

        assertThat(volumes("a")).containsExactly("/own");
        assertThat(container("a").image().base()).contains("alpine:3");
    }

    @Test
    void aContextStandsForAnImage() throws Exception {
        file("Dockerfile", "FROM alpine AS base\nVOLUME /data\n");
        file(
                "compose.yaml",
                "services: {a: {build: {context: ., additional_contexts: ['docker.io/library/alpine:latest=docker-image://busybox']}}}");

        assertThat(container("a").image().base()).contains("busybox");
        assertThat(volumes("a")).containsExactly("/data");
    }

    @Test
    void aServiceIsABase() throws Exception {
        file("base/run.sh", "#!/bin/sh\ntouch /srv/base\n");
        file("base/Dockerfile", """
                FROM scratch
                ENV WHERE=/data
                VOLUME $WHERE
                USER 1000
                COPY run.sh /
                ENTRYPOINT ["/run.sh"]
                """);
        file("Dockerfile", "FROM common\nVOLUME $WHERE/more\nWORKDIR w\n");
        file("compose.yaml", """
                services:
                  a: {build: {context: ., additional_contexts: {common: "service:b"}}}
                  b: {build: base}
                """);

        assertThat(volumes("a")).containsExactly("/data", "/data/more");
        assertThat(container("a").image().user().map(Located::value)).contains("1000");
        assertThat(container("a").image().workingDirectory().map(Located::value))
                .contains("/w");
        assertThat(container("a").image().base()).contains("scratch");
        assertThat(writes("a")).containsExactly("/srv/base");
    }

    @Test
    void ofADirectoryAsBaseNothingIsKnown() throws Exception {
        file("Dockerfile", "FROM files\nVOLUME /own\n");
        file("compose.yaml", "services: {a: {build: {context: ., additional_contexts: {files: ./files}}}}");

        assertThat(container("a").image().base()).isEmpty();
        assertThat(volumes("a")).containsExactly("/own");
    }

    private Container container(String service) throws Exception {
        return ProjectLoader.load(ProjectSettings.in(directory)).containers().stream()
                .filter(container -> container.name().map(Located::value).equals(Optional.of(service)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> volumes(String service) throws Exception {
        return container(service).image().volumes().stream().map(Located::value).toList();
    }

    private List<String> writes(String service) throws Exception {
        return container(service).writes().stream()
                .filter(write -> write.evidence() == Write.Evidence.SCRIPT)
                .map(write -> write.path().value())
                .toList();
    }

    private void file(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
