package io.github.rootfsmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever a file contains, an excerpt of it can be made and printed. */
class AnyTextTest {
    private static final String[] WORDS = {
        "environment",
        "labels",
        "args",
        "content",
        "services",
        "a",
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
        "|",
        ">",
        "#",
        " #",
        "&a ",
        "*a",
        "<<: *a",
        "!t ",
        "=",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        "\r",
        "\t",
        "ENV ",
        "ARG ",
        "\u001b[2J",
        "\u202e",
        "\ud83d\udc33",
        "\ud83d",
        "値",
        "\u0301",
        "---",
        "...",
        ""
    };

    @Test
    void anyText() {
        Random random = new Random(20261124);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(WORDS[random.nextInt(WORDS.length)]);
            }
            SourceFile file = SourceFile.of(Path.of("/repo/compose.yaml"), text.toString());
            int from = random.nextInt(text.length() + 1);
            int to = from + random.nextInt(text.length() + 1 - from);
            Excerpt excerpt = Excerpt.of(file.between(from, to), new Secrets());
            assertThat(excerpt.line() + excerpt.carets())
                    .as(() -> text.toString())
                    .matches(shown -> shown.chars().noneMatch(Character::isISOControl));
            assertThat(excerpt.carets()).as(() -> text.toString()).matches(" *\\^* *\\^*");
        }
    }

    @Test
    void aVeryLongLineIsNoWork() {
        String text = "environment: {" + "a: hunter2, ".repeat(100_000) + "}, x: [" + "'a', ".repeat(100_000) + "]";
        SourceFile file = SourceFile.of(Path.of("/repo/compose.yaml"), text);
        Secrets secrets = new Secrets();
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (int column = 1; column < text.length(); column += text.length() / 200) {
                Span span = new Span(file, 1, column, 1, column + 1);
                assertThat(Excerpt.of(span, secrets).line())
                        .hasSizeLessThan(120)
                        .doesNotContain("hunter");
            }
        });
    }
}
