package io.github.rootfsmaven.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A string that remembers which of its characters came out of a variable. Cutting it into parts cuts what it means and
 * what may be printed of it alike, so that a secret never gets into a report and {@code ${DIR}/x:/data:ro} still falls
 * into {@code ${DIR}/x}, {@code /data} and {@code ro}.
 */
public final class Text {
    /** Stands in {@link #value()} for a variable that has no value: no file path or option contains it. */
    public static final char UNRESOLVED = '\uE000';

    private static final int MANY = 16;

    private final List<Piece> pieces;
    private final String value;

    /** Where each piece ends, once somebody asks a text of many pieces. */
    private int[] ends;

    private Text(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.value));
        this.value = all.toString();
    }

    /** A stretch of characters that came from one source. A literal means what it shows. */
    private record Piece(String value, String shown, Kind kind, String variable) {
        Piece cut(int start, int end) {
            return kind == Kind.LITERAL ? literal(value.substring(start, end)) : whole(start, end);
        }

        /** A part of a variable's value is still shown as the whole expression. */
        private Piece whole(int start, int end) {
            return new Piece(value.substring(start, end), shown, kind, variable);
        }

        static Piece literal(String text) {
            return new Piece(text, text, Kind.LITERAL, "");
        }
    }

    private enum Kind {
        LITERAL,
        RESOLVED,
        UNRESOLVED
    }

    /** Characters as they are written. */
    public static Text literal(String text) {
        return new Text(text.isEmpty() ? List.of() : List.of(Piece.literal(text)));
    }

    /** The value of a variable expression, which may only be shown as the expression. */
    public static Text resolved(String value, String expression) {
        return new Text(List.of(new Piece(value, expression, Kind.RESOLVED, "")));
    }

    /** An expression whose variable has no value. */
    public static Text unresolved(String variable, String expression) {
        return new Text(List.of(new Piece(String.valueOf(UNRESOLVED), expression, Kind.UNRESOLVED, variable)));
    }

    /** A value that remembers what may be shown of it; what is unknown in it stays unknown. */
    public static Text of(Located<String> value) {
        return value.origin() == Located.Origin.LITERAL
                ? literal(value.value())
                : resolved(value.value(), value.shown());
    }

    /** Another value for what another text shows: a path that was made absolute is shown as it was written. */
    public static Text moved(String value, Text written) {
        List<Piece> unknown = written.pieces.stream()
                .filter(piece -> piece.kind == Kind.UNRESOLVED)
                .toList();
        return unknown.isEmpty() ? resolved(value, written.shown()) : written;
    }

    /** All parts one after the other. */
    public static Text join(List<Text> parts) {
        List<Piece> pieces = new ArrayList<>();
        parts.forEach(part -> pieces.addAll(part.pieces));
        return new Text(pieces);
    }

    /** What it means; a variable without a value is {@link #UNRESOLVED}. */
    public String value() {
        return value;
    }

    /** What may be printed: literal characters and, for everything that was interpolated, the expression as written. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        pieces.forEach(piece -> shown.append(piece.shown));
        return shown.toString();
    }

    /** The names of the variables without a value, in order. */
    public Set<String> unresolved() {
        Set<String> names = new LinkedHashSet<>();
        pieces.stream().filter(piece -> piece.kind == Kind.UNRESOLVED).forEach(piece -> names.add(piece.variable));
        return names;
    }

    /** Whether a variable was replaced, or could not be. */
    public boolean interpolated() {
        return pieces.stream().anyMatch(piece -> piece.kind != Kind.LITERAL);
    }

    /** The characters from {@code start} up to {@code end} of {@link #value()}. */
    public Text substring(int start, int end) {
        List<Piece> cut = new ArrayList<>();
        int first = firstPiece(start);
        int offset = first == 0 ? 0 : ends[first - 1];
        for (int i = first; i < pieces.size() && offset <= end; i++) {
            Piece piece = pieces.get(i);
            int from = Math.max(start - offset, 0);
            int to = Math.min(end - offset, piece.value.length());
            boolean emptyVariable = piece.value.isEmpty() && offset >= start && offset <= end;
            if (from < to || emptyVariable) {
                cut.add(piece.cut(Math.min(from, to), Math.max(from, to)));
            }
            offset += piece.value.length();
        }
        return new Text(cut);
    }

    /** The first piece that a cut from an index can take from; a text of many pieces may be cut at each of them. */
    private int firstPiece(int index) {
        if (pieces.size() < MANY) {
            return 0;
        }
        if (ends == null) {
            int[] all = new int[pieces.size()];
            int end = 0;
            for (int i = 0; i < all.length; i++) {
                end += pieces.get(i).value.length();
                all[i] = end;
            }
            ends = all;
        }
        int found = Arrays.binarySearch(ends, index);
        int first = found < 0 ? -found - 1 : found;
        while (first > 0 && ends[first - 1] == index) {
            first--;
        }
        return Math.min(first, pieces.size());
    }

    /** Where the character with that index of {@link #value()} stands in {@link #shown()}. */
    public int shownIndex(int index) {
        int offset = 0;
        int shown = 0;
        for (Piece piece : pieces) {
            if (index < offset + piece.value.length()) {
                return piece.kind == Kind.LITERAL ? shown + index - offset : shown;
            }
            offset += piece.value.length();
            shown += piece.shown.length();
        }
        return shown;
    }

    /** The characters from {@code start} to the end. */
    public Text substring(int start) {
        return substring(start, value.length());
    }

    /** The parts between the separators; at least one, and none is left out. */
    public List<Text> split(char separator) {
        List<Text> parts = new ArrayList<>();
        int start = 0;
        for (int i = value.indexOf(separator); i >= 0; i = value.indexOf(separator, start)) {
            parts.add(substring(start, i));
            start = i + 1;
        }
        parts.add(substring(start));
        return parts;
    }

    /** This text at that place. */
    public Located<String> at(Span span) {
        return new Located<>(
                value, shown(), span, interpolated() ? Located.Origin.INTERPOLATED : Located.Origin.LITERAL);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && pieces.equals(text.pieces);
    }

    @Override
    public int hashCode() {
        return pieces.hashCode();
    }

    /** What may be printed, so that a forgotten log statement gives nothing away. */
    @Override
    public String toString() {
        return shown();
    }
}
