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
import io.github.rootfsmaven.compose.TestDirectory;
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
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files with mistakes that nobody would make are read, or refused with a place; the profile {@code fuzz} tries more
 * of them, and with {@code -Drootfs.corpus} those of the corpus.
 */
@Timeout(3600)
class AnyProjectTest {
    private static final int TRIES = Integer.getInteger("rootfs.fuzz", 1_000);

    /** Whole checks, which take some fifty times as long. */
    private static final int WHOLE = Math.max(100, TRIES / 50);

    private static final List<String> IDS = Rules.all().stream().map(Rule::id).toList();

    /** Larger files only take longer. */
    private static final int LARGEST_SEED = 8_000;

    private static final String[] PIECES = {
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "\t",
        "\r",
        ":",
        ": ",
        "- ",
        "? ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\"",
        "'",
        "\\",
        "\\0",
        "\"\\0\"",
        "|\n",
        ">-\n",
        "#",
        " # rootfs:ignore ",
        "rootfs:ignore-file all until ",
        "2026-13-01",
        "&a ",
        "*a",
        "<<: *a",
        "!reset ",
        "!override ",
        "!!binary ",
        "!!int ",
        "---\n",
        "$",
        "${",
        "${A:-",
        "${A:?",
        "}",
        "$$",
        "=",
        "null",
        "~",
        "~/",
        "../../../",
        "/",
        "//",
        "/\0",
        "-1",
        "1e999",
        "0x",
        "99999999999999999999",
        "true",
        "services:",
        "build: ",
        "volumes:",
        "tmpfs: /:size=1,mode=9",
        "extends: {file: compose.yaml, service: a}",
        "include: [a.yaml]",
        "env_file: [\"\\0\"]",
        "user: \":\"",
        "command: ",
        "entrypoint: [\"sh\", \"-c\", \"",
        "\u001b[2J",
        "\u202e",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\uE000",
        "\uFFFF",
        "\uD83D\uDC33",
        "\u5024",
        "export ",
        "\\u0041",
        "schema: ",
    };

    @TempDir
    Path directory;

    /** What is done with one text; anything but a refusal is a mistake of ours. */
    private interface Reader {
        void read(String text) throws BadParameter, InvalidInput, IOException;
    }

    @Test
    void composeFiles() throws IOException {
        Path compose = directory.resolve("compose.yaml");
        Files.writeString(
                directory.resolve("Dockerfile"), "FROM alpine\nCOPY . /app\nUSER 1000\nCMD [\"/app/x.sh\"]\n");
        Files.writeString(directory.resolve("x.sh"), "#!/bin/sh\ntouch /x\n");
        tried(
                "Compose files",
                WHOLE,
                seeds(Path.of("src/test/resources/rules"), "rootfs.corpus", ".*\\.ya?ml"),
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
        tried(
                "Compose files for the loader",
                TRIES,
                seeds(Path.of("src/test/resources/rules"), "rootfs.corpus", ".*\\.ya?ml"),
                text -> {
                    write(compose, text);
                    ComposeLoader.config(settings, "/home/user");
                });
    }

    @Test
    void envFilesAlone() throws IOException {
        tried("env files for the loader", TRIES, envSeeds(), text -> {
            write(directory.resolve(".env"), text);
            ComposeFiles.named(directory, Map.of("A", "b"), List.of());
        });
    }

    private static List<String> envSeeds() throws IOException {
        List<String> seeds = new ArrayList<>(seeds(Path.of("src"), "rootfs.corpus", "(.*[.])?env"));
        seeds.add("A=b\nexport V='/x y'\nRO=\"tr\\nue\" # c\nCOMPOSE_FILE=${A:-$V}${B:+c}\nC=`d`\nD='multi\nline'\n");
        return seeds;
    }

    @Test
    void envFiles() throws IOException {
        Files.writeString(
                directory.resolve("compose.yaml"),
                "services: {a: {image: \"${IMAGE:-x}\", env_file: .env, read_only: \"${RO}\", volumes: [\"${V}:/a\"]}}\n");
        tried("env files", WHOLE, envSeeds(), text -> {
            write(directory.resolve(".env"), text);
            checked();
        });
    }

    @Test
    void dockerRunLines() throws IOException {
        List<String> seeds = new ArrayList<>(seeds(Path.of("src"), "rootfs.corpus", ".*\\.sh|Makefile"));
        tried("scripts with docker run", WHOLE, seeds, text -> {
            write(directory.resolve("run.sh"), text);
            write(directory.resolve("Makefile"), text);
            checked();
        });
    }

    @Test
    void observedFiles() throws IOException {
        Path file = directory.resolve("rootfs-observed.yaml");
        tried("observed files", TRIES, seeds(Path.of("src/test/resources"), "", "rootfs-observed\\.yaml"), text -> {
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
        tried(
                "baselines",
                TRIES,
                List.of(seed),
                text -> Baseline.read(SourceFile.of(directory.resolve("rootfs-baseline.json"), text)));
    }

    @Test
    void policies() throws IOException {
        List<String> seeds = new ArrayList<>(seeds(Path.of("src"), "", "policy\\.yaml"));
        seeds.add("failOn: warning\nrules: {missing-tmp: error}\nrulesAsOf: 0.1.0\nscopes: {test: {files: ['a/**']}}\n"
                + "capScopes: false\nrequireReason: true\n");
        tried(
                "policies",
                TRIES,
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
        tried("ignore comments", WHOLE, List.of(seed), text -> {
            write(directory.resolve("Dockerfile"), text);
            checked();
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

    /** From the fixtures, and from the real files where they are: not every kind of file is among those. */
    private static List<String> seeds(Path fixtures, String corpus, String name) throws IOException {
        List<Path> places = new ArrayList<>(List.of(fixtures));
        if (!corpus.isEmpty()) TestDirectory.named(corpus).ifPresent(places::add);
        List<String> seeds = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (file.getFileName().toString().matches(name) && Files.size(file) < LARGEST_SEED) {
                        seeds.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return seeds;
    }

    private static void tried(String what, int tries, List<String> seeds, Reader reader) {
        assertThat(seeds).as(what).isNotEmpty();
        Random random = new Random(20_261_124);
        int read = 0;
        long slowest = 0;
        for (int i = 0; i < tries; i++) {
            String text = changed(seeds.get(random.nextInt(seeds.size())), seeds, random);
            long start = System.nanoTime();
            try {
                reader.read(text);
                read++;
            } catch (BadParameter | InvalidInput refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } catch (IOException | RuntimeException | StackOverflowError mistake) {
                throw new AssertionError(what + ", try " + i + ", of <<<" + text + ">>>", mistake);
            }
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        System.out.printf(
                "%,d changed %s of %,d: %,d read, the others refused; the slowest took %,d ms%n",
                tries, what, seeds.size(), read, slowest / 1_000_000);
        assertThat(slowest).as("nanoseconds of the slowest").isLessThan(20_000_000_000L);
    }

    private static String changed(String seed, List<String> seeds, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int change = random.nextInt(8); change >= 0; change--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(12));
            String other = seeds.get(random.nextInt(seeds.size()));
            int from = random.nextInt(other.length() + 1);
            String piece = random.nextInt(4) > 0
                    ? PIECES[random.nextInt(PIECES.length)]
                    : other.substring(from, Math.min(other.length(), from + random.nextInt(60)));
            text.replace(at, random.nextBoolean() ? at : to, piece);
        }
        return text.toString();
    }
}
