package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A report that is a file in the output directory: the same bytes for the same report, whenever and wherever. */
public interface FileReport {

    /** The file's name. */
    String file();

    /** The file's text. */
    String text(Report report);

    /**
     * The reports of those formats that are files.
     *
     * @param run what they report on
     */
    static List<FileReport> of(Set<Format> formats, Run run) {
        List<FileReport> reports = new ArrayList<>();
        if (formats.contains(Format.JSON)) {
            reports.add(new JsonReport(run.version(), run.paths()));
        }
        if (formats.contains(Format.SARIF)) {
            reports.add(new SarifReport(run));
        }
        if (formats.contains(Format.JUNIT)) {
            reports.add(new JUnitReport(run));
        }
        if (formats.contains(Format.GITLAB)) {
            reports.add(new GitLabReport(run.paths()));
        }
        if (formats.contains(Format.CHECKSTYLE)) {
            reports.add(new CheckstyleReport(run));
        }
        return reports;
    }
}
