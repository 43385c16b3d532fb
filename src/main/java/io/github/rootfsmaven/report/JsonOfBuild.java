package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.rootfsmaven.check.Report;
import java.util.List;
import java.util.Objects;

/** What {@code rootfs.json} says, of a whole build: {@code rootfs-all.json}, each run with its module and execution. */
final class JsonOfBuild implements BuildReport {
    private final Run run;

    JsonOfBuild(Run run) {
        this.run = Objects.requireNonNull(run);
    }

    @Override
    public String file() {
        return "rootfs-all.json";
    }

    @Override
    public String part(Report report) {
        JsonObject part = new JsonObject();
        part.addProperty("module", run.module().isEmpty() ? "." : run.module());
        part.addProperty("execution", run.execution());
        part.add("report", new JsonReport(run.version(), run.paths()).json(report));
        return Json.text(part);
    }

    @Override
    public String text(List<String> parts) {
        JsonArray runs = new JsonArray();
        parts.forEach(part -> runs.add(JsonParser.parseString(part)));
        JsonObject all = new JsonObject();
        all.addProperty("schema", 1);
        all.add("runs", runs);
        return Json.text(all);
    }
}
