package io.github.rootfsmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.compose.TestDirectory;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that were good, with mistakes that nobody would make: the same ones each time. */
public final class Tries {
    /** How many texts are read by what is quick; the profile {@code fuzz} sets it. */
    public static final int MANY = Integer.getInteger("rootfs.fuzz", 1_000);

    /** Whole checks, which take some fifty times as long. */
    public static final int WHOLE = Math.max(100, MANY / 50);

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

    private Tries() {}

    /** What is done with one text; anything but a refusal is a mistake of ours. */
    public interface Reader {
        /** Reads a text, or refuses it. */
        void read(String text) throws Exception;
    }

    /** From the fixtures, and from the real files where they are: not every kind of file is among those. */
    public static List<String> seeds(Path fixtures, String corpus, String name) throws IOException {
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

    /** Reads that many changed texts; the first that is neither read nor refused fails, with its text. */
    public static void of(String what, int tries, List<String> seeds, Reader reader) {
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
            } catch (Exception | StackOverflowError | OutOfMemoryError mistake) {
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
