package io.github.rootfsmaven.report;

import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.report.Table.Cell;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for reading in a terminal. */
public final class RuleReport {
    /** The most columns of a line of prose. */
    private static final int WIDTH = 96;

    private static final Map<String, Message> FACTS = Map.of(
            "Severity", Message.of("Severity"),
            "Since", Message.of("Since"),
            "Tags", Message.of("Tags"));

    private static final String WIDE = "\\u3000-\\u9fff\\uff00-\\uffef";

    /** No line begins with closing punctuation or a small kana, and none ends with an opening bracket. */
    private static final String CLOSING =
            "\\u3001\\u3002\\u30fc\\uff09\\u300d\\uff1f\\u3083\\u3085\\u3087\\u3063\\u30e3\\u30e5\\u30e7\\u30c3";

    private static final String OPENING = "\\uff08\\u300c";

    /** Blanks, and what stays in one line: a word, or one wide character with the punctuation around it. */
    private static final Pattern PIECE = Pattern.compile("( *)([" + OPENING + "]*(?:[" + WIDE + "&&[^" + OPENING
            + "]]|[^ " + WIDE + "]+)[" + CLOSING + "]*|[" + OPENING + "]+)");

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

    /** Breaks prose between words, or Japanese characters; what belongs to a list's item stays below its text. */
    private static void wrap(String text, List<String> lines) {
        String indent = text.startsWith("- ") ? "  " : "";
        StringBuilder line = new StringBuilder();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            String blanks = line.isEmpty() ? "" : piece.group(1);
            String word = piece.group(2);
            int width = Printable.width(line.toString()) + blanks.length() + Printable.width(word);
            if (line.length() > indent.length() && width > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent).append(word);
            } else {
                line.append(blanks).append(word);
            }
        }
        lines.add(line.toString());
    }

    private void row(String line, List<String> lines) {
        if (line.matches("[|\\s:-]*")) {
            return;
        }
        String[] cells = line.replaceAll("^\\|\\s*|\\s*\\|\\s*$", "").split("\\s*\\|\\s*", 2);
        wrap(plain(cells.length == 2 ? fact(cells[0]) + ": " + cells[1] : cells[0]), lines);
    }

    /** What a fact is called; the pages have it in English in every language. */
    private String fact(String name) {
        return FACTS.getOrDefault(name, Message.verbatim(name)).in(language);
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "").replace("**", "");
    }
}
