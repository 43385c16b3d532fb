package io.github.rootfsmaven.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.rootfsmaven.check.Report;
import java.util.List;
import java.util.Objects;

/**
 * The SARIF log of a whole build, {@code rootfs-all.sarif}: a run for each module and execution, which describes only
 * the rules that it has findings of, for else most of the file would be rules.
 */
final class SarifOfBuild implements BuildReport {
    private final Run run;

    SarifOfBuild(Run run) {
        this.run = Objects.requireNonNull(run);
    }

    @Override
    public String file() {
        return "rootfs-all.sarif";
    }

    @Override
    public String part(Report report) {
        SarifReport own = new SarifReport(run);
        return own.run(report, own.told(report)).toString();
    }

    @Override
    public String text(List<String> parts) {
        List<JsonElement> runs = parts.stream().map(JsonParser::parseString).toList();
        return SarifReport.log(runs);
    }
}
