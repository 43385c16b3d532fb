package io.github.rootfsmaven.report;

import io.github.rootfsmaven.harden.Alternative;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.harden.Question;
import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a fix leaves to the user, and what could be done instead. */
public final class QuestionReport {
    private final Style style;
    private final PathNames paths;
    private final Language language;

    /** A report in that style. */
    public QuestionReport(Style style, PathNames paths, Language language) {
        this.language = Objects.requireNonNull(language);
        this.style = Objects.requireNonNull(style);
        this.paths = Objects.requireNonNull(paths);
    }

    /** The questions of plans, each with its place, and with what to do. */
    public List<String> lines(List<Plan> plans) {
        Set<List<String>> told = new LinkedHashSet<>();
        for (Plan plan : plans) {
            plan.questions().forEach(question -> told.add(lines(question)));
        }
        List<String> lines = new ArrayList<>();
        if (!told.isEmpty()) {
            lines.add(style.paint(Ink.STRONG, Message.of("Left to you:").in(language)));
            told.forEach(lines::addAll);
        }
        Set<String> alternatives = new LinkedHashSet<>();
        plans.forEach(plan -> plan.alternatives().forEach(alternative -> alternatives.add(line(alternative))));
        if (!alternatives.isEmpty()) {
            lines.add(style.paint(Ink.STRONG, Message.of("Instead of a mount:").in(language)));
            lines.addAll(alternatives);
        }
        return lines;
    }

    private String line(Alternative alternative) {
        String name = alternative.container().name().map(Located::shown).orElse("");
        return "  " + style.paint(Ink.STRONG, Printable.text(name)) + "  "
                + style.paint(
                        Ink.FAINT, paths.onConsole(alternative.write().path().span())) + "  "
                + Printable.text(
                        alternative.path() + ": " + alternative.setting().in(language));
    }

    private List<String> lines(Question question) {
        List<String> lines = new ArrayList<>();
        String name = question.container().name().map(Located::shown).orElse("");
        lines.add("  " + style.paint(Ink.STRONG, Printable.text(name)) + "  "
                + style.paint(Ink.FAINT, paths.onConsole(question.place())) + "  "
                + Printable.text(question.sentence().in(language)));
        question.answer().in(language).lines().forEach(line -> lines.add("      " + Printable.text(line)));
        return lines;
    }
}
