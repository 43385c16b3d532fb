package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.rootfsmaven.check.Report;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report for code scanning, {@code rootfs.sarif}: SARIF 2.1.0 (OASIS Standard). What could not be read are results
 * of the rule {@code not-read} and no notifications of the tool, for they count like any other finding.
 */
final class SarifReport implements FileReport {

    private final Run run;

    SarifReport(Run run) {
        this.run = Objects.requireNonNull(run);
    }

    @Override
    public String file() {
        return "rootfs.sarif";
    }

    @Override
    public String text(Report report) {
        List<String> rules = Stream.concat(run.rules().stream(), told(report).stream())
                .distinct()
                .toList();
        return log(List.of(run(report, rules)));
    }

    /** The rules that something is found by, in the order of the run's; those that the check itself has come last. */
    List<String> told(Report report) {
        Set<String> told = report.findings().stream()
                .map(reported -> reported.finding().rule())
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(run.rules().stream().filter(told::contains), told.stream())
                .distinct()
                .toList();
    }

    /** A log of several runs. */
    static String log(List<? extends JsonElement> runs) {
        JsonObject log = new JsonObject();
        log.addProperty(
                "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        log.addProperty("version", "2.1.0");
        JsonArray all = new JsonArray();
        runs.forEach(all::add);
        log.add("runs", all);
        return Json.text(log);
    }

    /**
     * A run.
     *
     * @param rules the rules to describe; all that findings are of must be among them
     */
    JsonObject run(Report report, List<String> rules) {
        JsonObject driver = new JsonObject();
        driver.addProperty("name", "rootfs-maven-plugin");
        driver.addProperty("version", run.version());
        driver.add("rules", SarifRules.of(rules));
        JsonObject tool = new JsonObject();
        tool.add("driver", driver);
        JsonObject base = new JsonObject();
        base.add("description", message("The root of the repository."));
        JsonObject bases = new JsonObject();
        bases.add(SarifResults.BASE, base);
        JsonObject json = new JsonObject();
        json.add("tool", tool);
        json.add("automationDetails", automation());
        json.add("originalUriBaseIds", bases);
        json.addProperty("columnKind", "unicodeCodePoints");
        json.addProperty("language", "en");
        json.add("results", new SarifResults(run, rules).of(report));
        return json;
    }

    /** With a slash at the end it names a category and not one run of many (section 3.17.3), as GitHub wants it, too. */
    private JsonObject automation() {
        String module = run.module().isEmpty() ? "" : run.module() + "/";
        JsonObject details = new JsonObject();
        details.addProperty("id", "rootfs/" + Printable.text(module + run.execution()) + "/");
        return details;
    }

    /** Braces are placeholders unless they are doubled (section 3.11.5). */
    static JsonObject message(String text) {
        JsonObject message = new JsonObject();
        message.addProperty("text", text.replace("{", "{{").replace("}", "}}"));
        return message;
    }
}
