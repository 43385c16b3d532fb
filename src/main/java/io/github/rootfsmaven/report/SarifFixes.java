package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.ServiceFix;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.SourceFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What {@code harden} would write, as fixes of a SARIF log (section 3.55): of whole lines, none of which may hold a
 * value that no report may show. A finding has a fix only if it is gone afterwards.
 */
final class SarifFixes {
    private final List<ServiceFix> fixes;
    private final Function<SourceFile, JsonObject> artifact;
    private final Secrets secrets = new Secrets();

    /** @param artifact the location of a file */
    SarifFixes(List<ServiceFix> fixes, Function<SourceFile, JsonObject> artifact) {
        this.fixes = List.copyOf(fixes);
        this.artifact = Objects.requireNonNull(artifact);
    }

    /** The fixes of a finding; empty if there is none. */
    Optional<JsonArray> of(Finding finding) {
        return fixes.stream()
                .filter(fix -> fix.fixes(finding) && fix.files().stream().allMatch(this::mayBeShown))
                .findFirst()
                .map(this::array);
    }

    private JsonArray array(ServiceFix found) {
        JsonArray changes = new JsonArray();
        found.files().forEach(file -> changes.add(change(file)));
        JsonObject fix = new JsonObject();
        fix.add("description", SarifReport.message("What the goal harden writes for this service."));
        fix.add("artifactChanges", changes);
        JsonArray array = new JsonArray();
        array.add(fix);
        return array;
    }

    private JsonObject change(FileEdits.Rewritten file) {
        JsonArray replacements = new JsonArray();
        for (ServiceFix.Lines lines : ServiceFix.lines(file)) {
            JsonObject region = region(file.file(), lines.start(), lines.end());
            JsonObject inserted = new JsonObject();
            inserted.addProperty("text", lines.text());
            JsonObject replacement = new JsonObject();
            replacement.add("deletedRegion", region);
            replacement.add("insertedContent", inserted);
            replacements.add(replacement);
        }
        JsonObject change = new JsonObject();
        change.add("artifactLocation", artifact.apply(file.file()));
        change.add("replacements", replacements);
        return change;
    }

    /** Whole lines with their breaks; the last line of a file may have none. */
    private static JsonObject region(SourceFile file, int start, int end) {
        int last = file.lineCount();
        boolean open = end > last && start <= last && !file.text().endsWith("\n");
        JsonObject region = new JsonObject();
        region.addProperty("startLine", start);
        region.addProperty("startColumn", 1);
        region.addProperty("endLine", open ? last : end);
        region.addProperty("endColumn", open ? file.lineSpan(last).endColumn() : 1);
        return region;
    }

    private boolean mayBeShown(FileEdits.Rewritten file) {
        SourceFile after = file.after();
        return ServiceFix.lines(file).stream()
                .allMatch(lines -> areOpen(file.file(), lines.start(), lines.end())
                        && areOpen(after, lines.newStart(), lines.newEnd()));
    }

    private boolean areOpen(SourceFile file, int start, int end) {
        return IntStream.range(start, end)
                .allMatch(line -> secrets.in(file, line).isEmpty());
    }
}
