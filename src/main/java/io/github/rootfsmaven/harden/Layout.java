package io.github.rootfsmaven.harden;

import java.util.List;

/** Where the lines of a text are, and how they are indented and end. Places are indices of UTF-16 units. */
final class Layout {
    private final String text;
    private final String lineBreak;

    Layout(String text) {
        this.text = text;
        int first = text.indexOf('\n');
        this.lineBreak = first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    String text() {
        return text;
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** The place of the line's break, or the end of the text. */
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            return text.length();
        }
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Where the next line begins, or the end of the text. */
    int nextLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** How many characters stand before it in its line. */
    int column(int at) {
        return at - lineStart(at);
    }

    /** Whether only blanks stand before it in its line. */
    boolean isFirst(int at) {
        return text.substring(lineStart(at), at).isBlank();
    }

    /** What stands behind it in its line. */
    String rest(int at) {
        return text.substring(at, lineEnd(at));
    }

    /**
     * Where lines behind a value go: behind its line, and behind the comments that follow at once and are indented more
     * than a column, because those belong to the value.
     */
    int behind(int end, int column) {
        // a block of lines that keeps blank ones ends where the next line begins
        int at = end > 0 && text.charAt(end - 1) == '\n' ? end : nextLine(end);
        while (at < text.length()) {
            String line = rest(at);
            String content = line.stripLeading();
            if (!content.startsWith("#") || line.length() - content.length() <= column) {
                break;
            }
            at = nextLine(at);
        }
        return at;
    }

    /** The text that puts whole lines at a place that {@link #behind} gave. */
    String lines(int at, List<String> lines) {
        boolean open = at == text.length() && at > 0 && text.charAt(at - 1) != '\n';
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            all.append(open ? lineBreak(at) : "").append(line).append(open ? "" : lineBreak(at));
        }
        return all.toString();
    }

    /** How the line before a place ends. */
    String lineBreak(int at) {
        int end = text.lastIndexOf('\n', at - 1);
        if (end < 0) {
            return lineBreak;
        }
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    /** Whether the line before one that begins at a place is blank. */
    boolean isBlankBefore(int lineStart) {
        boolean open = lineStart > 0 && text.charAt(lineStart - 1) != '\n';
        return !open
                && lineStart > 0
                && text.substring(lineStart(lineStart - 1), lineStart).isBlank();
    }
}
