package io.github.rootfsmaven.text;

import java.util.Comparator;
import java.util.Objects;

/**
 * A stretch of a file. Lines and columns count from 1; columns count Unicode code points, as SARIF's
 * {@code unicodeCodePoints} does; the end is the first column that no longer belongs to the stretch.
 */
public record Span(SourceFile file, int startLine, int startColumn, int endLine, int endColumn)
        implements Comparable<Span> {

    private static final Comparator<Span> ORDER = Comparator.comparing((Span span) -> span.file.path())
            .thenComparingInt(Span::startLine)
            .thenComparingInt(Span::startColumn)
            .thenComparingInt(Span::endLine)
            .thenComparingInt(Span::endColumn);

    public Span {
        Objects.requireNonNull(file);
        if (startLine < 1
                || startColumn < 1
                || endLine < startLine
                || (endLine == startLine && endColumn < startColumn)) {
            throw new IllegalArgumentException(
                    "no stretch: " + startLine + ":" + startColumn + " to " + endLine + ":" + endColumn);
        }
    }

    /** From the start of this stretch to the end of the other one in the same file. */
    public Span to(Span end) {
        return new Span(file, startLine, startColumn, end.endLine, end.endColumn);
    }

    /** Whether the other stretch lies in this one. */
    public boolean contains(Span other) {
        boolean before =
                startLine < other.startLine || (startLine == other.startLine && startColumn <= other.startColumn);
        boolean after = other.endLine < endLine || (other.endLine == endLine && other.endColumn <= endColumn);
        return file.equals(other.file) && before && after;
    }

    /** The characters of the stretch as they stand in the file. */
    public String text() {
        return file.text(this);
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }
}
