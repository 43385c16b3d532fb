package io.github.rootfsmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Baseline;
import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.PolicyFile;
import io.github.rootfsmaven.check.Suppressions;
import io.github.rootfsmaven.compose.ComposeFiles;
import io.github.rootfsmaven.compose.ComposeLoader;
import io.github.rootfsmaven.compose.ComposeSettings;
import io.github.rootfsmaven.compose.Unset;
import io.github.rootfsmaven.knowledge.ObservedFile;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files with mistakes that nobody would make are read, or refused with a place; the profile {@code fuzz} tries more
 * of them, and with {@code -Drootfs.corpus} those of the corpus.
 */
@Timeout(3600)
class AnyProjectTest {
    private static final List<String> IDS = Rules.all().stream().map(Rule::id).toList();

    @TempDir
    Path directory;

    @Test
    void composeFiles() throws IOException {
        Path compose = directory.resolve("compose.yaml");
        Files.writeString(
                directory.resolve("Dockerfile"), "FROM alpine\nCOPY . /app\nUSER 1000\nCMD [\"/app/x.sh\"]\n");
        Files.writeString(directory.resolve("x.sh"), "#!/bin/sh\ntouch /x\n");
        Tries.of(
                "Compose files",
                Tries.WHOLE,
                Tries.seeds(Path.of("src/test/resources/rules"), "rootfs.corpus", ".*\\.ya?ml"),
                text -> {
                    write(compose, text);
                    checked();
                });
    }

    /** Only the loader, which is quick. */
    @Test
    void composeFilesAlone() throws IOException {
        Path compose = directory.resolve("compose.yaml");
        ComposeSettings settings =
                new ComposeSettings(List.of(compose), List.of(), Map.of(), List.of("*"), Unset.EMPTY);
        Tries.of(
                "Compose files for the loader",
                Tries.MANY,
                Tries.seeds(Path.of("src/test/resources/rules"), "rootfs.corpus", ".*\\.ya?ml"),
                text -> {
                    write(compose, text);
                    ComposeLoader.config(settings, "/home/user");
                });
    }

    @Test
    void envFilesAlone() throws IOException {
        Tries.of("env files for the loader", Tries.MANY, envSeeds(), text -> {
            write(directory.resolve(".env"), text);
            ComposeFiles.named(directory, Map.of("A", "b"), List.of());
        });
    }

    private static List<String> envSeeds() throws IOException {
        List<String> seeds = new ArrayList<>(Tries.seeds(Path.of("src"), "rootfs.corpus", "(.*[.])?env"));
        seeds.add("A=b\nexport V='/x y'\nRO=\"tr\\nue\" # c\nCOMPOSE_FILE=${A:-$V}${B:+c}\nC=`d`\nD='multi\nline'\n");
        return seeds;
    }

    @Test
    void envFiles() throws IOException {
        Files.writeString(
                directory.resolve("compose.yaml"),
                "services: {a: {image: \"${IMAGE:-x}\", env_file: .env, read_only: \"${RO}\", volumes: [\"${V}:/a\"]}}\n");
        Tries.of("env files", Tries.WHOLE, envSeeds(), text -> {
            write(directory.resolve(".env"), text);
            checked();
        });
    }

    @Test
    void dockerRunLines() throws IOException {
        List<String> seeds = new ArrayList<>(Tries.seeds(Path.of("src"), "rootfs.corpus", ".*\\.sh|Makefile"));
        Tries.of("scripts with docker run", Tries.WHOLE, seeds, text -> {
            write(directory.resolve("run.sh"), text);
            write(directory.resolve("Makefile"), text);
            checked();
        });
    }

    @Test
    void observedFiles() throws IOException {
        Path file = directory.resolve("rootfs-observed.yaml");
        Tries.of(
                "observed files",
                Tries.MANY,
                Tries.seeds(Path.of("src/test/resources"), "", "rootfs-observed\\.yaml"),
                text -> {
                    write(file, text);
                    ObservedFile.with(file, List.of());
                });
    }

    @Test
    void baselines() throws IOException {
        String seed = """
                {
                  "schema": 1,
                  "findings": [
                    {"rule": "missing-tmp", "container": "a", "path": "/tmp", "file": "compose.yaml",
                      "fingerprint": "0123456789abcdef0123456789abcdef", "count": 2}
                  ]
                }
                """;
        Tries.of(
                "baselines",
                Tries.MANY,
                List.of(seed),
                text -> Baseline.read(SourceFile.of(directory.resolve("rootfs-baseline.json"), text)));
    }

    @Test
    void policies() throws IOException {
        List<String> seeds = new ArrayList<>(Tries.seeds(Path.of("src"), "", "policy\\.yaml"));
        seeds.add("failOn: warning\nrules: {missing-tmp: error}\nrulesAsOf: 0.1.0\nscopes: {test: {files: ['a/**']}}\n"
                + "capScopes: false\nrequireReason: true\n");
        Tries.of(
                "policies",
                Tries.MANY,
                seeds,
                text -> PolicyFile.read(SourceFile.of(directory.resolve("rootfs-policy.yaml"), text), IDS, "1.0.0"));
    }

    @Test
    void ignoreComments() throws IOException {
        Path compose = directory.resolve("compose.yaml");
        Files.writeString(compose, "services: {a: {image: x}}\n");
        String seed = """
                # rootfs:ignore-file missing-tmp, not-read until 2027-01-31 -- the reason
                FROM alpine # rootfs:ignore image-volume
                # rootfs:ignore image-volume until 2026-02-30 -- "why"
                VOLUME /etc /data
                """;
        Tries.of("ignore comments", Tries.WHOLE, List.of(seed), text -> {
            write(directory.resolve("Dockerfile"), text);
            checked();
        });
    }

    /** With every report, and what is printed. */
    @Test
    void reports() throws IOException {
        Tries.of(
                "Compose files with all reports",
                Tries.WHOLE,
                Tries.seeds(Path.of("src/test/resources/rules"), "rootfs.corpus", ".*\\.ya?ml"),
                text -> {
                    write(directory.resolve("compose.yaml"), text);
                    List<String> lines = Checked.lines(directory, directory.resolve("target"));
                    assertThat(lines.stream().flatMap(String::lines).flatMapToInt(String::codePoints))
                            .noneMatch(Character::isISOControl);
                });
    }

    /** What the user sets: each line is a parameter of its own. */
    @Test
    void parameters() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), "services: {a: {image: x, read_only: true}}\n");
        String seed = String.join(
                "\n",
                "warning",
                "missing-tmp",
                "error",
                "missing-tmp=note",
                "policy.yaml",
                "1.2.0",
                "**/a*.yaml",
                "dev",
                "a*",
                "image-volume, missing-tmp",
                "a",
                "*.yaml",
                "/tmp/**",
                "why",
                "2027-01-31",
                "**/Dockerfile",
                "%regex[a.*]",
                "knowledge.yaml");
        Tries.of("parameters", Tries.WHOLE, List.of(seed), text -> {
            String[] words = text.split("\n", -1);
            Checked.lines(directory, words, directory.resolve("target"));
        });
    }

    /** Half a character is a question mark then. */
    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void checked() throws BadParameter, InvalidInput {
        Suppressions comments = new Suppressions(true, List.of(), true, LocalDate.of(2026, 1, 1), Optional.empty());
        new Check(Rules.all())
                .run(ProjectLoader.load(ProjectSettings.in(directory)), Policy.standard(), comments)
                .findings()
                .forEach(found -> found.finding().span().text());
    }
}
