package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.rootfsmaven.check.Baseline;

/** How a baseline is written: sorted and one word a line, so that a change of it can be read in a review. */
public final class BaselineFile {

    private BaselineFile() {}

    /** The file's text; {@link Baseline#read} reads it. */
    public static String text(Baseline baseline) {
        JsonArray findings = new JsonArray();
        for (Baseline.Entry entry : baseline.entries()) {
            JsonObject finding = new JsonObject();
            finding.addProperty("rule", entry.rule());
            add(finding, "container", entry.container());
            add(finding, "path", entry.path());
            finding.addProperty("file", entry.file());
            finding.addProperty("fingerprint", entry.fingerprint());
            if (entry.count() > 1) {
                finding.addProperty("count", entry.count());
            }
            findings.add(finding);
        }
        JsonObject root = new JsonObject();
        root.addProperty("schema", 1);
        root.add("findings", findings);
        return Json.text(root);
    }

    private static void add(JsonObject finding, String key, String value) {
        if (!value.isEmpty()) {
            finding.addProperty(key, value);
        }
    }
}
