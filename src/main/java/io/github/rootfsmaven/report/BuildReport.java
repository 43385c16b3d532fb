package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A report file of a whole build: its runs, each as it wrote itself down. What a run writes down is text, for modules of
 * one build may have class loaders of their own.
 */
public interface BuildReport {

    /** The file's name, which no run of its own has. */
    String file();

    /** What one run adds. */
    String part(Report report);

    /** The file's text. */
    String text(List<String> parts);

    /** The reports of those formats whose readers want one file; the others are read file by file. */
    static List<BuildReport> of(Set<Format> formats, Run run) {
        List<BuildReport> reports = new ArrayList<>();
        if (formats.contains(Format.JSON)) {
            reports.add(new JsonOfBuild(run));
        }
        if (formats.contains(Format.SARIF)) {
            reports.add(new SarifOfBuild(run));
        }
        if (formats.contains(Format.GITLAB)) {
            reports.add(new GitLabOfBuild(run.paths()));
        }
        return reports;
    }
}
