package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many there are, in words. */
public final class Counts {
    private Counts() {}

    /** Findings by severity, the gravest first: {@code 2 errors, 1 note}. */
    public static Message findings(Report report) {
        List<Message> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            if (report.count(severity) > 0) {
                counts.add(of(report.count(severity), severity));
            }
        }
        return counts.isEmpty() ? Message.of("No findings") : Message.joined(", ", counts);
    }

    /** Containers by verdict: {@code 3 containers (1 open, 2 hardened)}. */
    public static Message containers(Report report) {
        Message total = containers(report.containers().size());
        List<Message> verdicts = Arrays.stream(Verdict.values())
                .filter(verdict -> count(report, verdict) > 0)
                .map(verdict -> of(count(report, verdict), verdict))
                .toList();
        return verdicts.isEmpty() ? total : Message.of("{0} ({1})", total, Message.joined(", ", verdicts));
    }

    private static Message of(long number, Verdict verdict) {
        return switch (verdict) {
            case OPEN -> Message.of("{0} open", number);
            case DEFEATED -> Message.of("{0} defeated", number);
            case BREAKS -> Message.of("{0} breaks", number);
            case UNKNOWN -> Message.of("{0} unknown", number);
            case HARDENED -> Message.of("{0} hardened", number);
        };
    }

    private static Message of(long number, Severity severity) {
        return switch (severity) {
            case ERROR -> Message.of(number == 1 ? "{0} error" : "{0} errors", number);
            case WARNING -> Message.of(number == 1 ? "{0} warning" : "{0} warnings", number);
            default -> Message.of(number == 1 ? "{0} note" : "{0} notes", number);
        };
    }

    /** {@code 1 container}, {@code 2 containers}. */
    public static Message containers(long number) {
        return Message.of(number == 1 ? "{0} container" : "{0} containers", number);
    }

    /** {@code 1 place}, {@code 2 places}. */
    public static Message places(long number) {
        return Message.of(number == 1 ? "{0} place" : "{0} places", number);
    }

    private static long count(Report report, Verdict verdict) {
        return report.containers().stream()
                .filter(judged -> judged.verdict() == verdict)
                .count();
    }
}
