package io.github.rootfsmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.ServiceFix;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SarifFixesTest {
    private static final Path DIRECTORY =
            Path.of("src/test/resources/sarif-fixes").toAbsolutePath();

    private final Project project = ProjectLoader.load(ProjectSettings.in(DIRECTORY));
    private final List<ServiceFix> fixes = ServiceFix.of(project, Rules.all(), HardenSettings.standard());
    private final String sarif = sarif();

    SarifFixesTest() throws Exception {}

    private String sarif() {
        Report report = new Check(Rules.all()).run(project, Policy.standard());
        List<String> rules = Rules.all().stream().map(Rule::id).toList();
        PathNames paths = new PathNames(DIRECTORY, DIRECTORY);
        return new SarifReport(new Run("1", paths, "", "default", rules, Severity.ERROR, fixes)).text(report);
    }

    @Test
    void whatIsGoneAfterwardsHasAFix() throws Exception {
        Schemas.sarif(sarif);
        Map<String, TreeSet<Boolean>> fixed = new TreeMap<>();
        for (JsonObject result : results()) {
            fixed.computeIfAbsent(container(result), any -> new TreeSet<>()).add(result.has("fixes"));
        }
        assertThat(fixed)
                .containsEntry("web", new TreeSet<>(List.of(true)))
                .containsEntry("store", new TreeSet<>(List.of(true)))
                .containsEntry("flow", new TreeSet<>(List.of(false)))
                .containsEntry("closed", new TreeSet<>(List.of(false)));
    }

    @Test
    void noFixHoldsAValue() {
        // harden itself would change that line
        assertThat(fixes)
                .anyMatch(fix -> fix.files().stream()
                        .anyMatch(file -> ServiceFix.lines(file).stream()
                                .anyMatch(lines -> lines.text().contains("hunter2"))));
        assertThat(sarif).contains("read_only: true").doesNotContain("hunter2");
    }

    /** Replaced as section 3.57 has it, the file is what harden makes of it. */
    @Test
    void theReplacementsMakeTheTextOfHarden() {
        for (String service : List.of("web", "store")) {
            FileEdits.Rewritten written = fixes.stream()
                    .filter(fix -> fix.container().name().orElseThrow().value().equals(service))
                    .findFirst()
                    .orElseThrow()
                    .files()
                    .get(0);
            JsonArray replacements = results().stream()
                    .filter(result -> container(result).equals(service))
                    .findFirst()
                    .orElseThrow()
                    .getAsJsonArray("fixes")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonArray("artifactChanges")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonArray("replacements");
            assertThat(replaced(written.file(), replacements)).isEqualTo(written.text());
        }
    }

    private static String replaced(SourceFile file, JsonArray replacements) {
        String text = file.text();
        List<JsonElement> bottomUp = new ArrayList<>(replacements.asList());
        java.util.Collections.reverse(bottomUp);
        for (JsonElement replacement : bottomUp) {
            JsonObject region = replacement.getAsJsonObject().getAsJsonObject("deletedRegion");
            int start = index(file.text(), region.get("startLine").getAsInt());
            int end = index(file.text(), region.get("endLine").getAsInt());
            String inserted = replacement
                    .getAsJsonObject()
                    .getAsJsonObject("insertedContent")
                    .get("text")
                    .getAsString();
            text = text.substring(0, start) + inserted + text.substring(end);
        }
        return text;
    }

    /** The start of a line, or the end of the text behind the last one. */
    private static int index(String text, int line) {
        int index = 0;
        for (int at = 1; at < line; at++) {
            int end = text.indexOf('\n', index);
            index = end < 0 ? text.length() : end + 1;
        }
        return index;
    }

    private List<JsonObject> results() {
        return JsonParser.parseString(sarif)
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("results")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String container(JsonObject result) {
        return result.getAsJsonArray("locations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("logicalLocations")
                .get(0)
                .getAsJsonObject()
                .get("name")
                .getAsString();
    }
}
