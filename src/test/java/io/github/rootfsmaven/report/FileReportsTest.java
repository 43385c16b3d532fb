package io.github.rootfsmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.rootfsmaven.Golden;
import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Suppression;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.ServiceFix;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The reports that other programs read: what they say, and that their readers' schemas allow it. */
class FileReportsTest {
    private static final Set<Format> ALL = EnumSet.allOf(Format.class);
    private static final Run RUN =
            new Run("1.2.3", Sample.PATHS, "app", "default", List.of("writable-rootfs"), Severity.WARNING, List.of());

    /** The sample, of whose findings one is suppressed by a comment and one by the baseline. */
    private static Report sample() {
        Report report = Sample.report();
        List<Reported> findings = new ArrayList<>(report.findings());
        Reported socket = findings.get(1);
        findings.set(
                1,
                suppressed(
                        socket,
                        new Suppression(
                                Suppression.By.COMMENT,
                                "the socket's proxy",
                                Optional.of(socket.finding().span().file().lineSpan(3)))));
        findings.add(suppressed(findings.get(2), new Suppression(Suppression.By.BASELINE, "", Optional.empty())));
        return new Report(
                report.containers(), findings, report.notRead(), report.rulesOff(), report.read(), report.unchecked());
    }

    private static Reported suppressed(Reported reported, Suppression by) {
        return new Reported(reported.finding(), reported.severity(), reported.fingerprint(), Optional.of(by));
    }

