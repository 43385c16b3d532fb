package io.github.rootfsmaven.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * BuildKit's own test files: {@code -Drootfs.buildkit=DIRECTORY} names {@code frontend/dockerfile} of a copy of
 * moby/buildkit. They are read there and never copied; what they show stands in our own tests in our own words.
 */
class BuildKitFilesTest {
    private static final String DIRECTORY = System.getProperty("rootfs.buildkit", "");

    @BeforeEach
    void directory() {
        assumeTrue(!DIRECTORY.isEmpty(), "no directory is named by -Drootfs.buildkit");
    }

    /** Instruction, flags and words of every line, as BuildKit's {@code Node.Dump} writes them. */
    @Test
    void instructionsFlagsAndWordsAreBuildKits() throws Exception {
        List<Path> cases = directories("parser/testfiles");
        int instructions = 0;
        for (Path directory : cases) {
            List<Node> nodes = nodes(directory.resolve("Dockerfile"));
            instructions += nodes.size();
            assertThat(Dump.of(nodes))
                    .as(directory.getFileName().toString())
                    .isEqualTo(Files.readString(directory.resolve("result")).stripTrailing());
        }
        System.out.println(
                "BuildKit's parser: " + cases.size() + " files, " + instructions + " instructions, 0 differences");
        assertThat(cases).hasSizeGreaterThan(30);
    }

    @Test
    void whatItRefusesIsRefused() throws Exception {
        List<Path> cases = directories("parser/testfiles-negative");
        for (Path directory : cases) {
            assertThatThrownBy(() -> nodes(directory.resolve("Dockerfile")))
                    .as(directory.getFileName().toString())
                    .isInstanceOf(InvalidInput.class);
        }
        System.out.println("BuildKit's parser: " + cases.size() + " files refused");
        assertThat(cases).isNotEmpty();
    }

    /** The lines that its test of them expects stand in the test itself. */
    @Test
    void linesAreBuildKits() throws Exception {
        String test = Files.readString(Path.of(DIRECTORY, "parser/parser_test.go"));
        String expected = test.substring(test.indexOf("expected := [][]int{"), test.indexOf("for i, child := range"));
        List<List<Integer>> lines = Pattern.compile("\\{(\\d+), (\\d+)\\}")
                .matcher(expected)
                .results()
                .map(BuildKitFilesTest::numbers)
                .toList();

        assertThat(nodes(Path.of(DIRECTORY, "parser/testfile-line/Dockerfile")).stream()
                        .map(Node::span)
                        .map(span -> List.of(span.startLine(), span.endLine())))
                .isEqualTo(lines)
                .isNotEmpty();
    }

    @Test
    void variablesAreReplacedLikeBuildKits() throws Exception {
        Variables variables = Variables.none();
        Map.of("PWD", "/home", "SHELL", "bash", "KOREAN", "한국어", "NULL", "")
                .forEach((name, value) -> variables.set(name, Text.literal(value)));
        List<String> differences = new ArrayList<>();
        List<String[]> cases = Files.readAllLines(Path.of(DIRECTORY, "shell/envVarTest")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.strip().split("\\|", -1))
                .filter(parts -> !parts[0].strip().equals("W"))
                .toList();
        for (String[] parts : cases) {
            String word = parts[1].strip();
            String value;
            try {
                value = Lexer.expand(new Word(word, file(word).start()), '\\', variables)
                        .value();
            } catch (InvalidInput refusal) {
                value = "error";
            }
            if (!value.equals(parts[2].strip())) {
                differences.add(word + " is " + value + " instead of " + parts[2].strip());
            }
        }
        System.out.println("BuildKit's variables: " + cases.size() + " words, " + differences.size() + " differences");
        assertThat(differences).isEmpty();
        assertThat(cases).hasSizeGreaterThan(100);
    }

    private static List<Path> directories(String name) throws IOException {
        try (Stream<Path> paths = Files.list(Path.of(DIRECTORY, name))) {
            return paths.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Integer> numbers(MatchResult range) {
        return List.of(Integer.valueOf(range.group(1)), Integer.valueOf(range.group(2)));
    }

    private static List<Node> nodes(Path dockerfile) throws InvalidInput, IOException {
        return new Parser(SourceFile.read(dockerfile)).parse();
    }

    private static SourceFile file(String text) {
        return SourceFile.of(Path.of("/Dockerfile"), text);
    }
}
