package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Baseline;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.Message;
import java.util.List;
import java.util.stream.Collectors;

/** The report for the person in front of the build: each finding with its line, its cause and its remedy, then one line that counts. */
public final class ConsoleReport {
    /** What is said where there is nothing to look at. */
    public static final Message NOTHING = Message.of("Nothing to check: no Compose file and no Dockerfile");

    private final Console console;
    private final Style style;
    private final PathNames paths;
    private final CommandLine commands;
    private final Language language;
    private final Secrets secrets = new Secrets();

    /** A report on that screen. */
    public ConsoleReport(Screen screen) {
        console = screen.console();
        style = screen.style();
        paths = screen.paths();
        commands = screen.commands();
        language = screen.language();
    }

    /**
     * Prints a report.
     *
     * @param fails whether the build fails now, which says by itself what to do next
     */
    public void print(Report report, boolean fails) {
        if (report.isEmpty() && report.read().isEmpty()) {
            console.info(NOTHING.in(language));
        } else {
            report.active().forEach(this::finding);
            counts(report, fails);
        }
        if (!report.unchecked().isEmpty()) {
            String files = report.unchecked().stream().map(paths::onConsole).collect(Collectors.joining(", "));
            console.info(
                    Message.of("Compose files seen but not checked: {0}", files).in(language));
        }
    }

    private void finding(Reported reported) {
        Finding finding = reported.finding();
        Severity severity = reported.severity();
        Excerpt excerpt = Excerpt.of(finding.span(), secrets);
        String number = String.valueOf(finding.span().startLine());
        String margin = " ".repeat(number.length() + 1);
        say(
                severity,
                style.paint(Ink.STRONG, paths.onConsole(finding.span())) + ": "
                        + style.paint(severity, Words.of(severity).in(language) + "[" + finding.rule() + "]")
                        + " "
                        + style.paint(
                                Ink.STRONG, Printable.text(finding.message().in(language))));
        say(severity, faint(" " + number + " |") + space(excerpt.line()));
        say(severity, faint(margin + " |") + " " + style.paint(severity, excerpt.carets()));
        for (Finding.Related related : finding.related()) {
            String place = paths.onConsole(related.span());
            say(
                    severity,
                    faint(margin + " =") + " " + place + ": "
                            + Printable.text(related.message().in(language)));
        }
        String fix = Message.of("fix: ").in(language);
        String lead = faint(margin + " =") + " " + fix;
        for (String line : finding.fix().in(language).lines().toList()) {
            say(severity, (lead + Printable.text(line)).stripTrailing());
            lead = margin + "        ";
        }
        say(severity, "");
    }

    private void counts(Report report, boolean fails) {
        int suppressed = report.findings().size() - report.active().size();
        Message findings =
                report.active().isEmpty() && suppressed > 0 ? Message.of("No other findings") : Counts.findings(report);
        String found = style.paint(worst(report), findings.in(language));
        Message containers = suppressed == 0
                ? Counts.containers(report)
                : Message.of("{0}, {1} suppressed", Counts.containers(report), suppressed);
        Message next = fails ? Message.nothing() : next(report);
        console.info(Message.of("{0} in {1}.{2}", found, containers, next).in(language));
        int fixed = report.fixed().stream().mapToInt(Baseline.Entry::count).sum();
        if (fixed > 0) {
            String prune = commands.goal("baseline") + " -Drootfs.prune";
            Message told = fixed == 1
                    ? Message.of(
                            "1 finding of the baseline is fixed, and could come back unnoticed. Take it out: {0}",
                            prune)
                    : Message.of(
                            "{0} findings of the baseline are fixed, and could come back unnoticed. Take them out: {1}",
                            fixed, prune);
            console.warning(told.in(language));
        }
    }

    /** What to do next. */
    private Message next(Report report) {
        String show = commands.goal("show");
        if (report.active().isEmpty()) {
            return Message.of(" See what can be written: {0}", show);
        }
        String explain = commands.explain(rule(report));
        return report.canBeHardened()
                ? Message.of(" Explain a finding: {0} - Write the fix: {1}", explain, commands.goal("harden"))
                : Message.of(" Explain a finding: {0} - See what can be written: {1}", explain, show);
    }

    /** The rule of the gravest finding, the one to read about first. */
    private static String rule(Report report) {
        Reported gravest = report.active().get(0);
        for (Reported reported : report.active()) {
            gravest = reported.severity().compareTo(gravest.severity()) < 0 ? reported : gravest;
        }
        return gravest.finding().rule();
    }

    private static Ink worst(Report report) {
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            if (report.count(severity) > 0) {
                return Style.ink(severity);
            }
        }
        return Ink.GOOD;
    }

    private void say(Severity severity, String line) {
        console.say(severity, line);
    }

    private String faint(String text) {
        return style.paint(Ink.FAINT, text);
    }

    private static String space(String text) {
        return text.isEmpty() ? "" : " " + text;
    }
}
