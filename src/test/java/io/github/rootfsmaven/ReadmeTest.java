package io.github.rootfsmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.harden.DeclaredVolumes;
import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.PathNames;
import io.github.rootfsmaven.report.ShowReport;
import io.github.rootfsmaven.report.Style;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the pages behind it say in tables is what the code says. */
class ReadmeTest {
    private static final Path RULES = Path.of("docs/rules.md");

    /** {@code -Dgolden.update=true} writes the table anew. */
    @Test
    void namesEveryRuleWithItsTitleAndNoOther() throws IOException {
        List<String> expected = Rules.all().stream()
                .map(Rule::id)
                .sorted()
                .map(id -> RulePage.of(id).orElseThrow())
                .map(page -> "| [%1$s](rules/%1$s.md) | %2$s | %3$s |"
                        .formatted(page.id(), page.facts().get("Severity"), page.title()))
                .toList();
        if (Boolean.getBoolean("golden.update")) {
            String page = Files.readString(RULES);
            String table = String.join("\n", expected) + "\n";
            Files.writeString(RULES, page.replaceFirst("(?m)(^\\| \\[.*\n)+", Matcher.quoteReplacement(table)));
        }
        assertThat(Files.readString(RULES).lines().filter(line -> line.startsWith("| [")))
                .as("%s; -Dgolden.update=true writes it anew", RULES)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void theChangesNameEveryRule() throws IOException {
        String changes = Files.readString(Path.of("CHANGELOG.md"));
        assertThat(Rules.all().stream().map(Rule::id).filter(id -> !changes.contains("- `" + id + "`")))
                .as("missing in CHANGELOG.md")
                .isEmpty();
    }

    @Test
    void namesEveryParameter() throws IOException {
        List<String> parameters = Files.readString(Path.of("src/it/help/expected-help.txt"))
                .lines()
                .filter(line -> line.startsWith("      User property: rootfs."))
                .map(line -> line.substring(line.indexOf('.') + 1))
                .distinct()
                .toList();
        String page = Files.readString(Path.of("docs/parameters.md"));
        assertThat(parameters).isNotEmpty().allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
        // the README has the same rows, but fewer
        String rows = page.replace("](", "](docs/");
        assertThat(readme().lines()
                        .filter(line -> parameters.stream().anyMatch(name -> line.startsWith("| `" + name + "` |"))))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(rows).contains(row));
    }

    @Test
    void namesEveryVerdict() throws IOException {
        String readme = readme();
        assertThat(Arrays.stream(Verdict.values()).map(Verdict::word))
                .allSatisfy(word -> assertThat(readme).contains("| `" + word + "` |"));
    }

    /** The first screen shows what check says of the example, word for word. */
    @Test
    void saysOfTheExampleWhatCheckSays() throws Exception {
        Report report = new Check(Rules.all())
                .run(ProjectLoader.load(ProjectSettings.in(Path.of("examples/nginx"))), Policy.standard());
        assertThat(report.containers())
                .singleElement()
                .satisfies(judged -> assertThat(judged.verdict()).isEqualTo(Verdict.BREAKS));
        assertThat(report.findings())
                .extracting(reported -> reported.finding().subject())
                .containsExactlyInAnyOrder("/run", "/var/lib/nginx", "/var/log/nginx");
        assertThat(report.findings())
                .filteredOn(reported -> reported.finding().subject().equals("/var/lib/nginx"))
                .singleElement()
                .satisfies(told -> assertThat(readme())
                        .contains("warning[known-image-write] "
                                + told.finding().message().english())
                        .contains("fix: " + told.finding().fix().english()));
    }

    /** Whoever comes by reads one screen: what goes wrong, what is said of it, a picture, the ways on, two commands, the POM. */
    @Test
    void theFirstScreenTellsAllAndInOrder() throws IOException {
        List<String> lines = readme().lines().toList();
        assertThat(lines).hasSizeLessThan(200);
        List<Integer> places = Stream.of(
                        "$ docker compose up",
                        "$ mvn -f examples/nginx verify",
                        "<img ",
                        "**[I want to",
                        "mvn -q -DskipTests",
                        "<plugin>")
                .map(start -> IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).startsWith(start))
                        .findFirst()
                        .orElse(Integer.MAX_VALUE))
                .toList();
        assertThat(places).isSorted().allMatch(line -> line < 60);
    }

    @Test
    void tellsHowManyImagesAreKnown() throws IOException {
        long known;
        try (Stream<String> lines =
                Files.lines(Path.of("src/main/resources/io/github/rootfsmaven/knowledge/images.yaml"))) {
            known = lines.filter(line -> line.strip().startsWith("names:")).count();
        }
        assertThat(readme()).contains("the volumes and writes of " + known + " are known");
        assertThat(Files.readString(Path.of("docs/knowledge.md"))).contains("knows of " + known + " public images");
    }

    @Test
    void showsOfTheExampleWhatShowPrints() throws Exception {
        Path example = Path.of("examples/memo-api").toAbsolutePath();
        Report report = new Check(Rules.all())
                .run(
                        ProjectLoader.load(
                                ProjectSettings.in(example).withComposeFiles(List.of(example.resolve("compose.yaml")))),
                        Policy.standard());
        List<String> lines = new ShowReport(Style.PLAIN, new PathNames(example, example)).lines(report);
        assertThat(Files.readString(Path.of("docs/show.md"))).contains(String.join("\n", lines));
    }

    @Test
    void showsOfTheExampleWhatHardenWrites() throws Exception {
        Path example = Path.of("examples/nginx").toAbsolutePath();
        Project project = ProjectLoader.load(ProjectSettings.in(example));
        List<Plan> plans = Plan.of(
                project, KnownImages.bundled(), Rules.all(), DeclaredVolumes.of(project), HardenSettings.standard());
        assertThat(FileEdits.of(plans, true).files())
                .singleElement()
                .satisfies(
                        edit -> assertThat(readme()).contains(edit.diff(example).replaceAll("(?m)^(?=.)", "[INFO] ")));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
