package io.github.rootfsmaven.report;

import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The line a finding is on and the carets below its stretch. Tabs, wide characters and characters that must not be
 * printed keep the carets in place; a long line is cut around the stretch; secrets appear as {@code …}.
 */
final class Excerpt {
    /** The most columns of a line that are shown. */
    private static final int WIDTH = 96;

    private static final String CUT = "…";

    /** Something that is printed as a whole; {@code marked} if the stretch covers it. */
    private record Cell(String text, int width, boolean marked) {}

    private final List<Cell> cells;
    private final String line;
    private final String carets;

    private Excerpt(List<Cell> cells, String line, String carets) {
        this.cells = cells;
        this.line = line;
        this.carets = carets;
    }

    /** The first line of a stretch. */
    static Excerpt of(Span span, Secrets secrets) {
        List<Cell> cells = cut(cells(span, secrets.in(span)));
        StringBuilder line = new StringBuilder();
        StringBuilder carets = new StringBuilder();
        for (Cell cell : cells) {
            line.append(cell.text);
            carets.append((cell.marked ? "^" : " ").repeat(cell.width));
        }
        return new Excerpt(
                cells, line.toString().stripTrailing(), carets.toString().stripTrailing());
    }

    /** The line as it may be printed. */
    String line() {
        return line;
    }

    /** Carets below the stretch. */
    String carets() {
        return carets;
    }

    /** The line up to the stretch, the stretch, and what is behind it, for where carets are not needed. */
    List<String> parts() {
        List<StringBuilder> parts = List.of(new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (Cell cell : cells) {
            int part = cell.marked ? 1 : parts.get(1).isEmpty() ? 0 : 2;
            parts.get(part).append(cell.text);
        }
        return parts.stream().map(StringBuilder::toString).toList();
    }

    private static List<Cell> cells(Span span, BitSet hidden) {
        String line = span.file().line(span.startLine());
        int end = span.endLine() > span.startLine() ? Integer.MAX_VALUE : span.endColumn();
        List<Cell> cells = new ArrayList<>();
        // a line can be a megabyte long; more than twice the room on either side is never shown
        int skipped = Math.min(Math.max(0, span.startColumn() - 1 - 2 * WIDTH), line.codePointCount(0, line.length()));
        int start = line.offsetByCodePoints(0, skipped);
        int last = span.startColumn() + 2 * WIDTH;
        int column = 1 + skipped;
        int width = 0;
        for (int i = start;
                i < line.length() && column < last;
                i += Character.charCount(line.codePointAt(i)), column++) {
            boolean marked = column == span.startColumn() || (column >= span.startColumn() && column < end);
            int c = line.codePointAt(i);
            if (hidden.get(i) && i > start && hidden.get(i - 1)) {
                Cell before = cells.remove(cells.size() - 1);
                cells.add(new Cell(before.text, before.width, before.marked || marked));
                continue;
            }
            String text = hidden.get(i) ? CUT : c == '\t' ? " ".repeat(4 - width % 4) : Printable.codePoint(c);
            cells.add(new Cell(text, Printable.width(text), marked));
            width += Printable.width(text);
        }
        if (span.startColumn() >= column) {
            cells.add(new Cell(" ", 1, true));
        }
        return cells;
    }

    private static List<Cell> cut(List<Cell> cells) {
        if (width(cells) <= WIDTH) {
            return cells;
        }
        int first = 0;
        while (!cells.get(first).marked) {
            first++;
        }
        int from = first;
        // a third of the room before the stretch, but the line's start if that fits, too
        for (int before = 0; from > 0 && before < WIDTH / 3; from--) {
            before += cells.get(from - 1).width;
        }
        if (width(cells.subList(0, first)) < WIDTH / 2) {
            from = 0;
        }
        int to = from;
        for (int width = 0; to < cells.size() && width + cells.get(to).width <= WIDTH; to++) {
            width += cells.get(to).width;
        }
        List<Cell> shown = new ArrayList<>(cells.subList(from, to));
        if (from > 0) {
            shown.add(0, new Cell(CUT, 1, false));
        }
        if (to < cells.size()) {
            shown.add(new Cell(CUT, 1, false));
        }
        return shown;
    }

    private static int width(List<Cell> cells) {
        return cells.stream().mapToInt(Cell::width).sum();
    }
}
