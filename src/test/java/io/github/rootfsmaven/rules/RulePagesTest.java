package io.github.rootfsmaven.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.rule.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages are complete, and their examples are what they claim to be. */
class RulePagesTest {

    @TempDir
    Path temporary;

    @Test
    void everyRuleHasAPageAndEveryPageARule() throws Exception {
        try (Stream<Path> pages = Files.list(Path.of("docs/rules"))) {
            List<String> ids = pages.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.replaceFirst("\\.md$", ""))
                    .toList();
            assertThat(ids)
                    .containsExactlyInAnyOrderElementsOf(
                            Rules.all().stream().map(Rule::id).toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> isComplete() {
        return Rules.all().stream()
                .map(Rule::id)
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    RulePage page = page(id);
                    assertThat(page.id()).isEqualTo(id);
                    assertThat(page.title()).endsWith(".");
                    assertThat(page.facts()).containsOnlyKeys("Severity", "Since", "Tags");
                    assertThat(page.sections().keySet())
                            .containsExactly(
                                    "What it finds",
                                    "Why",
                                    "How to fix",
                                    "Bad",
                                    "Good",
                                    "Not reported when",
                                    "Premise");
                    assertThat(page.sections().values()).noneMatch(String::isBlank);
                }));
    }

    @TestFactory
    Stream<DynamicTest> theBadExampleIsFound() {
        return Rules.all().stream()
                .map(Rule::id)
                .map(id -> DynamicTest.dynamicTest(
                        id,
                        () -> assertThat(found(page(id), "Bad"))
                                .as(page(id).markdown())
                                .extracting(reported -> reported.finding().rule())
                                .contains(id)));
    }

    @TestFactory
    Stream<DynamicTest> theGoodExampleIsClean() {
        return Rules.all().stream()
                .map(Rule::id)
                .map(id -> DynamicTest.dynamicTest(
                        id,
                        () -> assertThat(found(page(id), "Good"))
                                .noneMatch(reported -> reported.finding().rule().equals(id))
                                .noneMatch(reported -> reported.severity().atLeast(Severity.WARNING))));
    }

    /** A word in the row must be producible, and what is produced must stand there. It runs all that has tests of its own. */
    @Test
    @Tag("whole")
    void theSeverityRowTellsWhatTheRuleProduces() throws Exception {
        Map<String, Set<String>> produced = new TreeMap<>();
        Map<String, Set<String>> told = new TreeMap<>();
        List<Reported> all = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            all.addAll(found(page(rule.id()), "Bad"));
            told.put(
                    rule.id(),
                    new TreeSet<>(
                            List.of(page(rule.id()).facts().get("Severity").split(", "))));
        }
        for (Fixture fixture : Fixture.all()) {
            all.addAll(fixture.found(Files.createTempDirectory(temporary, "fixture")));
        }
        // what is for development or test alone is a note whatever the rule
        all.removeIf(reported -> reported.scope() != Scope.PRODUCTION);
        all.forEach(reported -> produced.computeIfAbsent(reported.finding().rule(), rule -> new TreeSet<>())
                .add(reported.severity().word() + " ("
                        + reported.finding().confidence().word() + ")"));
        assertThat(told).isEqualTo(produced);
    }

    private static RulePage page(String id) {
        return RulePage.of(id).orElseThrow(() -> new AssertionError("no page for " + id));
    }

    private List<Reported> found(RulePage page, String heading) throws Exception {
        List<RulePage.Example> files = page.examples(heading);
        assertThat(files).as("the files below " + heading).isNotEmpty();
        Path directory = Files.createTempDirectory(temporary, "example");
        for (RulePage.Example file : files) {
            Path path = directory.resolve(file.file());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
        return Fixture.findings(directory);
    }
}
