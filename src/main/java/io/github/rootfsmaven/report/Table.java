package io.github.rootfsmaven.report;

import java.util.ArrayList;
import java.util.List;

/** Rows whose columns stand below each other, wide characters and ink counted right. */
final class Table {
    private static final String GAP = "  ";

    private final String margin;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A word and how it looks. */
    record Cell(String text, Style.Ink ink) {
        static Cell of(String text) {
            return new Cell(text, null);
        }
    }

    /** An empty table with that margin on the left. */
    Table(String margin) {
        this.margin = margin;
    }

    /** One more row. */
    void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, without blanks at their ends. */
    List<String> lines(Style style) {
        return rows.stream().map(row -> line(row, style)).toList();
    }

    private String line(List<Cell> row, Style style) {
        StringBuilder line = new StringBuilder(margin);
        StringBuilder gap = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            if (!cell.text.isEmpty()) {
                line.append(gap).append(cell.ink == null ? cell.text : style.paint(cell.ink, cell.text));
                gap.setLength(0);
            }
            gap.append(" ".repeat(width(i) - Printable.width(cell.text)));
            gap.append(width(i) == 0 ? "" : GAP);
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> Printable.width(row.get(column).text))
                .max()
                .orElse(0);
    }
}
