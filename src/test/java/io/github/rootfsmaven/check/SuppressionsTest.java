package io.github.rootfsmaven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Suppression.By;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.BaselineFile;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final List<String> KNOWN = Rules.all().stream().map(Rule::id).toList();

    @TempDir
    Path directory;

    private Path pom;

    @BeforeEach
    void pom() {
        pom = directory.resolve("pom.xml");
    }

    @Test
    void whatIsSuppressedStaysInTheReportWithItsReason() throws Exception {
        compose("""
                services:
                  # rootfs: ignore[writable-rootfs] until=2026-02-01 the vendor wants it so
                  web: {image: x}
                """);
        Report report = run(Suppressions.comments(TODAY));
        assertThat(report.active()).isEmpty();
        assertThat(report.count(Severity.ERROR)).isZero();
        assertThat(report.findings()).singleElement().satisfies(found -> {
            assertThat(found.suppressed().orElseThrow().by()).isEqualTo(By.COMMENT);
            assertThat(found.suppressed().orElseThrow().reason()).isEqualTo("the vendor wants it so");
            assertThat(found.suppressed().orElseThrow().place().orElseThrow().startLine())
                    .isEqualTo(2);
        });
        assertThat(report.containers().get(0).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(run(Suppressions.none()).active()).hasSize(1);
    }

    @Test
    void aServicesKeyIsItsKeyInEveryFile() throws Exception {
        compose("services:\n  web:\n    image: x\n    read_only: true\n    volumes: ['/etc:/a']\n");
        Files.writeString(
                directory.resolve("compose.override.yaml"),
                "services:\n  web: # rootfs: ignore[sensitive-host-path, missing-tmp] why not\n    ports: ['80:80']\n");
        assertThat(run(Suppressions.comments(TODAY)).active()).isEmpty();
    }

    @Test
    void ofThreeThatSayTheSameTwoAreLeft() throws Exception {
        compose("""
                services:
                  a: {image: x, read_only: true}
                  # rootfs: ignore[missing-tmp] it has none
                  b: {image: x, read_only: true}
                  c: {image: x, read_only: true}
                """);
        assertThat(run(Suppressions.comments(TODAY)).active())
                .singleElement()
                .satisfies(found -> assertThat(found.finding().related())
                        .extracting(related -> related.message().english())
                        .containsExactly("the same in c"));
    }

    @Test
    void withoutReasonsIfThatIsWanted() throws Exception {
        compose("services:\n  web: # rootfs: ignore[writable-rootfs]\n    image: x\n");
        assertThat(run(new Suppressions(true, List.of(), false, TODAY, Optional.empty()))
                        .active())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", textBlock = """
            writable-rootfs                  |      |                   |      | web db
            writable-rootfs, engine-socket   | web  |                   |      | db
            writable-rootfs                  | d*   |                   |      | web
            writable-rootfs                  |      | compose.yaml      |      |
            writable-rootfs                  |      | other.yaml        |      | web db
            writable-rootfs                  |      | **/compose.yaml   |      |
            writable-rootfs                  |      |                   | /    |
            writable-rootfs                  |      |                   | /var/** | web db
            """)
    void thePomIgnoresByPatterns(String rule, String container, String file, String path, String left)
            throws Exception {
        compose("services: {web: {image: x}, db: {image: x}}");
        boolean all = container == null && file == null && path == null;
        PomIgnore ignore = new PomIgnore(rule, word(container), word(file), word(path), "a reason", "", at(), true);
        List<String> names = run(with(ignore)).active().stream()
                .map(found -> found.finding()
                        .container()
                        .orElseThrow()
                        .name()
                        .orElseThrow()
                        .value())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        assertThat(String.join(" ", names)).isEqualTo(all ? "" : word(left));
    }

    @Test
    void anIgnoreOfTheOwnPomMustBeOfUse() throws Exception {
        compose("services: {web: {image: x, read_only: true, tmpfs: ['/tmp:size=1m']}}");
        assertThat(run(with(ignore("writable-rootfs", "why", "", false))).active())
                .extracting(found -> found.finding().rule())
                .containsExactly("unused-ignore");
        assertThat(run(with(ignore("writable-rootfs", "why", "", true))).active())
                .isEmpty();
    }

    @Test
    void anIgnoreOfAParentPomIsToldOfWhereItWouldBeOfUse() throws Exception {
        compose("services: {web: {image: x}}");
        assertThat(run(with(ignore("writable-rootfs", "", "", true))).active())
                .extracting(found -> found.finding().rule())
                .containsExactlyInAnyOrder("writable-rootfs", "ignore-without-reason");
        assertThat(run(with(ignore("writable-rootfs", "why", "2026-01-14", true)))
                        .active())
                .extracting(found -> found.finding().rule())
                .containsExactlyInAnyOrder("writable-rootfs", "expired-ignore");
        assertThat(run(with(ignore("engine-socket", "why", "2026-01-14", true))).active())
                .extracting(found -> found.finding().rule())
                .containsExactly("writable-rootfs");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ``                |            | an <ignore> names no <rule>.
            writeable-rootfs  |            | there is no rule 'writeable-rootfs'. Did you mean 'writable-rootfs'?
            writable-rootfs   | 2026-13-01 | '2026-13-01' is no date of the form 2027-01-31.
            """)
    void wrongWordsInThePomAreWrongParameters(String rule, String until, String message) {
        assertThatThrownBy(() -> ignore(rule, "why", word(until), false).wish(directory, KNOWN))
                .isInstanceOf(BadParameter.class)
                .hasMessage("Parameter 'ignores': " + message);
    }

    @Test
    void aPropertiesFileAndAPomHaveComments() throws Exception {
        SourceFile properties = SourceFile.of(
                directory.resolve("a.properties"),
                "text=a \\\n# rootfs: ignore[x] no\n! rootfs: ignore[a] why\n# rootfs: ignore[b] why\nkey=1\n");
        assertThat(IgnoreComment.in(properties, false))
                .extracting(ignore -> ignore.rules() + " " + ignore.place().startLine())
                .containsExactly("[a] 3", "[b] 4");
        SourceFile xml = SourceFile.of(
                directory.resolve("a.xml"),
                "<a><![CDATA[<!-- rootfs: ignore[x] no -->]]>\n<b/> <!-- rootfs: ignore[a]\n  why so --></a>\n");
        assertThat(IgnoreComment.in(xml, false))
                .extracting(ignore -> ignore.rules() + " " + ignore.reason())
                .containsExactly("[a] why so");
    }

    @Test
    void aBaselineTakesOutWhatWasThereAndTellsWhatIsFixed() throws Exception {
        compose("services: {web: {image: x}, db: {image: x}}");
        Baseline baseline = accepted();
        assertThat(baseline.entries()).extracting(Baseline.Entry::container).containsExactly("db", "web");
        compose("# moved\nservices: {web: {image: x}, api: {image: x}}");
        Report report = run(with(baseline));
        assertThat(report.active())
                .extracting(found -> found.finding()
                        .container()
                        .orElseThrow()
                        .name()
                        .orElseThrow()
                        .value())
                .containsExactly("api");
        assertThat(report.findings())
                .filteredOn(found -> !found.isActive())
                .extracting(found -> found.suppressed().orElseThrow().by())
                .containsExactly(By.BASELINE);
        assertThat(report.fixed()).extracting(Baseline.Entry::container).containsExactly("db");
        assertThat(baseline.without(report.fixed()).entries())
                .extracting(Baseline.Entry::container)
                .containsExactly("web");
    }

    @Test
    void equalFindingsAreCounted() throws Exception {
        String line = "docker run -d --read-only --tmpfs /tmp:size=1m -v /etc:/a x\n";
        Files.writeString(directory.resolve("a.sh"), line + line);
        Baseline two = accepted();
        assertThat(two.entries())
                .filteredOn(entry -> entry.rule().equals("sensitive-host-path"))
                .extracting(Baseline.Entry::count)
                .containsExactly(2);
        assertThat(run(with(two)).active()).isEmpty();
        Files.writeString(directory.resolve("a.sh"), line + line + line);
        assertThat(run(with(two)).active()).isNotEmpty();
        Files.writeString(directory.resolve("a.sh"), line);
        assertThat(run(with(two)).fixed()).extracting(Baseline.Entry::count).containsOnly(1);
    }

    /** What is told once for several services is accepted for each. */
    @Test
    void aNewServiceIsNewThoughItsNoteIsAnOldOne() throws Exception {
        compose("services: {a: {image: x, read_only: true}, b: {image: x, read_only: true}}");
        Baseline baseline = accepted();
        assertThat(baseline.entries()).hasSize(2);
        compose("services: {b: {image: x, read_only: true}, c: {image: x, read_only: true}}");
        assertThat(run(with(baseline)).active())
                .extracting(found -> found.finding()
                        .container()
                        .orElseThrow()
                        .name()
                        .orElseThrow()
                        .value())
                .containsExactly("c");
    }

    @Test
    void whatWasNotReadCannotBeAccepted() throws Exception {
        compose("services: {a: {image: x, read_only: '${X}', tmpfs: ['/tmp:size=1m']}}");
        assertThat(accepted().entries()).isEmpty();
    }

    @Test
    void aBaselineIsReadAsItWasWritten() throws Exception {
        compose("services: {web: {image: x}, db: {image: x}}");
        Baseline baseline = accepted();
        String text = BaselineFile.text(baseline);
        assertThat(Baseline.read(SourceFile.of(baseline.file(), text))).isEqualTo(baseline);
        assertThat(text).startsWith("""
                {
                  "schema": 1,
                  "findings": [
                    {
                      "rule": \
                """).doesNotContain(directory.toString());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"schema": 1, "finding": []}     | 1:15 | 'finding' is no key of a baseline
            {"schema": 2, "findings": []}    | 1:1  | schema must be 1
            {"schema": 1, "findings": {}}    | 1:1  | findings must be a list
            {"schema": 1, "findings": [{"rule": "a"}]} | 1:28 | file is missing
            {"schema": 1, "findings": [{"rule": "a", "file": "f", "fingerprint": "f", "count": 0}]} | 1:84 | count must be a number above 0
            []                               | 1:1  | must be an object
            {"schema": [1], "findings": []}  | 1:12 | schema must be a single value
            {"schema": 1, "findings": [["a"]]} | 1:28 | must be an object
            {"schema": 1, "findings": [{"rule": ["a"]}]} | 1:37 | rule must be a single value
            {"schema": 1, "findings": [{"rule": "a", "file": ["f"]}]} | 1:50 | file must be a single value
            {"schema": 1, "findings": [{"rule": "a", "file": "f", "fingerprint": {}}]} | 1:70 | fingerprint must be a single value
            {"schema": 1, "findings": [{"count": [1]}]} | 1:38 | count must be a single value
            {"schema": 1, "findings": [{"rule": "a", "file": "f", "fingerprint": "f", "path": ["/"]}]} | 1:83 | path must be a single value
            {"schema": 1, "findings": [{"rule": "a", "file": "f", "fingerprint": "f", "container": ["a", "b"]}]} | 1:88 | container must be a single value
            """)
    void aBrokenBaselineHasAPlace(String text, String place, String message) {
        SourceFile file = SourceFile.of(directory.resolve("rootfs-baseline.json"), text);
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        broken -> assertThat(broken.where().startLine() + ":"
                                        + broken.where().startColumn())
                                .isEqualTo(place))
                .hasMessage(message);
    }

    /** The root is open without the override, too; the mount is there with it alone. */
    @Test
    void aFindingWhoseCauseStandsInAnOverrideIsForDevelopment() throws Exception {
        compose("services: {web: {image: x}}");
        Files.writeString(
                directory.resolve("compose.override.yaml"),
                "services: {web: {read_only: false, volumes: ['/var/run/docker.sock:/s']}}");
        Report report = run(Suppressions.none());
        assertThat(report.findings())
                .extracting(found -> found.finding().rule() + " " + found.scope() + " " + found.severity())
                .containsExactlyInAnyOrder("writable-rootfs PRODUCTION ERROR", "engine-socket DEVELOPMENT NOTE");
        Report uncapped = new Check(Rules.all())
                .run(
                        ProjectLoader.load(ProjectSettings.in(directory)),
                        Policy.standard().with(false, Set.of()));
        assertThat(uncapped.findings()).extracting(Reported::severity).containsOnly(Severity.ERROR);
        assertThat(uncapped.findings()).extracting(Reported::scope).contains(Scope.DEVELOPMENT);
    }

    @Test
    void newerRulesAreNotesUnlessTheUserKnowsThem() throws Exception {
        compose("services: {web: {image: x}}");
        Policy pinned = Policy.standard().with(true, PinnedCatalogue.newer("0.0.9", "0.1.0-SNAPSHOT", KNOWN));
        assertThat(severities(pinned)).containsExactly(Severity.NOTE);
        Policy chosen = new Policy(Severity.ERROR, Map.of("writable-rootfs", Severity.WARNING), true, pinned.newer());
        assertThat(severities(chosen)).containsExactly(Severity.WARNING);
        assertThat(PinnedCatalogue.newer("0.1.0", "0.1.0-SNAPSHOT", KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            latest | 'latest' is no version such as 1.2.0.
            1.2    | '1.2' is no version such as 1.2.0.
            9.0.0  | there is no version 9.0.0 yet: this is 0.1.0-SNAPSHOT.
            """)
    void aPinnedVersionMustBeOne(String version, String message) {
        assertThatThrownBy(() -> PinnedCatalogue.newer(version, "0.1.0-SNAPSHOT", KNOWN))
                .hasMessage("Parameter 'rulesAsOf': " + message);
    }

    private List<Severity> severities(Policy policy) throws Exception {
        return new Check(Rules.all())
                .run(ProjectLoader.load(ProjectSettings.in(directory)), policy).findings().stream()
                        .map(Reported::severity)
                        .toList();
    }

    private Baseline accepted() throws Exception {
        Report report = new Check(Rules.all())
                .unfolded(
                        ProjectLoader.load(ProjectSettings.in(directory)),
                        Policy.standard(),
                        Suppressions.comments(TODAY));
        return Baseline.of(directory.resolve(Baseline.FILE), report.findings());
    }

    private static Suppressions with(Baseline baseline) {
        return new Suppressions(true, List.of(), true, TODAY, Optional.of(baseline));
    }

    private Suppressions with(PomIgnore ignore) throws BadParameter {
        return new Suppressions(true, List.of(ignore.wish(directory, KNOWN)), true, TODAY, Optional.empty());
    }

    private PomIgnore ignore(String rule, String reason, String until, boolean inherited) {
        return new PomIgnore(rule, "", "", "", reason, until, at(), inherited);
    }

    private io.github.rootfsmaven.text.Span at() {
        return SourceFile.of(pom, "<project/>").start();
    }

    private static String word(String text) {
        return text == null ? "" : text;
    }

    private Report run(Suppressions suppressions) throws Exception {
        return new Check(Rules.all())
                .run(ProjectLoader.load(ProjectSettings.in(directory)), Policy.standard(), suppressions);
    }

    private void compose(String text) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), text);
    }
}
