package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Module.Dependency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier build has packed tells of a module's libraries. */
class PackedLibrariesTest {
    @TempDir
    Path directory;

    private Path target;

    @BeforeEach
    void target() throws Exception {
        target = Files.createDirectory(directory.resolve("target"));
    }

    private Module module(boolean resolved, Dependency... dependencies) {
        return new Module(
                "app",
                "jar",
                directory,
                target,
                "app-1",
                target.resolve("classes"),
                List.of(),
                List.of(dependencies),
                resolved);
    }

    private static List<String> names(Module module) {
        return module.dependencies().stream()
                .map(dependency -> dependency.groupId() + ":" + dependency.artifactId() + ":" + dependency.version())
                .toList();
    }

    private void archive(String name, String... entries) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target.resolve(name)))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
    }

    @Test
    void inAFatJar() throws Exception {
        archive(
                "app-1.jar",
                "BOOT-INF/lib/sqlite-jdbc-3.46.1.3.jar",
                "BOOT-INF/lib/leveldbjni-all-1.8.jar",
                "BOOT-INF/lib/no-version.jar",
                "BOOT-INF/classes/x-1.jar",
                "BOOT-INF/lib/netty-tcnative-boringssl-static-2.0.65.Final-linux-x86_64.jar");
        Dependency known = new Dependency("org.xerial", "sqlite-jdbc", "3", true, Optional.empty());
        assertThat(names(PackedLibraries.with(module(false, known))))
                .containsExactly(
                        "org.xerial:sqlite-jdbc:3",
                        ":leveldbjni-all:1.8",
                        ":netty-tcnative-boringssl-static:2.0.65.Final-linux-x86_64");
    }

    @Test
    void inAWarAndBesideTheJar() throws Exception {
        archive("app-1.war", "WEB-INF/lib/jna-5.14.0.jar", "WEB-INF/lib-provided/jffi-1.3.jar");
        Files.createFile(Files.createDirectories(target.resolve("quarkus-app/lib/main"))
                .resolve("org.xerial.sqlite-jdbc-3.46.1.3.jar"));
        Files.createFile(Files.createDirectories(target.resolve("lib")).resolve("zstd-jni-1.5.6-4.jar"));
        assertThat(names(PackedLibraries.with(module(false))))
                .containsExactlyInAnyOrder(
                        ":jna:5.14.0", ":jffi:1.3", "org.xerial:sqlite-jdbc:3.46.1.3", ":zstd-jni:1.5.6-4");
    }

    @Test
    void notAskedWhereTheBuildHasResolvedAll() throws Exception {
        archive("app-1.jar", "BOOT-INF/lib/sqlite-jdbc-3.46.1.3.jar");
        assertThat(names(PackedLibraries.with(module(true)))).isEmpty();
    }

    @Test
    void aBrokenArchiveAndAMissingDirectoryTellNothing() throws Exception {
        Files.writeString(target.resolve("app-1.jar"), "no archive");
        assertThat(names(PackedLibraries.with(module(false)))).isEmpty();
    }
}
