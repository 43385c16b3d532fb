package io.github.rootfsmaven.report;

import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.harden.Question;
import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.text.Located;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code harden} would write, as the template shows it.
 *
 * @param known whether that can be said; it cannot where a Compose file is broken
 * @param command what to run for it
 */
record HtmlFix(boolean known, List<Diff> diffs, List<Asked> questions, String command) {
    /** Whether harden changes anything. */
    boolean anyDiffs() {
        return !diffs.isEmpty();
    }

    /** Whether anything is left to the user. */
    boolean anyQuestions() {
        return !questions.isEmpty();
    }

    /** The changes of one file. */
    record Diff(String file, long added, long removed, List<Line> lines) {}

    /** A line of a diff: its style, the sign in front, the text. */
    record Line(String kind, String text) {}

    /** What is left to the user. */
    record Asked(String name, String place, List<HtmlWords.Piece> sentence, List<HtmlWords.Piece> answer) {
        boolean anyAnswer() {
            return !answer.isEmpty();
        }
    }

    static HtmlFix of(
            Optional<FileEdits> edits, HtmlWords words, HtmlPlaces places, PathNames paths, CommandLine commands) {
        DiffReport report = new DiffReport(Style.PLAIN);
        return new HtmlFix(
                edits.isPresent(),
                edits.stream()
                        .flatMap(all -> all.files().stream())
                        .map(edit -> diff(edit, report, places, paths.root()))
                        .toList(),
                edits.stream()
                        .flatMap(all -> all.plans().stream())
                        .map(Plan::questions)
                        .flatMap(List::stream)
                        .map(question -> asked(question, words, places))
                        .distinct()
                        .toList(),
                commands.goal("harden"));
    }

    private static Diff diff(FileEdits.Rewritten edit, DiffReport report, HtmlPlaces places, Path root) {
        List<Line> lines = report.masked(edit.diff(root), edit.file(), edit.after()).stream()
                .filter(line -> line.ink() != Ink.STRONG)
                .map(line -> new Line(kind(line.ink()), line.text()))
                .toList();
        return new Diff(places.of(edit.file().path()), count(lines, "new"), count(lines, "gone"), lines);
    }

    private static long count(List<Line> lines, String kind) {
        return lines.stream().filter(line -> line.kind.equals(kind)).count();
    }

    private static String kind(Ink ink) {
        if (ink == null) {
            return "same";
        }
        return switch (ink) {
            case ERROR -> "gone";
            case GOOD -> "new";
            default -> "hunk";
        };
    }

    private static Asked asked(Question question, HtmlWords words, HtmlPlaces places) {
        return new Asked(
                question.container()
                        .name()
                        .map(Located::shown)
                        .map(Printable::text)
                        .orElse(""),
                places.of(question.place()),
                HtmlWords.pieces(words.say(question.sentence())),
                HtmlWords.pieces(words.say(question.answer())));
    }
}
