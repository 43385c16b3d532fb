package io.github.rootfsmaven.report;

import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.report.Table.Cell;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rules for reading in a terminal. */
public final class RuleReport {
    /** The most columns of a line of prose. */
    private static final int WIDTH = 96;

    private final Style style;
    private final Language language;

    /** A report in that style, in English. */
    public RuleReport(Style style) {
        this(style, Language.EN);
    }

    /** A report in that style. */
    public RuleReport(Style style, Language language) {
        this.language = Objects.requireNonNull(language);
        this.style = Objects.requireNonNull(style);
    }

    /** A rule's page, with its headings and fences made for a terminal. */
    public List<String> page(RulePage page) {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : page.markdown().strip().split("\\R", -1)) {
            if (line.startsWith("```")) {
                code = !code;
                String[] fence = line.substring(3).strip().split("\\s+", 2);
                if (code && fence.length == 2) {
                    lines.add(style.paint(Ink.FAINT, "    " + fence[1] + ":"));
                }
            } else if (code) {
                lines.add(("    " + line).stripTrailing());
            } else if (line.startsWith("#")) {
                lines.add(style.paint(Ink.STRONG, line.replaceFirst("^#+\\s*", "")));
            } else if (line.startsWith("|")) {
                row(line, lines);
            } else {
                wrap(plain(line), lines);
            }
        }
        return lines;
    }

    /** One line for each rule: id, severity, title. */
    public List<String> list(List<RulePage> pages, CommandLine commands) {
        Table table = new Table("");
        for (RulePage page : pages) {
            table.row(
                    new Cell(page.id(), Ink.STRONG),
                    Cell.of(plain(page.facts().getOrDefault("Severity", ""))),
                    Cell.of(plain(page.title())));
        }
        List<String> lines = new ArrayList<>(table.lines(style));
        lines.add("");
        lines.add(Message.of("A rule's page: {0}", commands.explain("<id>")).in(language));
        return lines;
    }

    /** Breaks prose between words; what belongs to a list's item stays below its text. */
    private static void wrap(String text, List<String> lines) {
        String indent = text.startsWith("- ") ? "  " : "";
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
    }

    private static void row(String line, List<String> lines) {
        if (line.matches("[|\\s:-]*")) {
            return;
        }
        String[] cells = line.replaceAll("^\\|\\s*|\\s*\\|\\s*$", "").split("\\s*\\|\\s*", 2);
        wrap(plain(cells.length == 2 ? cells[0] + ": " + cells[1] : cells[0]), lines);
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "").replace("**", "");
    }
}
