package io.github.rootfsmaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.rootfsmaven.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md speaks of the code that is there. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "rootfsmaven");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path DECISIONS = Path.of("docs", "adr");
    private static final Pattern ROOM = Pattern.compile("(?m)^([a-z]+) {2,}\\S.*$");
    private static final Pattern WORD = Pattern.compile("(?m)^\\| `([A-Z]\\w+)(?:<T>)?` \\|");
    private static final Pattern TYPE = Pattern.compile("`(?:([a-z]+)/)?([A-Z]\\w*[a-z]\\w*)(?:<T>)?`");

    @Test
    void namesTheRoomsFromTheRoofDown() throws IOException {
        assertThat(found(ROOM, part("Rooms"), 1)).isEqualTo(HouseTest.ROOMS);
    }

    @Test
    void theRoomsAreThoseOnDisk() throws IOException {
        try (Stream<Path> entries = Files.list(SOURCES)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(HouseTest.ROOMS);
        }
    }

    /** A room's own comment is read beside its code, so each has one. */
    @Test
    void everyRoomSaysWhatItIs() {
        assertThat(HouseTest.ROOMS)
                .allSatisfy(room -> assertThat(SOURCES.resolve(room).resolve("package-info.java"))
                        .exists());
    }

    @Test
    void everyWordIsAType() throws IOException {
        List<String> words = found(WORD, part("Words"), 1);
        assertThat(words).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(types("")).containsAll(words);
    }

    @Test
    void everyTypeThatIsNamedIsThere() throws IOException {
        Set<String> tests = tests();
        for (MatchResult name : TYPE.matcher(page()).results().toList()) {
            Set<String> there = types(name.group(1) == null ? "" : name.group(1));
            assertThat(there.contains(name.group(2)) || tests.contains(name.group(2)))
                    .as(name.group())
                    .isTrue();
        }
    }

    @Test
    void theVerdictsStandInTheirOrder() throws IOException {
        String order = Arrays.stream(Verdict.values())
                .map(verdict -> "`" + verdict.word() + "`")
                .collect(Collectors.joining(", "));
        assertThat(part("Words")).contains("| `Verdict` | " + order + ": the first that holds |");
    }

    @Test
    void decisionsAreNumberedShortAndInTheIndex() throws IOException {
        List<Path> records;
        try (Stream<Path> all = Files.list(DECISIONS)) {
            records = all.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
        String index = Files.readString(DECISIONS.resolve("README.md"));
        assertThat(records).isNotEmpty();
        for (int i = 0; i < records.size(); i++) {
            String name = records.get(i).getFileName().toString();
            List<String> lines = Files.readAllLines(records.get(i));
            assertThat(name).matches("%04d-[a-z-]+\\.md".formatted(i + 1));
            assertThat(lines).as(name).hasSizeLessThanOrEqualTo(40);
            assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                    .as(name)
                    .containsExactly("## Context", "## Decision", "## Turned down", "## Consequences");
            String title = lines.get(0).replaceFirst("^# " + (i + 1) + "\\. ", "");
            assertThat(index).contains("| [%d](%s) | %s |".formatted(i + 1, name, title));
        }
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(found -> found.group(group)).toList();
    }

    /** The simple names of all types, or of those in one room. */
    private static Set<String> types(String room) {
        String start = "io.github.rootfsmaven." + room;
        return HouseTest.CLASSES.stream()
                .filter(type -> room.isEmpty() || (type.getPackageName() + ".").startsWith(start + "."))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> all = Files.walk(TESTS)) {
            return all.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("ARCHITECTURE.md"));
    }

    private static String part(String title) throws IOException {
        return page().split("(?m)^## " + title + "$", 2)[1].split("(?m)^## ", 2)[0];
    }
}
