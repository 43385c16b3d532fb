package io.github.rootfsmaven.harden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real {@code git apply} makes of our differences. */
class UnifiedDiffTest {
    @TempDir
    Path work;

    private int number;

    @Test
    void shape() {
        assertThat(UnifiedDiff.of("a.yaml", "1\n2\n3\n4\n5\n", "1\n2\n3\n4\nx\n5\n"))
                .isEqualTo("--- a/a.yaml\n+++ b/a.yaml\n@@ -2,4 +2,5 @@\n 2\n 3\n 4\n+x\n 5\n");
        assertThat(UnifiedDiff.of("a.yaml", "1\n", "1\n")).isEmpty();
    }

    @Test
    void applied() throws Exception {
        for (String name : List.of("compose.yaml", "a b/c d.yaml", "größe/日本.yaml", "q\"uo\\te.yaml")) {
            apply(name, "a\nb\nc\n", "a\nx\nc\ny\n");
        }
        apply("x", "a\nb", "a\nb\nc");
        apply("x", "a\nb", "a\nb\n");
        apply("x", "a\nb\n", "a\nb");
        apply("x", "\uFEFFa\r\nb\r\n", "\uFEFFa\r\nx\r\nb\r\n");
        apply("x", "a\rb\n", "a\rb\nc\n");
        apply("x", "a\n", "x\na\n");
        apply("x", "a\nb\n", "b\n");
        apply("x", "- a\n+ b\n\\ c\n", "- a\n--- x\n+ b\n\\ c\n");
    }

    @Test
    void anyTwoTexts() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            List<String> before = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(any -> "line " + random.nextInt(6))
                    .collect(Collectors.toList());
            String text = String.join("\n", before) + (random.nextBoolean() ? "\n" : "");
            for (int j = random.nextInt(6); j >= 0 && before.size() > 1; j--) {
                int at = random.nextInt(before.size());
                if (random.nextBoolean()) {
                    before.add(at, "new " + random.nextInt(3));
                } else {
                    before.remove(at);
                }
            }
            apply("f", text, String.join("\n", before) + (random.nextBoolean() ? "\n" : ""));
        }
    }

    @Test
    void longFiles() {
        String text = IntStream.range(0, 10_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String other = IntStream.range(0, 10_000).mapToObj(i -> i + "x\n").collect(Collectors.joining());
        String edited = text.replace("00\n", "00\nnew\n");
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(UnifiedDiff.of("f", text, edited).lines().filter(line -> line.startsWith("+new")))
                    .hasSize(99);
            assertThat(UnifiedDiff.of("f", text, other)).contains("@@ -1,10000 +1,10000 @@");
        });
    }

    private void apply(String name, String before, String after) throws Exception {
        Path directory = Files.createDirectories(work.resolve("d" + number++));
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, before);
        String diff = UnifiedDiff.of(name, before, after);
        Path patch = Files.writeString(work.resolve("p" + number), diff);
        if (before.equals(after)) {
            assertThat(diff).isEmpty();
            return;
        }
        Optional<String> failure = Git.apply(directory, patch);
        Assumptions.assumeTrue(failure.isPresent());
        assertThat(failure.get()).as(diff).isEmpty();
        assertThat(Files.readString(file)).as(diff).isEqualTo(after);
    }
}
