package io.github.rootfsmaven.harden;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two texts, in the form that {@code git apply} and {@code patch -p1} take (POSIX {@code diff -u};
 * names as git's {@code quote_c_style} and its tab behind a name with a blank).
 */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final StringBuilder out = new StringBuilder();
    private final List<String> before;
    private final List<String> after;

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The difference; empty if there is none.
     *
     * @param name the file's path from where the patch will be applied, with forward slashes
     */
    public static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
        diff.out.append("--- ").append(name("a/" + name)).append('\n');
        diff.out.append("+++ ").append(name("b/" + name)).append('\n');
        List<LineDifference.Run> runs = LineDifference.of(diff.before, diff.after);
        int first = 0;
        while (first < runs.size()) {
            int last = first;
            while (last + 1 < runs.size()
                    && runs.get(last + 1).oldStart() - runs.get(last).oldEnd() <= 2 * CONTEXT) {
                last++;
            }
            diff.hunk(runs.subList(first, last + 1));
            first = last + 1;
        }
        return diff.out.toString();
    }

    private void hunk(List<LineDifference.Run> runs) {
        LineDifference.Run first = runs.get(0);
        LineDifference.Run last = runs.get(runs.size() - 1);
        int lead = Math.min(CONTEXT, first.oldStart());
        int trail = Math.min(CONTEXT, before.size() - last.oldEnd());
        out.append("@@ -")
                .append(range(first.oldStart() - lead, last.oldEnd() + trail))
                .append(" +")
                .append(range(first.newStart() - lead, last.newEnd() + trail))
                .append(" @@\n");
        int at = first.oldStart() - lead;
        for (LineDifference.Run run : runs) {
            lines(' ', before, at, run.oldStart());
            lines('-', before, run.oldStart(), run.oldEnd());
            lines('+', after, run.newStart(), run.newEnd());
            at = run.oldEnd();
        }
        lines(' ', before, at, at + trail);
    }

    /** An empty stretch is named by the line before it. */
    private static String range(int start, int end) {
        int count = end - start;
        return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
    }

    private void lines(char sign, List<String> lines, int start, int end) {
        for (String line : lines.subList(start, end)) {
            out.append(sign).append(line);
            if (!line.endsWith("\n")) {
                out.append("\n\\ No newline at end of file\n");
            }
        }
    }

    /** Lines with their ends, which a carriage return belongs to. */
    /** A text's lines with their breaks. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static String name(String path) {
        StringBuilder quoted = new StringBuilder();
        boolean special = false;
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            int c = octet & 0xFF;
            if (c == '"' || c == '\\') {
                special = true;
                quoted.append('\\').append((char) c);
            } else if (c < 0x20 || c >= 0x7F) {
                special = true;
                quoted.append("\\%03o".formatted(c));
            } else {
                quoted.append((char) c);
            }
        }
        if (special) {
            return "\"" + quoted + "\"";
        }
        return path.indexOf(' ') < 0 ? path : path + "\t";
    }
}
