package io.github.rootfsmaven.harden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.WrittenReader;
import io.github.rootfsmaven.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The situations in src/test/resources/harden-edits: {@code before.yaml} becomes {@code after.yaml} by {@code
 * changes.txt}; {@code refused.txt} says what is not done and why. {@code -Dgolden.update=true} writes what is expected.
 */
class InPlaceTest {
    private static final Path ALL = Path.of("src/test/resources/harden-edits");

    @TestFactory
    Stream<DynamicTest> situations() throws Exception {
        try (Stream<Path> directories = Files.list(ALL)) {
            return directories.sorted().toList().stream()
                    .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> situation(path)));
        }
    }

    private static void situation(Path directory) throws Exception {
        SourceFile before = SourceFile.read(directory.resolve("before.yaml").toAbsolutePath());
        List<String> lines = Files.readAllLines(directory.resolve("changes.txt"));
        boolean comments = !lines.contains("comments off");
        List<Change> changes = changes(before, lines);
        InPlace.Edited edited = InPlace.of(before, changes, comments);
        String refused = edited.refused().stream()
                .map(one -> lines.stream()
                                .filter(line -> !line.startsWith("#") && !line.startsWith("comments"))
                                .toList()
                                .get(changes.indexOf(one.change()))
                                .replaceAll(" \\|.*", "")
                        + ": " + one.why() + "\n")
                .collect(Collectors.joining());
        expect(directory.resolve("after.yaml"), edited.text());
        expect(directory.resolve("refused.txt"), refused);
        SourceFile windows = SourceFile.of(before.path(), before.text().replace("\n", "\r\n"));
        assertThat(InPlace.of(windows, changes(windows, lines), comments).text())
                .as("with the line ends of Windows")
                .isEqualTo(edited.text().replace("\n", "\r\n"));
        Collections.reverse(changes);
        String reversed = InPlace.of(before, changes, comments).text();
        assertThat(reversed.chars().sorted().toArray())
                .as("in another order only items change places")
                .isEqualTo(edited.text().chars().sorted().toArray());
    }

    private static void expect(Path file, String text) throws Exception {
        if (Boolean.getBoolean("golden.update")) {
            if (text.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, text);
            }
        }
        assertThat(text).isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }

    private static List<Change> changes(SourceFile file, List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("comments") && !line.isBlank())
                .map(line -> change(file, line))
                .collect(Collectors.toList());
    }

    private static Change change(SourceFile file, String line) {
        String[] parts = line.split(" \\| ", 2);
        String[] words = parts[0].split(" ", 4);
        return switch (words[0]) {
            case "key" -> new Change.Key(service(file, words[1]), words[2], words[3], parts[1]);
            case "item" -> new Change.Item(service(file, words[1]), words[2], words[3], parts[1]);
            case "volume" -> new Change.Volume(file, words[1], parts[1]);
            case "entry" -> new Change.Entry(mapping(file, words[1]), words[2], words[3], parts[1]);
            case "value" -> value(file, parts[0].substring("value ".length()).split(" => "), parts[1]);
            default -> throw new IllegalArgumentException(line);
        };
    }

    private static Change value(SourceFile file, String[] oldAndNew, String why) {
        int start = file.text().indexOf(oldAndNew[0]);
        return new Change.Value(file.between(start, start + oldAndNew[0].length()), oldAndNew[1], why);
    }

    /** The mapping that begins with the first of those words. */
    private static Span mapping(SourceFile file, String begin) {
        int start = file.text().indexOf(begin.replace('_', ' '));
        return file.between(start, start + begin.length());
    }

    private static Span service(SourceFile file, String name) {
        Matcher key = Pattern.compile("(?m)^ +(\"?" + name + "\"?):").matcher(file.text());
        assertThat(key.find()).isTrue();
        return file.between(key.start(1), key.end(1));
    }

    @Test
    void byteOrderMarkAndLineEndsStay(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("compose.yaml");
        String text = "\uFEFFservices:\r\n  api:\r\n    image: x\r\n";
        Files.writeString(path, text);
        SourceFile file = SourceFile.read(path);
        Change change = new Change.Key(service(file, "api"), "read_only", "true", "");
        assertThat(InPlace.of(file, List.of(change), true).text()).isEqualTo(text + "    read_only: true\r\n");
    }

    @Test
    void brokenFilesStay() {
        SourceFile file = SourceFile.of(Path.of("/compose.yaml"), "services: {");
        InPlace.Edited edited = InPlace.of(file, List.of(new Change.Volume(file, "data", "")), true);
        assertThat(edited.text()).isEqualTo("services: {");
        assertThat(edited.refused())
                .singleElement()
                .satisfies(one -> assertThat(one.why().english()).startsWith("the file cannot be read: not valid YAML"))
                .satisfies(one -> assertThat(one.why().in(Language.JA)).startsWith("ファイルを読めない: YAML として無効"));
    }

    @Test
    void linesOfDockerfiles() {
        String text = "FROM x\nRUN a \\\n  && b\nUSER 7";
        SourceFile file = SourceFile.of(Path.of("/Dockerfile"), text);
        int run = text.indexOf("RUN");
        List<Change> changes = List.of(
                new Change.Line(file.between(text.indexOf("USER"), text.length()), "VOLUME /data", "keeps it"),
                new Change.Line(
                        file.between(run, text.indexOf("\nUSER")), "RUN install -d -o 7 /data", "the volume's owner"));
        InPlace.Edited edited = InPlace.of(file, changes, true);
        assertThat(edited.refused()).isEmpty();
        assertThat(edited.text())
                .isEqualTo("FROM x\nRUN a \\\n  && b\n# the volume's owner\nRUN install -d -o 7 /data\nUSER 7\n"
                        + "# keeps it\nVOLUME /data");
    }

    @Test
    void aLineWithinAHereDocumentIsNoInstruction() {
        String text = "FROM x\nRUN <<EOF\na\nEOF\n";
        SourceFile file = SourceFile.of(Path.of("/Dockerfile"), text);
        int run = text.indexOf("RUN");
        Change within = new Change.Line(file.between(run, text.indexOf("\na")), "USER 7", "");
        InPlace.Edited edited = InPlace.of(file, List.of(within), true);
        assertThat(edited.text()).isEqualTo(text);
        assertThat(edited.refused()).hasSize(1);
        Change behind = new Change.Line(file.between(run, text.length()), "USER 7", "");
        assertThat(InPlace.of(file, List.of(behind), true).text()).isEqualTo(text + "USER 7\n");
    }

    @Test
    void theEditedFileIsReadAgain() throws Exception {
        String text = "x: &x 1\nservices:\n  api:\n    image: x\n    user: *x\n";
        SourceFile file = SourceFile.of(Path.of("/compose.yaml"), text);
        List<Change> changes = List.of(new Change.Key(service(file, "api"), "read_only", "true", "why"));
        FileEdit edit = new FileEdit(
                new Outline(new Layout(text), WrittenReader.read(file)), YamlReader.read(file), changes, true);
        String edited = edit.text();
        assertThat(edit.isAsIntended(SourceFile.of(file.path(), edited))).isTrue();
        for (String other : List.of(
                text,
                edited.replace("true", "'true'"),
                edited.replace("&x", "&y &x").replace("&y ", "!!str "),
                edited.replace("*x", "1"),
                edited.replace("image: x", "image: y"),
                edited + "volumes:\n",
                edited + "  :")) {
            assertThat(edit.isAsIntended(SourceFile.of(file.path(), other)))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void onlyOneChangeOfAValue() {
        String text = "services:\n  api:\n    read_only: false\n";
        SourceFile file = SourceFile.of(Path.of("/compose.yaml"), text);
        Span value = file.between(text.indexOf("false"), text.indexOf("false") + 5);
        Change first = new Change.Value(value, "true", "");
        Change second = new Change.Value(value, "yes", "");
        InPlace.Edited edited = InPlace.of(file, List.of(first, second), true);
        assertThat(edited.text()).isEqualTo(text.replace("false", "true"));
        assertThat(edited.refused()).extracting(InPlace.Refused::change).containsExactly(second);
    }

    @Test
    void anEmptyValueIsFilled() {
        String text = "services:\n  api:\n    read_only:\n    image: x\n";
        SourceFile file = SourceFile.of(Path.of("/compose.yaml"), text);
        int at = text.indexOf("read_only:") + "read_only:".length();
        Change change = new Change.Value(file.at(at), "true", "");
        assertThat(InPlace.of(file, List.of(change), true).text())
                .isEqualTo(text.replace("read_only:", "read_only: true"));
    }
}
