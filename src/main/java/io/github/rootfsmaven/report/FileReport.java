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
     * @param version the plugin's
     * @param paths how files are called
     */
    static List<FileReport> of(Set<Format> formats, String version, PathNames paths) {
        List<FileReport> reports = new ArrayList<>();
        if (formats.contains(Format.JSON)) {
            reports.add(new JsonReport(version, paths));
        }
        return reports;
    }
}
