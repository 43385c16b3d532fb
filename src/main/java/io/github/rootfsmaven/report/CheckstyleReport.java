package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The report in the form of Checkstyle's own, {@code rootfs-checkstyle.xml}, which most tools read (elements and
 * attributes as Checkstyle's {@code XMLLogger} writes them). It knows no suppressed findings, so those are left out.
 */
final class CheckstyleReport implements FileReport {
    private final Run run;

    CheckstyleReport(Run run) {
        this.run = Objects.requireNonNull(run);
    }

    @Override
    public String file() {
        return "rootfs-checkstyle.xml";
    }

    @Override
    public String text(Report report) {
        Map<String, List<Reported>> files = new TreeMap<>();
        for (Reported reported : report.active()) {
            String file = run.paths().inFiles(reported.finding().span().file().path());
            files.computeIfAbsent(file, any -> new ArrayList<>()).add(reported);
        }
        Xml xml = new Xml();
        xml.element(
                "checkstyle",
                () -> files.forEach((file, found) ->
                        xml.element("file", () -> found.forEach(reported -> error(xml, reported)), "name", file)),
                "version",
                run.version());
        return xml.document();
    }

    private static void error(Xml xml, Reported reported) {
        xml.text(
                "error",
                "",
                "line",
                reported.finding().span().startLine(),
                "column",
                reported.finding().span().startColumn(),
                "severity",
                reported.severity() == Severity.NOTE
                        ? "info"
                        : reported.severity().word(),
                "message",
                English.message(reported),
                "source",
                "rootfs." + reported.finding().rule());
    }
}
