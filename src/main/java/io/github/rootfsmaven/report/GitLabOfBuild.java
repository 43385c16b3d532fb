package io.github.rootfsmaven.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.rootfsmaven.check.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * GitLab's report of a whole build, {@code rootfs-all-gitlab.json}: a job of GitLab can hand in one such file. What
 * several executions find in one file is told once.
 */
final class GitLabOfBuild implements BuildReport {
    private final GitLabReport own;

    GitLabOfBuild(PathNames paths) {
        own = new GitLabReport(Objects.requireNonNull(paths));
    }

    @Override
    public String file() {
        return "rootfs-all-gitlab.json";
    }

    @Override
    public String part(Report report) {
        return own.text(report);
    }

    @Override
    public String text(List<String> parts) {
        JsonArray issues = new JsonArray();
        Set<String> told = new HashSet<>();
        for (String part : parts) {
            for (JsonElement issue : JsonParser.parseString(part).getAsJsonArray()) {
                if (told.add(issue.getAsJsonObject().get("fingerprint").getAsString())) {
                    issues.add(issue);
                }
            }
        }
        return Json.text(issues);
    }
}