    private static Report empty() {
        return new Report(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void sarif() throws IOException {
        String text = new SarifReport(RUN).text(sample());
        Schemas.sarif(text);
        Golden.check("rootfs.sarif", text);
    }

    @Test
    void jUnit() throws Exception {
        String text = new JUnitReport(RUN).text(sample());
        Schemas.jUnit(text);
        Golden.check("rootfs-junit.xml", text);
    }

    @Test
    void gitLab() throws IOException {
        String text = new GitLabReport(Sample.PATHS).text(sample());
        Schemas.gitLab(text);
        Golden.check("rootfs-gitlab.json", text);
    }

    @Test
    void checkstyle() throws Exception {
        String text = new CheckstyleReport(RUN).text(sample());
        Schemas.checkstyle(text);
        Golden.check("rootfs-checkstyle.xml", text);
    }

    @Test
    void gitHub() throws IOException {
        Golden.check("github.txt", String.join("\n", new GitHubAnnotations(Sample.PATHS).lines(sample())) + "\n");
    }

    @Test
    void ofNothing() throws Exception {
        JsonObject run = run(new SarifReport(RUN).text(empty()));
        assertThat(run.getAsJsonArray("results")).isEmpty();
        assertThat(run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules"))
                .hasSize(1);
        Schemas.sarif(new SarifReport(RUN).text(empty()));
        Schemas.jUnit(new JUnitReport(RUN).text(empty()));
        Schemas.gitLab(new GitLabReport(Sample.PATHS).text(empty()));
        Schemas.checkstyle(new CheckstyleReport(RUN).text(empty()));
        assertThat(new GitHubAnnotations(Sample.PATHS).lines(empty())).isEmpty();
    }

    @Test
    void everyRuleIsDescribed() throws IOException {
        List<String> ids = Rules.all().stream().map(Rule::id).toList();
        Run run = new Run("1.2.3", Sample.PATHS, "", "default", ids, Severity.ERROR, List.of());
        String text = new SarifReport(run).text(empty());
        Schemas.sarif(text);
        JsonArray rules =
                run(text).getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        assertThat(rules).hasSameSizeAs(ids).allSatisfy(rule -> {
            JsonObject described = rule.getAsJsonObject();
            assertThat(described.keySet())
                    .contains(
                            "id", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties");
            assertThat(described.getAsJsonObject("help").keySet()).contains("text", "markdown");
            assertThat(described
                            .getAsJsonObject("help")
                            .get("text")
                            .getAsString()
                            .replaceAll("\\{\\{|}}", ""))
                    .doesNotContain("{", "}");
        });
    }

    @Test
    void nothingThatIsSuppressedIsLeftInAReportThatCannotSaySo() {
        Report report = sample();
        assertThat(JsonParser.parseString(new GitLabReport(Sample.PATHS).text(report))
                        .getAsJsonArray())
                .hasSameSizeAs(report.active());
        assertThat(new CheckstyleReport(RUN).text(report).split("<error ", -1))
                .hasSize(report.active().size() + 1);
        assertThat(new GitHubAnnotations(Sample.PATHS).lines(report)).hasSameSizeAs(report.active());
    }

    @Test
    void testsFailByWhatFailsTheBuild() throws Exception {
        assertThat(failures(Severity.OFF)).isZero();
        assertThat(failures(Severity.ERROR)).isEqualTo(1);
        assertThat(failures(Severity.WARNING)).isEqualTo(2);
        assertThat(failures(Severity.NOTE)).isEqualTo(3);
    }

    private static int failures(Severity failOn) throws Exception {
        Run run = new Run("1.2.3", Sample.PATHS, "", "default", List.of(), failOn, List.of());
        Document document = Schemas.jUnit(new JUnitReport(run).text(Sample.report()));
        int failures = document.getElementsByTagName("failure").getLength();
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("" + failures);
        return failures;
    }

    @Test
    void gitLabTakesEachFingerprintOnce() {
        List<Reported> twice = new ArrayList<>(Sample.report().findings());
        twice.addAll(Sample.report().findings());
        Report report = new Report(List.of(), twice, List.of(), List.of(), List.of(), List.of());
        JsonArray issues = JsonParser.parseString(new GitLabReport(Sample.PATHS).text(report))
                .getAsJsonArray();
        assertThat(issues)
                .extracting(issue -> issue.getAsJsonObject().get("fingerprint").getAsString())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "]]>",
                "\"'&amp;",
                "100% of %0A, a:b",
                "two\nlines\r\nand ::error::one",
                "\u0000\u0001\u001b[31m\u007f\u0085",
                "\u202eright\u200f to left",
                "\u009b2J\u0090 \u2067 \u2028\uFEFF",
                "\uFFFE\uFFFF",
                "\uD83D",
                "😀 ü 漢字",
                "[link](javascript:1) {0} ${X}",
                "a\\ back"
            })
    void hostileTextStaysText(String hostile) throws Exception {
        // no file can be called so
        String name = hostile.equals("\uD83D") ? "half" : hostile.replaceAll("[\u0000/]", "");
        SourceFile file = SourceFile.of(Path.of("/repo/" + name), "services:\n");
        Span span = file.lineSpan(1);
        Finding finding = new Finding(
                "writable-rootfs",
                Effect.ROOT_OPEN,
                Confidence.CERTAIN,
                Optional.empty(),
                span,
                "/",
                Message.of("It is {0}.", hostile),
                Message.of("Not {0}.", hostile),
                List.of(new Finding.Related(span, Message.verbatim(hostile))),
                Optional.empty());
        Reported active = new Reported(finding, Severity.ERROR, "0".repeat(32), Optional.empty());
        Reported excused = suppressed(active, new Suppression(Suppression.By.POM, hostile, Optional.of(span)));
        Report report = new Report(List.of(), List.of(active, excused), List.of(), List.of(), List.of(), List.of());
        String said = "It is " + Printable.text(hostile) + ".";
        String path = Sample.PATHS.inFiles(file.path());

        String sarif = new SarifReport(RUN).text(report);
        Schemas.sarif(sarif);
        JsonObject result = run(sarif).getAsJsonArray("results").get(0).getAsJsonObject();
        assertThat(result.getAsJsonObject("message")
                        .get("text")
                        .getAsString()
                        .replace("{{", "{")
                        .replace("}}", "}"))
                .startsWith(said + "\nFix: Not ");
        String uri = result.getAsJsonArray("locations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("physicalLocation")
                .getAsJsonObject("artifactLocation")
                .get("uri")
                .getAsString();
        assertThat(URI.create("x:///" + uri).getPath()).isEqualTo("/" + path);

        String gitLab = new GitLabReport(Sample.PATHS).text(report);
        Schemas.gitLab(gitLab);
        assertThat(JsonParser.parseString(gitLab)
                        .getAsJsonArray()
                        .get(0)
                        .getAsJsonObject()
                        .get("description")
                        .getAsString())
                .isEqualTo(said);

        Document checkstyle = Schemas.checkstyle(new CheckstyleReport(RUN).text(report));
        Element error = (Element) checkstyle.getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("message")).isEqualTo(said);
        assertThat(((Element) error.getParentNode()).getAttribute("name")).isEqualTo(Printable.text(path));

        Document jUnit = Schemas.jUnit(new JUnitReport(RUN).text(report));
        assertThat(((Element) jUnit.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo(said);

        JsonObject told = JsonParser.parseString(new JsonReport("1.2.3", Sample.PATHS).text(report))
                .getAsJsonObject()
                .getAsJsonArray("findings")
                .get(0)
                .getAsJsonObject();
        assertThat(told.get("message").getAsString()).isEqualTo("It is " + hostile + ".");
        assertThat(told.get("file").getAsString()).isEqualTo(path);

        List<String> texts = new ArrayList<>();
        FileReport.of(ALL, RUN).forEach(each -> texts.add(each.text(report)));
        BuildReport.of(ALL, RUN).forEach(whole -> texts.add(whole.text(List.of(whole.part(report)))));
        assertThat(texts)
                .hasSizeGreaterThan(6)
                .allSatisfy(text -> assertThat(text.codePoints()).allMatch(c -> c == '\n' || Printable.isPlain(c)));

        assertThat(new GitHubAnnotations(Sample.PATHS).lines(report))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.codePoints()).allMatch(Printable::isPlain);
                    // as the runner reads it
                    int end = line.indexOf("::", 2);
                    assertThat(line.substring(2, end)).startsWith("error file=").contains(",line=1,");
                    assertThat(decoded(line.substring(end + 2))).startsWith(said + "\nFix: Not ");
                    assertThat(decoded(line.substring("::error file=".length(), line.indexOf(",line="))))
                            .isEqualTo(Printable.text(path));
                });
    }

    private static String decoded(String text) {
        return text.replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%3A", ":")
                .replace("%2C", ",")
                .replace("%25", "%");
    }

    /** Where the build lies and when it ran is in no report. */
    @Test
    void sameInputSameBytes(@TempDir Path directory) throws Exception {
        assertThat(reports(directory.resolve("one"), ALL))
                .isEqualTo(reports(directory.resolve("two/far away"), ALL))
                .hasSizeGreaterThan(6)
                .allSatisfy((file, text) -> assertThat(text).doesNotContain(directory.toString(), "\r"));
    }

    private static Map<String, String> reports(Path directory, Set<Format> formats) throws Exception {
        Path module = Files.createDirectories(directory.resolve("module"));
        for (String name : List.of("compose.yaml", "compose.writable.yaml", "Dockerfile")) {
            Files.copy(Path.of("examples/memo-api", name), module.resolve(name));
        }
        Files.copy(Path.of("examples/memo-api/compose.writable.yaml"), module.resolve("compose.override.yaml"));
        Project project = ProjectLoader.load(ProjectSettings.in(module));
        Report report = new Check(Rules.all()).run(project, Policy.standard());
        assertThat(report.findings()).hasSizeGreaterThan(2);
        List<ServiceFix> fixes = ServiceFix.of(project, Rules.all(), HardenSettings.standard());
        PathNames paths = new PathNames(directory.toAbsolutePath(), directory.toAbsolutePath());
        List<String> ids = Rules.all().stream().map(Rule::id).toList();
        Run run = new Run("1.2.3", paths, "module", "default", ids, Severity.ERROR, fixes);
        Map<String, String> texts = new TreeMap<>();
        FileReport.of(formats, run).forEach(file -> texts.put(file.file(), file.text(report)));
        BuildReport.of(formats, run)
                .forEach(whole -> texts.put(whole.file(), whole.text(List.of(whole.part(report), whole.part(report)))));
        texts.put("github", String.join("\n", new GitHubAnnotations(paths).lines(report)));
        return texts;
    }

    @Test
    void aBuildsSarifHasARunForEachExecutionWithTheRulesThatItTellsOf() throws IOException {
        Run other =
                new Run("1.2.3", Sample.PATHS, "", "again", List.of("writable-rootfs"), Severity.WARNING, List.of());
        SarifOfBuild whole = new SarifOfBuild(RUN);
        String text = whole.text(List.of(whole.part(sample()), new SarifOfBuild(other).part(empty())));
        Schemas.sarif(text);
        List<JsonObject> runs = StreamSupport.stream(
                        JsonParser.parseString(text)
                                .getAsJsonObject()
                                .getAsJsonArray("runs")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertThat(runs)
                .extracting(run ->
                        run.getAsJsonObject("automationDetails").get("id").getAsString())
                .containsExactly("rootfs/app/default/", "rootfs/again/");
        assertThat(runs)
                .extracting(run -> run.getAsJsonObject("tool")
                        .getAsJsonObject("driver")
                        .getAsJsonArray("rules")
                        .size())
                .containsExactly(1, 0);
        JsonObject result = runs.get(0).getAsJsonArray("results").get(0).getAsJsonObject();
        assertThat(result.get("ruleIndex").getAsInt()).isZero();
    }

    @Test
    void aBuildsReportForGitLabTellsOnceWhatTwoExecutionsFind() throws IOException {
        GitLabOfBuild whole = new GitLabOfBuild(Sample.PATHS);
        String part = whole.part(sample());
        String text = whole.text(List.of(part, part, whole.part(empty())));
        Schemas.gitLab(text);
        assertThat(text).isEqualTo(new GitLabReport(Sample.PATHS).text(sample()));
    }

    private static JsonObject run(String sarif) {
        return JsonParser.parseString(sarif)
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
    }
}
