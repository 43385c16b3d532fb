package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.rule.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The report for GitLab's merge requests, {@code rootfs-gitlab.json}, as GitLab's documentation has it (Code Quality,
 * "Code Quality report format"). It knows no suppressed findings, so those are left out.
 */
final class GitLabReport implements FileReport {

    private final PathNames paths;

    GitLabReport(PathNames paths) {
        this.paths = Objects.requireNonNull(paths);
    }

    @Override
    public String file() {
        return "rootfs-gitlab.json";
    }

    @Override
    public String text(Report report) {
        JsonArray issues = new JsonArray();
        Map<String, Integer> seen = new HashMap<>();
        for (Reported reported : report.active()) {
            issues.add(issue(reported, seen));
        }
        return Json.text(issues);
    }

    private JsonObject issue(Reported reported, Map<String, Integer> seen) {
        String path = paths.inFiles(reported.finding().span().file().path());
        JsonObject lines = new JsonObject();
        lines.addProperty("begin", reported.finding().span().startLine());
        JsonObject location = new JsonObject();
        location.addProperty("path", path);
        location.add("lines", lines);
        JsonObject issue = new JsonObject();
        issue.addProperty("description", English.message(reported));
        issue.addProperty("check_name", reported.finding().rule());
        issue.addProperty("fingerprint", fingerprint(path, reported, seen));
        issue.addProperty("severity", severity(reported.severity()));
        issue.add("location", location);
        return issue;
    }

    /**
     * GitLab shows one of several with the same fingerprint, and joins the reports of all modules; ours tells apart
     * neither directories nor, on purpose, lines.
     */
    private static String fingerprint(String path, Reported reported, Map<String, Integer> seen) {
        String own = path + "\n" + reported.fingerprint();
        int count = seen.merge(own, 1, Integer::sum);
        return Digest.of(own + (count == 1 ? "" : "\n" + count));
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE, OFF -> "info";
        };
    }
}
