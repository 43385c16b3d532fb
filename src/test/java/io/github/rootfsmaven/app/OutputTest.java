package io.github.rootfsmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} with all its reports writes into the output directory, and nowhere else. */
class OutputTest {
    @TempDir
    Path temporary;

    private Path directory;

    /** A project of every kind of file that is read, with findings, an observed file and a baseline. */
    @BeforeEach
    void project() throws Exception {
        directory = Files.createDirectories(temporary.resolve("project"));
        write("compose.yaml", """
                include: [../beside/included.yaml]
                services:
                  a: {build: ., env_file: [.env, ../beside/b.env], volumes: ["./data:/data", "~/home:/home/a"]}
                  b: {image: "postgres:${TAG}", read_only: true, tmpfs: /tmp}
                """);
        write("compose.override.yaml", "services: {b: {volumes: ['/etc:/etc']}}\n");
        write(".env", "TAG=17\n");
        write("Dockerfile", "FROM nginx\nCOPY . /app\nVOLUME /etc\nCMD [\"/app/start.sh\"]\n");
        write(".dockerignore", "*.md\n");
        write("start.sh", "#!/bin/sh\necho x > /etc/passwd\ndocker run -v /:/host x\n");
        write("Makefile", "x:\n\tdocker run --read-only x\n");
        write("docker/app.yml", "services: {c: {image: redis}}\n");
        write("target/classes/application.properties", "logging.file.name=/x.log\n");
        write(
                "rootfs-observed.yaml",
                "schema: 1\nimages: [{id: b, services: [b], sources: [seen], writes: [{path: /x, kind: log, needed: always,"
                        + " evidence: observed, source: seen}]}]\n");
        write(
                "rootfs-baseline.json",
                "{\"schema\": 1, \"findings\": [{\"rule\": \"missing-tmp\", \"file\": \"compose.yaml\", \"fingerprint\": \""
                        + "0".repeat(32) + "\"}]}\n");
        write("../beside/included.yaml", "services: {d: {image: x}}\n");
        write("../beside/b.env", "A=b\n");
    }

    @Test
    void nothingButReportsIsWritten() throws Exception {
        Map<String, String> before = listing();
        assertThat(Checked.lines(directory, directory.resolve("target/rootfs"))).isNotEmpty();
        Map<String, String> after = listing();
        assertThat(after.keySet().stream().filter(name -> !before.containsKey(name)))
                .containsExactly(
                        "project/target/rootfs",
                        "project/target/rootfs/rootfs-checkstyle.xml",
                        "project/target/rootfs/rootfs-gitlab.json",
                        "project/target/rootfs/rootfs-junit.xml",
                        "project/target/rootfs/rootfs.html",
                        "project/target/rootfs/rootfs.json",
                        "project/target/rootfs/rootfs.sarif");
        // making a directory changes the one that it is made in
        before.remove("project/target");
        assertThat(after).containsAllEntriesOf(before);
    }

    /** A link that lies where a report goes is replaced, and not followed. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksInTheOutputDirectoryAreNotFollowed() throws Exception {
        write("../beside/precious", "precious\n");
        Path output = Files.createDirectories(directory.resolve("target/rootfs"));
        for (String name : new String[] {"rootfs.json", "rootfs.html", "rootfs.sarif"}) {
            Files.createSymbolicLink(output.resolve(name), Path.of("../../../beside/precious"));
        }
        Map<String, String> before = listing();
        Checked.lines(directory, output);
        Map<String, String> after = listing();
        before.keySet().removeIf(name -> name.startsWith("project/target/rootfs"));
        assertThat(after).containsAllEntriesOf(before);
        assertThat(output.resolve("rootfs.json")).isRegularFile();
        assertThat(Files.isSymbolicLink(output.resolve("rootfs.json"))).isFalse();
    }

    /** Each name below the temporary directory with what it is, its time and its bytes. */
    private Map<String, String> listing() throws IOException {
        Map<String, String> listing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.toList()) {
                FileTime time = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
                String what = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? Arrays.toString(Files.readAllBytes(file))
                        : Files.isSymbolicLink(file) ? "link" : "directory";
                listing.put(temporary.relativize(file).toString().replace('\\', '/'), time + " " + what);
            }
        }
        return listing;
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
