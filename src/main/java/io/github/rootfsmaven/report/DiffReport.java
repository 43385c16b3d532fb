package io.github.rootfsmaven.report;

import io.github.rootfsmaven.report.Style.Ink;
import io.github.rootfsmaven.text.SourceFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A unified diff as it may be shown: what may be a secret appears as {@code …}. */
public final class DiffReport {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");
    private static final String CUT = "…";

    private final Style style;
    private final Secrets secrets = new Secrets();

    /** Diffs in that style. */
    public DiffReport(Style style) {
        this.style = Objects.requireNonNull(style);
    }

    /** A line as it may be shown, and what it is. */
    record Line(Ink ink, String text) {}

    /** The lines of the diff of one file. */
    public List<String> lines(String diff, SourceFile before, SourceFile after) {
        return masked(diff, before, after).stream()
                .map(line -> line.ink == null ? line.text : style.paint(line.ink, line.text))
                .toList();
    }

    /** The same lines, each with what it is: names and numbers of lines, taken away, added, or without ink the same. */
    List<Line> masked(String diff, SourceFile before, SourceFile after) {
        List<Line> lines = new ArrayList<>();
        int old = 0;
        int fresh = 0;
        boolean inside = false;
        for (String line : diff.split("\n")) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                inside = true;
                old = Integer.parseInt(hunk.group(1));
                fresh = Integer.parseInt(hunk.group(2));
                lines.add(new Line(Ink.FAINT, line));
            } else if (!inside) {
                lines.add(new Line(Ink.STRONG, Printable.text(line)));
            } else if (line.startsWith("-")) {
                lines.add(new Line(Ink.ERROR, "-" + masked(before, old++)));
            } else if (line.startsWith("+")) {
                lines.add(new Line(Ink.GOOD, "+" + masked(after, fresh++)));
            } else if (line.startsWith(" ")) {
                lines.add(new Line(null, (" " + masked(before, old++)).stripTrailing()));
                fresh++;
            } else {
                lines.add(new Line(null, Printable.text(line)));
            }
        }
        return lines;
    }

    private String masked(SourceFile file, int number) {
        String line = file.line(number);
        BitSet hidden = secrets.in(file, number);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (!hidden.get(i)) {
                shown.append(line.charAt(i));
            } else if (i == 0 || !hidden.get(i - 1)) {
                shown.append(CUT);
            }
        }
        return Printable.text(shown.toString());
    }
}
