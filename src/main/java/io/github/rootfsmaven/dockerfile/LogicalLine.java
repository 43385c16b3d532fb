package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.Arrays;

/** The characters of one instruction, continuations taken out, each with its place in the file. */
final class LogicalLine {
    private final SourceFile file;
    private final String text;
    private final int[] places;
    private final int end;

    /** {@code end} is the place behind the last character; it matters where there is none. */
    private LogicalLine(SourceFile file, String text, int[] places, int end) {
        this.file = file;
        this.text = text;
        this.places = places;
        this.end = end;
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    char at(int index) {
        return text.charAt(index);
    }

    boolean spaceAt(int index) {
        return isSpace(text.charAt(index));
    }

    Span span() {
        return span(0, text.length());
    }

    Span span(int from, int to) {
        if (from < to) {
            return file.between(places[from], places[to - 1] + 1);
        }
        return file.at(from < places.length ? places[from] : end);
    }

    Word word(int from, int to) {
        return new Word(text.substring(from, to), span(from, to));
    }

    Word word() {
        return word(0, text.length());
    }

    LogicalLine slice(int from, int to) {
        int behind = from < to ? places[to - 1] + 1 : from < places.length ? places[from] : end;
        return new LogicalLine(file, text.substring(from, to), Arrays.copyOfRange(places, from, to), behind);
    }

    LogicalLine strip() {
        int from = 0;
        int to = text.length();
        while (from < to && spaceAt(from)) {
            from++;
        }
        while (to > from && spaceAt(to - 1)) {
            to--;
        }
        return slice(from, to);
    }

    /** As Go's {@code unicode.IsSpace}, which differs from Java's idea of white space in the no-break spaces. */
    static boolean isSpace(int c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
    }

    /** The blanks that separate arguments: BuildKit's {@code [\t\v\f\r ]}. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u000B' || c == '\f' || c == '\r';
    }

    /** Puts a logical line together from stretches of the file. */
    static final class Builder {
        private final SourceFile file;
        private final StringBuilder text = new StringBuilder();
        private int[] places = new int[128];
        private int end;

        Builder(SourceFile file) {
            this.file = file;
        }

        void append(int from, int to) {
            int size = text.length();
            text.append(file.text(), from, to);
            if (text.length() > places.length) {
                places = Arrays.copyOf(places, Math.max(text.length(), 2 * places.length));
            }
            for (int place = from; place < to; place++) {
                places[size + place - from] = place;
            }
            end = to;
        }

        LogicalLine build() {
            return new LogicalLine(file, text.toString(), Arrays.copyOf(places, text.length()), end);
        }
    }
}
