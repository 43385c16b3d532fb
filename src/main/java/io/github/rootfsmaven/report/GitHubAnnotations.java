package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Lines that GitHub's runner makes annotations of: commands and their escapes as {@code actions/toolkit} writes them
 * ({@code packages/core/src/command.ts}) and {@code actions/runner} reads them ({@code ActionCommand.TryParseV2}). The
 * runner takes a command only at the start of a line.
 */
public final class GitHubAnnotations {
    private final PathNames paths;

    /** Annotations of files that are called so in the repository. */
    public GitHubAnnotations(PathNames paths) {
        this.paths = Objects.requireNonNull(paths);
    }

    /** Prints a line for each finding that counts. */
    public void print(Report report, Screen screen) {
        report.active().stream()
                .map(Reported::severity)
                .min(Comparator.naturalOrder())
                .ifPresent(gravest ->
                        screen.console().commands(gravest, screen.say(Message.of("For GitHub:")), lines(report)));
    }

    List<String> lines(Report report) {
        return report.active().stream().map(this::line).toList();
    }

    private String line(Reported reported) {
        Span span = reported.finding().span();
        StringBuilder line = new StringBuilder("::").append(command(reported.severity()));
        line.append(" file=")
                .append(property(Printable.text(paths.inFiles(span.file().path()))));
        line.append(",line=").append(span.startLine());
        // GitHub knows columns only within one line
        if (span.startLine() == span.endLine()) {
            line.append(",endLine=").append(span.endLine());
            line.append(",col=").append(span.startColumn());
            line.append(",endColumn=").append(span.endColumn());
        } else {
            line.append(",endLine=").append(span.endLine());
        }
        line.append(",title=").append(property("rootfs: " + reported.finding().rule()));
        return line.append("::").append(data(English.messageAndFix(reported))).toString();
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE, OFF -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
