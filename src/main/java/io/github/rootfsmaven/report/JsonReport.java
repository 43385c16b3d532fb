package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Suppression;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The report for programs, {@code rootfs.json}: schema 1, in which keys may be added but none is taken away or renamed. */
public final class JsonReport implements FileReport {
    /** The file's name in the output directory. */
    public static final String FILE = "rootfs.json";

    private final String version;
    private final PathNames paths;

    /** A report by that version of the plugin. */
    public JsonReport(String version, PathNames paths) {
        this.version = Objects.requireNonNull(version);
        this.paths = Objects.requireNonNull(paths);
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String text(Report report) {
        return Json.text(json(report));
    }

    JsonObject json(Report report) {
        JsonObject tool = new JsonObject();
        tool.addProperty("name", "rootfs-maven-plugin");
        tool.addProperty("version", version);
        JsonObject root = new JsonObject();
        root.addProperty("schema", 1);
        root.add("tool", tool);
        root.add("containers", array(report.containers(), this::container));
        root.add("findings", array(report.findings(), this::finding));
        root.add("notRead", array(report.notRead(), this::notRead));
        root.add("rulesOff", array(report.rulesOff(), JsonPrimitive::new));
        root.add("summary", summary(report));
        return root;
    }

    private JsonObject container(Judged judged) {
        Container container = judged.container();
        JsonObject json = new JsonObject();
        json.add("name", shown(container.name()));
        line(json, container.place());
        json.addProperty("scope", container.scope().word());
        json.add("image", shown(container.image().reference()));
        json.add("user", shown(container.process().user()));
        json.add("readOnly", orNull(container.readOnly().value(), JsonPrimitive::new));
        json.addProperty("verdict", judged.verdict().word());
        json.add("map", array(judged.map().entries(), this::entry));
        json.add("writes", array(container.writes(), this::write));
        return json;
    }

    private JsonObject entry(WritableMap.Entry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("path", entry.shown());
        json.addProperty("access", entry.access().word());
        json.addProperty("by", entry.type().word());
        json.add(
                "file",
                orNull(
                        entry.declared(),
                        span -> new JsonPrimitive(paths.inFiles(span.file().path()))));
        json.add("line", orNull(entry.declared(), span -> new JsonPrimitive(span.startLine())));
        json.add("options", array(entry.options(), JsonPrimitive::new));
        return json;
    }

    private JsonObject write(Write write) {
        JsonObject json = new JsonObject();
        json.addProperty("path", write.path().shown());
        json.addProperty("kind", write.kind().word());
        json.addProperty("evidence", write.evidence().word());
        json.addProperty("confidence", Confidence.of(write).word());
        line(json, write.path().span());
        json.add("avoidedBy", orNull(write.avoidedBy().map(Message::english), JsonPrimitive::new));
        return json;
    }

    private JsonObject finding(Reported reported) {
        Finding finding = reported.finding();
        JsonObject json = new JsonObject();
        json.addProperty("rule", finding.rule());
        json.addProperty("severity", reported.severity().word());
        json.addProperty("confidence", finding.confidence().word());
        json.addProperty("scope", reported.scope().word());
        json.add("container", shown(finding.container().flatMap(Container::name)));
        span(json, finding.span());
        json.addProperty("message", finding.message().english());
        json.addProperty("fingerprint", reported.fingerprint());
        json.add("suppressed", orNull(reported.suppressed(), this::suppression));
        json.add("related", array(finding.related(), this::related));
        return json;
    }

    private JsonElement suppression(Suppression suppression) {
        JsonObject json = new JsonObject();
        json.addProperty("by", suppression.by().word());
        json.addProperty("reason", suppression.reason());
        json.add(
                "file",
                orNull(
                        suppression.place(),
                        span -> new JsonPrimitive(paths.inFiles(span.file().path()))));
        json.add("line", orNull(suppression.place(), span -> new JsonPrimitive(span.startLine())));
        return json;
    }

    private JsonObject related(Finding.Related related) {
        JsonObject json = new JsonObject();
        span(json, related.span());
        json.addProperty("message", related.message().english());
        return json;
    }

    private JsonObject notRead(Problem problem) {
        JsonObject json = new JsonObject();
        line(json, problem.where());
        json.addProperty("column", problem.where().startColumn());
        json.addProperty("reason", problem.message().english());
        return json;
    }

    private static JsonObject summary(Report report) {
        JsonObject json = new JsonObject();
        json.addProperty("error", report.count(Severity.ERROR));
        json.addProperty("warning", report.count(Severity.WARNING));
        json.addProperty("note", report.count(Severity.NOTE));
        json.addProperty(
                "suppressed", report.findings().size() - report.active().size());
        return json;
    }

    private void span(JsonObject json, Span span) {
        line(json, span);
        json.addProperty("column", span.startColumn());
        json.addProperty("endLine", span.endLine());
        json.addProperty("endColumn", span.endColumn());
    }

    private void line(JsonObject json, Span span) {
        json.addProperty("file", paths.inFiles(span.file().path()));
        json.addProperty("line", span.startLine());
    }

    private static JsonElement shown(Optional<Located<String>> value) {
        return orNull(value.map(Located::shown), JsonPrimitive::new);
    }

    private static <T> JsonElement orNull(Optional<T> value, Function<T, JsonElement> json) {
        return value.map(json).orElse(JsonNull.INSTANCE);
    }

    private static <T> JsonArray array(Collection<T> values, Function<T, JsonElement> json) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(json.apply(value)));
        return array;
    }
}
