package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A project as the template shows it.
 *
 * @param state the gravest verdict's style, {@code nothing} where there is no container
 * @param headline how many containers are hardened
 * @param outcome whether the build fails
 * @param bars the verdicts as widths of a bar, 1000 in all
 * @param failing the findings that fail the build
 * @param many whether there is more than one container
 * @param others findings that are about no container
 * @param fix what harden would write
 */
record HtmlPage(
        String state,
        String headline,
        String outcome,
        boolean fails,
        boolean empty,
        List<Count> counts,
        List<Bar> bars,
        List<HtmlContainer.Tally> legend,
        List<HtmlFinding> failing,
        List<Unread> notRead,
        boolean many,
        List<HtmlContainer> containers,
        List<HtmlFinding> others,
        List<HtmlFinding> suppressed,
        HtmlFix fix,
        List<String> read,
        List<String> unchecked,
        List<String> off,
        String explain) {
    private static final int MOST_IN_SIGHT = 8;

    /** Whether there is such a list at all: a template cannot ask a list that. */
    boolean anyNotRead() {
        return !notRead.isEmpty();
    }

    /** The same of the findings about no container. */
    boolean anyOthers() {
        return !others.isEmpty();
    }

    /** The same of what is suppressed. */
    boolean anySuppressed() {
        return !suppressed.isEmpty();
    }

    /** The same of the files. */
    boolean anyRead() {
        return !read.isEmpty();
    }

    /** The same of files that were not checked. */
    boolean anyUnchecked() {
        return !unchecked.isEmpty();
    }

    /** The same of rules that are off. */
    boolean anyOff() {
        return !off.isEmpty();
    }

    /** Whether the findings that fail the build are too many to be listed before the containers. */
    boolean foldsFailing() {
        return failing.size() > MOST_IN_SIGHT;
    }

    /** How many findings fail the build. */
    int failingNumber() {
        return failing.size();
    }

    /** Whether there is a picture to explain. */
    boolean anyLegend() {
        return !legend.isEmpty();
    }

    /** How many are suppressed. */
    int suppressedNumber() {
        return suppressed.size();
    }

    /** How many findings there are of a severity. */
    record Count(String severity, String label, String number) {}

    /** A verdict's share. */
    record Bar(String verdict, String word, String number, String x, String width) {}

    /** What could not be read. */
    record Unread(String place, String reason, String hint) {}

    static HtmlPage of(
            Report report,
            Severity failOn,
            Optional<FileEdits> fix,
            HtmlWords words,
            PathNames paths,
            CommandLine commands) {
        HtmlPlaces places = new HtmlPlaces(paths);
        Secrets secrets = new Secrets();
        List<HtmlFinding> findings = IntStream.range(0, report.findings().size())
                .mapToObj(i -> HtmlFinding.of("f" + (i + 1), report.findings().get(i), words, places, secrets))
                .toList();
        Select select = new Select(report, findings);
        List<HtmlContainer> containers = new ArrayList<>();
        for (Judged judged : report.containers()) {
            containers.add(
                    HtmlContainer.of("c" + (containers.size() + 1), judged, select.activeIn(judged), words, places));
        }
        List<HtmlFinding> failing = select.failing(failOn);
        return new HtmlPage(
                Arrays.stream(Verdict.values())
                        .filter(verdict -> count(report, verdict) > 0)
                        .findFirst()
                        .map(Verdict::word)
                        .orElse("nothing"),
                words.say(Message.of(
                        "{0} of {1} hardened",
                        count(report, Verdict.HARDENED), report.containers().size())),
                outcome(failing.size(), failOn, words),
                !failing.isEmpty(),
                report.isEmpty() && report.read().isEmpty(),
                counts(report, words),
                bars(report, words),
                legend(report, words),
                failing,
                report.notRead().stream()
                        .map(problem -> unread(problem, words, places))
                        .toList(),
                containers.size() > 1,
                containers,
                select.aboutNone(),
                select.suppressed(),
                HtmlFix.of(fix, words, places, paths, commands),
                report.read().stream().map(places::of).toList(),
                report.unchecked().stream().map(places::of).toList(),
                report.rulesOff(),
                commands.explain("<id>"));
    }

    /** The states that occur, with what they mean. */
    private static List<HtmlContainer.Tally> legend(Report report, HtmlWords words) {
        Set<Picture.State> states = EnumSet.noneOf(Picture.State.class);
        report.containers().stream()
                .flatMap(judged -> Picture.of(judged).root().all())
                .map(Picture.Place::state)
                .forEach(states::add);
        return states.stream()
                .map(state -> new HtmlContainer.Tally(state.id(), words.say(state.word()), words.meaning(state)))
                .toList();
    }

    /** Finds what the template shows of findings; both lists have the same order. */
    private record Select(Report report, List<HtmlFinding> findings) {
        List<HtmlFinding> where(Predicate<Reported> holds) {
            return IntStream.range(0, findings.size())
                    .filter(i -> holds.test(report.findings().get(i)))
                    .mapToObj(findings::get)
                    .toList();
        }

        List<HtmlFinding> activeIn(Judged judged) {
            return byGravity(where(reported -> reported.isActive()
                    && reported.finding()
                            .container()
                            .filter(judged.container()::equals)
                            .isPresent()));
        }

        List<HtmlFinding> aboutNone() {
            return byGravity(where(reported ->
                    reported.isActive() && reported.finding().container().isEmpty()));
        }

        List<HtmlFinding> failing(Severity failOn) {
            return byGravity(where(reported -> failOn != Severity.OFF
                    && reported.isActive()
                    && reported.severity().atLeast(failOn)));
        }

        List<HtmlFinding> suppressed() {
            return where(reported -> !reported.isActive());
        }

        private static List<HtmlFinding> byGravity(List<HtmlFinding> found) {
            return found.stream()
                    .sorted(Comparator.comparing(
                            finding -> Severity.of(finding.severity()).orElseThrow()))
                    .toList();
        }
    }

    private static String outcome(int failing, Severity failOn, HtmlWords words) {
        if (failOn == Severity.OFF) {
            return words.say(Message.of("No finding fails the build: failOn is never."));
        }
        return words.say(
                failing == 0
                        ? Message.of("The build goes on: no finding is at or above {0}.", failOn.word())
                        : Message.of("The build fails. Findings at or above {1}: {0}", failing, failOn.word()));
    }

    private static List<Count> counts(Report report, HtmlWords words) {
        List<Count> counts = new ArrayList<>();
        counts.add(count(report, Severity.ERROR, Message.of("Errors"), words));
        counts.add(count(report, Severity.WARNING, Message.of("Warnings"), words));
        counts.add(count(report, Severity.NOTE, Message.of("Notes"), words));
        long suppressed = report.findings().size() - report.active().size();
        counts.add(new Count("suppressed", words.say(Message.of("Suppressed")), String.valueOf(suppressed)));
        return counts;
    }

    private static Count count(Report report, Severity severity, Message label, HtmlWords words) {
        return new Count(severity.word(), words.say(label), String.valueOf(report.count(severity)));
    }

    private static List<Bar> bars(Report report, HtmlWords words) {
        List<Bar> bars = new ArrayList<>();
        int total = report.containers().size();
        long before = 0;
        for (Verdict verdict : Verdict.values()) {
            long number = count(report, verdict);
            if (number > 0) {
                bars.add(new Bar(
                        verdict.word(),
                        words.word(verdict),
                        String.valueOf(number),
                        String.valueOf(before * 1000 / total),
                        String.valueOf((before + number) * 1000 / total - before * 1000 / total)));
            }
            before += number;
        }
        return bars;
    }

    private static long count(Report report, Verdict verdict) {
        return report.containers().stream()
                .filter(judged -> judged.verdict() == verdict)
                .count();
    }

    private static Unread unread(Problem problem, HtmlWords words, HtmlPlaces places) {
        return new Unread(places.of(problem.where()), words.say(problem.message()), words.say(problem.hint()));
    }
}
