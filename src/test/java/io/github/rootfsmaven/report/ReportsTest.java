package io.github.rootfsmaven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.Golden;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final CommandLine COMMANDS = new CommandLine("rootfs");

    @Test
    void console() throws IOException {
        List<String> lines = console(Sample.report());
        Golden.check("console.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void noLineOfTheConsoleHasALineBreakOrAControlCharacter() {
        assertThat(console(Sample.report())).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    }

    @Test
    void nothingToCheck() {
        assertThat(console(empty())).containsExactly("info    Nothing to check: no Compose file and no Dockerfile");
    }

    @Test
    void filesWithoutContainers() {
        Report report = new Report(
                List.of(), List.of(), List.of(), List.of(), List.of(Path.of("/repo/app/compose.yaml")), List.of());
        assertThat(console(report))
                .containsExactly("info    No findings in 0 containers. See what can be written: mvn rootfs:show");
    }

    @Test
    void json() throws IOException {
        Golden.check("rootfs.json", new JsonReport("1.2.3", Sample.PATHS).text(Sample.report()));
    }

    @Test
    void jsonOfNothing() throws IOException {
        Golden.check("rootfs-empty.json", new JsonReport("1.2.3", Sample.PATHS).text(empty()));
    }

    @Test
    void show() throws IOException {
        List<String> lines = new ShowReport(Style.PLAIN, Sample.PATHS).lines(Sample.report());
        Golden.check("show.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void inkTakesNoRoom() {
        Style ink = (colour, text) -> "<" + text + ">";
        List<String> painted = new ShowReport(ink, Sample.PATHS).lines(Sample.report());
        List<String> plain = new ShowReport(Style.PLAIN, Sample.PATHS).lines(Sample.report());
        assertThat(painted.stream().map(line -> line.replaceAll("[<>]", ""))).isEqualTo(plain);
    }

    /** A wide character takes two columns, and no line begins with punctuation that closes. */
    @Test
    void aJapanesePageIsBrokenBetweenCharacters() {
        RulePage page = RulePage.of("writable-rootfs", Language.JA).orElseThrow();

        List<String> lines = new RuleReport(Style.PLAIN, Language.JA).page(page);

        assertThat(lines).contains("重大度: error (certain)", "検出する内容");
        assertThat(lines)
                .filteredOn(line -> !line.startsWith("    "))
                .allMatch(line -> Printable.width(line) <= 98)
                .noneMatch(line -> line.matches("[、。）」].*"));
    }

    @Test
    void page() throws IOException {
        RulePage page = RulePage.parse(Files.readString(Path.of("src/test/resources/page.md")));
        RuleReport report = new RuleReport(Style.PLAIN);
        List<String> lines = new ArrayList<>(report.page(page));
        lines.add("--");
        lines.addAll(report.list(List.of(page), COMMANDS));
        Golden.check("explain.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void aFileIsReplacedAsAWhole(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("a/b/report.json");
        ReportFile.write("outputFile", file, "one, and longer\n");
        ReportFile.write("outputFile", file, "two …\n");
        assertThat(Files.readString(file)).isEqualTo("two …\n");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsTheParametersFault(@TempDir Path directory) throws Exception {
        Path taken = Files.writeString(directory.resolve("taken"), "a file");
        assertThatThrownBy(() -> ReportFile.write("outputDirectory", taken.resolve("rootfs.json"), "text"))
                .isInstanceOf(BadParameter.class)
                .hasMessage("Parameter 'outputDirectory': " + taken.resolve("rootfs.json")
                        + " cannot be written: file already exists.");
        assertThat(taken).hasContent("a file");
    }

    private static Report empty() {
        return new Report(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<String> console(Report report) {
        List<String> lines = new ArrayList<>();
        Console console = new Console() {
            @Override
            public void error(String line) {
                lines.add("error   " + line);
            }

            @Override
            public void warning(String line) {
                lines.add("warning " + line);
            }

            @Override
            public void info(String line) {
                lines.add("info    " + line);
            }
        };
        new ConsoleReport(new Screen(console, Style.PLAIN, Sample.PATHS, COMMANDS)).print(report, false);
        return lines;
    }
}
