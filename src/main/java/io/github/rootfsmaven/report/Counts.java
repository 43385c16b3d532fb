package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How many there are, in words. */
public final class Counts {
    private Counts() {}

    /** Findings by severity, the gravest first: {@code 2 errors, 1 note}. */
    public static String findings(Report report) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            if (report.count(severity) > 0) {
                counts.add(of(report.count(severity), severity.word()));
            }
        }
        return counts.isEmpty() ? "No findings" : String.join(", ", counts);
    }

    /** Containers by verdict: {@code 3 containers (1 open, 2 hardened)}. */
    public static String containers(Report report) {
        String total = of(report.containers().size(), "container");
        String verdicts = Arrays.stream(Verdict.values())
                .filter(verdict -> count(report, verdict) > 0)
                .map(verdict -> count(report, verdict) + " " + verdict.word())
                .collect(Collectors.joining(", "));
        return verdicts.isEmpty() ? total : total + " (" + verdicts + ")";
    }

    /** {@code 1 error}, {@code 2 errors}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static long count(Report report, Verdict verdict) {
        return report.containers().stream()
                .filter(judged -> judged.verdict() == verdict)
                .count();
    }
}
