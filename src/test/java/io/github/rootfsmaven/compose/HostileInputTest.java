package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were made to break a reader: each ends with services, or with one message that has a place, in the heap of
 * 128 MB that the POM gives. On an idle machine each takes less than two seconds; the bound here is wider, because what
 * it is to catch takes minutes, and a busy machine is no mistake.
 */
class HostileInputTest {

    /** The most that is read of a file. */
    private static final int LARGEST = 16 * 1024 * 1024;

    @TempDir
    Path directory;

    /** A file, and whether it is a good one after all. */
    private enum Input {
        TEN_MEGABYTES(
                true,
                () -> "services:\n  a:\n    image: x\n    labels:\n"
                        + IntStream.range(0, 40_000)
                                .mapToObj(i -> "      k" + i + ": \"" + "v".repeat(240) + "\"\n")
                                .collect(Collectors.joining())),
        HUNDRED_THOUSAND_ALIASES(
                false, () -> "x-a: &a {k: v}\nx-l:\n" + "  - *a\n".repeat(100_000) + "services: {a: {image: x}}\n"),
        BILLION_LAUGHS(
                false,
                () -> IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> "x-" + i + ": &x" + i + " ["
                                + String.join(", ", java.util.Collections.nCopies(10, "*x" + (i - 1))) + "]\n")
                        .collect(Collectors.joining("", "x-0: &x0 lol\n", "services: {a: {image: x}}\n"))),
        NESTED_LISTS(false, () -> "x-a: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n"),
        NESTED_BLOCKS(
                false,
                () -> IntStream.range(0, 10_000)
                        .mapToObj(i -> " ".repeat(i) + "a:\n")
                        .limit(3_000)
                        .collect(Collectors.joining())),
        NESTED_MAPPINGS(false, () -> "x-a: " + "{a: ".repeat(10_000) + "}".repeat(10_000) + "\n"),
        LONG_CHAIN_OF_EXTENDS(
                false,
                () -> IntStream.range(0, 10_000)
                        .mapToObj(i -> "  s%d: {extends: s%d}\n".formatted(i, i + 1))
                        .collect(Collectors.joining("", "services:\n", "  s10000: {image: x}\n"))),
        CIRCLE_OF_EXTENDS(
                false,
                () -> IntStream.range(0, 400)
                        .mapToObj(i -> "  s%d: {extends: s%d}\n".formatted(i, (i + 1) % 400))
                        .collect(Collectors.joining("", "services:\n", ""))),
        CIRCLE_OF_DEPENDENCIES(
                false,
                () -> IntStream.range(0, 10_000)
                        .mapToObj(i -> "  s%d: {image: x, depends_on: [s%d]}\n".formatted(i, (i + 1) % 10_000))
                        .collect(Collectors.joining("", "services:\n", ""))),
        MANY_EXPRESSIONS(true, () -> "services: {a: {image: x, command: '" + "${A:-b} ".repeat(100_000) + "'}}\n"),
        MANY_EXPRESSIONS_DEEP(
                false, () -> "services: {a: {image: '" + "${A:-".repeat(10_000) + "}".repeat(10_000) + "'}}\n"),
        MANY_QUOTES(true, () -> "services: {a: {image: x, command: \"" + "'a' ".repeat(100_000) + "\"}}\n"),
        MANY_MERGES(
                false,
                () -> IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "x-" + i + ": &x" + i + " {<<: [*x" + (i - 1) + ", *x" + (i - 1) + "]}\n")
                        .collect(Collectors.joining("", "x-0: &x0 {a: b}\n", "services: {a: {image: x}}\n"))),
        A_LINE_OF_A_MEGABYTE(true, () -> "services: {a: {image: x, command: \"" + "y ".repeat(500_000) + "\"}}\n"),
        BYTE_ORDER_MARK(true, () -> "\uFEFFservices: {a: {image: x}}\n"),
        CARRIAGE_RETURNS(true, () -> "services:\r\n  a:\r\n    image: x\r\n"),
        TABS(false, () -> "services:\n\ta:\n\t\timage: x\n"),
        CYCLIC_ALIAS(false, () -> "x-a: &a [1, *a]\nservices: {a: {image: x}}\n"),
        CYCLIC_INCLUDE(false, () -> "include: [compose.yaml]\nservices: {a: {image: x}}\n"),
        CYCLIC_EXTENDS(false, () -> "services: {a: {image: x, extends: {file: compose.yaml, service: a}}}\n"),
        NESTED_EXPRESSIONS(
                true, () -> "services: {a: {image: \"" + "${A:-".repeat(300) + "x" + "}".repeat(300) + "\"}}\n"),
        SIXTEEN_MEGABYTES_OF_LINES(false, () -> "\n".repeat(LARGEST)),
        SIXTEEN_MEGABYTES_OF_VALUES(false, () -> "- a\n".repeat(LARGEST / 4)),
        SIXTEEN_MEGABYTES_OF_DOCUMENTS(false, () -> "---\n".repeat(LARGEST / 4)),
        SIXTEEN_MEGABYTES_IN_FLOW(false, () -> "[" + ",a".repeat(LARGEST / 2 - 1)),
        EIGHT_MEGABYTES_OF_WIDE_CHARACTERS(false, () -> "\u5024".repeat(LARGEST / 6)),
        ONE_BYTE_TOO_MUCH(false, () -> "#".repeat(LARGEST + 1)),
        A_NUMBER_WITHOUT_END(true, () -> "services: {a: {image: x, labels: {a: 1e999, b: -1e999999999}}}\n"),
        EMPTY(false, () -> ""),
        A_CONTROL_CHARACTER(false, () -> "services: {a: {image: \"\u0001\"}}\n");

        private final boolean good;
        private final Supplier<String> text;

        Input(boolean good, Supplier<String> text) {
            this.good = good;
            this.text = text;
        }
    }

    @ParameterizedTest
    @EnumSource(Input.class)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsWithServicesOrOneMessage(Input input) throws Exception {
        ComposeProject project = load(write(input.text.get(), StandardCharsets.UTF_8));
        if (input.good) {
            assertThat(project.problems()).isEmpty();
            assertThat(project.services()).hasSize(1);
        } else {
            assertThat(project.services()).isEmpty();
            assertThat(project.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID_COMPOSE))
                    .satisfies(problem ->
                            assertThat(problem.message().english()).isNotBlank().hasSizeLessThan(300))
                    .satisfies(problem ->
                            assertThat(problem.where().file().path()).isEqualTo(directory.resolve("compose.yaml")));
        }
    }

    /** Alone, and laid over a good one or under it: each step of loading meets it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "volumes", "ports", "expose", "devices", "configs", "secrets", "env_file", "label_file", "tmpfs",
                "environment", "labels", "cap_add", "profiles", "depends_on", "networks", "extends", "build", "command"
            })
    void aListInAListHasAPlace(String key) throws Exception {
        String bad = "services: {a: {image: x, " + key + ": [[a, b]]}}\n";
        Path file = Files.writeString(directory.resolve("compose.yaml"), bad);
        Path other =
                Files.writeString(directory.resolve("other.yaml"), "services: {a: {image: x, " + key + ": [c]}}\n");
        for (List<Path> files : List.of(List.of(file), List.of(file, other), List.of(other, file))) {
            ComposeProject project =
                    ComposeLoader.load(new ComposeSettings(files, List.of(), Map.of(), List.of("*"), Unset.UNKNOWN));
            assertThat(project.problems())
                    .as(key + " " + files)
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID_COMPOSE));
        }
    }

    /** A chain that is read from its end is no deep one. */
    @Test
    void tenThousandServicesMayExtendTheOneBefore() throws Exception {
        String chain = IntStream.range(1, 10_000)
                .mapToObj(i -> "  s%d: {extends: s%d}\n".formatted(i, i - 1))
                .collect(Collectors.joining("", "services:\n  s0: {image: x}\n", ""));
        ComposeProject project = load(write(chain, StandardCharsets.UTF_8));
        assertThat(project.problems()).isEmpty();
        assertThat(project.services()).hasSize(10_000);
    }

    /** What a file is while somebody types it is told about, and does not fall over. */
    @Test
    void everyBeginningOfAFileIsReadOrRefused() throws Exception {
        String whole = """
                x-a: &a {tmpfs: [/t], volumes: ["./a:/a:ro"]}
                services:
                  a:
                    <<: *a
                    image: "x:${T:-1}"
                    extends: {service: b}
                    configs: [{source: c, mode: 0444}]
                  b: {build: {context: ., args: {A: }}, depends_on: {a: {condition: service_started}}}
                configs: {c: {content: |-
                  x}}
                """;
        for (int end = 0; end < whole.length(); end++) {
            ComposeProject project = load(write(whole.substring(0, end), StandardCharsets.UTF_8));
            assertThat(project.problems()).hasSizeLessThan(2);
        }
    }

    @Test
    void otherEncodingsAreNamedIfTheyCanBe() throws Exception {
        ComposeProject project = load(write("\uFEFFservices: {a: {image: x}}\n", StandardCharsets.UTF_16LE));
        assertThat(project.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message().english()).isEqualTo("the file is UTF-16 text, not UTF-8"))
                .satisfies(problem -> assertThat(problem.hint().english()).isEqualTo("Save it as UTF-8."));
    }

    /** Nobody holds the text while the file is read: the heap is the reader's. */
    private Path write(String text, Charset charset) throws IOException {
        return Files.writeString(directory.resolve("compose.yaml"), text, charset);
    }

    private static ComposeProject load(Path file) throws IOException {
        return ComposeLoader.load(new ComposeSettings(List.of(file), List.of(), Map.of(), List.of("*"), Unset.UNKNOWN));
    }
}
