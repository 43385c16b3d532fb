package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Suppression;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The findings of a SARIF log (section 3.27), the suppressed ones, too. */
final class SarifResults {
    /** What paths are relative to. */
    static final String BASE = "SRCROOT";

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private final PathNames paths;
    private final List<String> rules;

    private final SarifFixes fixes;

    /** @param rules the rules that the log describes */
    SarifResults(Run run, List<String> rules) {
        this.paths = run.paths();
        this.rules = List.copyOf(rules);
        this.fixes = new SarifFixes(run.fixes(), file -> artifact(file.path()));
    }

    JsonArray of(Report report) {
        JsonArray results = new JsonArray();
        report.findings().forEach(reported -> results.add(result(reported)));
        return results;
    }

    private JsonObject result(Reported reported) {
        Finding finding = reported.finding();
        JsonObject result = new JsonObject();
        result.addProperty("ruleId", finding.rule());
        if (rules.contains(finding.rule())) {
            result.addProperty("ruleIndex", rules.indexOf(finding.rule()));
        }
        result.addProperty("level", reported.severity().word());
        result.add("message", SarifReport.message(English.messageAndFix(reported)));
        JsonArray locations = new JsonArray();
        JsonObject location = location(finding.span());
        finding.container()
                .flatMap(container -> container.name())
                .ifPresent(name -> location.add("logicalLocations", container(name)));
        locations.add(location);
        result.add("locations", locations);
        if (!finding.related().isEmpty()) {
            result.add("relatedLocations", related(finding.related()));
        }
        JsonObject fingerprints = new JsonObject();
        fingerprints.addProperty("rootfs/v1", reported.fingerprint());
        // ours knows the file's name alone, and DefectDojo asks for nothing else
        fingerprints.addProperty(
                "file/v1", Digest.of(paths.inFiles(finding.span().file().path())));
        result.add("partialFingerprints", fingerprints);
        fixes.of(finding).ifPresent(found -> result.add("fixes", found));
        reported.suppressed().ifPresent(suppression -> result.add("suppressions", suppressions(suppression)));
        return result;
    }

    private static JsonArray container(Located<String> name) {
        JsonObject container = new JsonObject();
        container.addProperty("name", Printable.text(name.shown()));
        container.addProperty("kind", "resource");
        JsonArray containers = new JsonArray();
        containers.add(container);
        return containers;
    }

    private JsonArray related(List<Finding.Related> related) {
        JsonArray locations = new JsonArray();
        for (Finding.Related place : related) {
            JsonObject location = location(place.span());
            location.addProperty("id", locations.size() + 1);
            location.add("message", SarifReport.message(English.lines(place.message())));
            locations.add(location);
        }
        return locations;
    }

    private JsonArray suppressions(Suppression by) {
        JsonObject suppression = new JsonObject();
        suppression.addProperty("kind", by.by() == Suppression.By.COMMENT ? "inSource" : "external");
        suppression.addProperty("status", "accepted");
        if (!by.reason().isEmpty()) {
            suppression.addProperty("justification", Printable.text(by.reason()));
        }
        by.place().ifPresent(place -> suppression.add("location", location(place)));
        JsonArray suppressions = new JsonArray();
        suppressions.add(suppression);
        return suppressions;
    }

    private JsonObject location(Span span) {
        JsonObject region = new JsonObject();
        region.addProperty("startLine", span.startLine());
        region.addProperty("startColumn", span.startColumn());
        region.addProperty("endLine", span.endLine());
        region.addProperty("endColumn", span.endColumn());
        JsonObject physical = new JsonObject();
        physical.add("artifactLocation", artifact(span.file().path()));
        physical.add("region", region);
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical);
        return location;
    }

    private JsonObject artifact(Path file) {
        JsonObject artifact = new JsonObject();
        artifact.addProperty("uri", uri(paths.inFiles(file)));
        artifact.addProperty("uriBaseId", BASE);
        return artifact;
    }

    /** A path as a relative reference: all but the unreserved characters are escaped (RFC 3986, section 2.3). */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(one) >= 0) {
                uri.append((char) one);
            } else {
                uri.append('%').append("%02X".formatted(one & 0xFF));
            }
        }
        return uri.toString();
    }
}
