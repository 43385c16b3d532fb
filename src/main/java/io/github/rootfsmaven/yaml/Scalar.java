package io.github.rootfsmaven.yaml;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A single value.
 *
 * @param text its characters, after quotes and escapes
 * @param type what it means
 * @param tag a tag of the file's own
 * @param span where it stands, quotes included
 */
public record Scalar(Text text, ScalarType type, Optional<String> tag, Span span) implements Node {
    public Scalar {
        Objects.requireNonNull(text);
        Objects.requireNonNull(type);
        Objects.requireNonNull(tag);
        Objects.requireNonNull(span);
    }

    /** A string at a place. */
    public static Scalar string(Text text, Span span) {
        return new Scalar(text, ScalarType.STRING, Optional.empty(), span);
    }

    /** The same place with other characters that are a string. */
    public Scalar with(Text other) {
        return new Scalar(other, type, tag, span);
    }

    /** The same place with other characters of that type. */
    public Scalar with(Text other, ScalarType as) {
        return new Scalar(other, as, tag, span);
    }

    public boolean isNull() {
        return type == ScalarType.NULL;
    }

    public boolean isString() {
        return type == ScalarType.STRING;
    }

    /** Its characters; a variable without a value is {@link Text#UNRESOLVED}. */
    public String value() {
        return text.value();
    }

    /** The boolean it is, if it is one. */
    public Optional<Boolean> bool() {
        return type == ScalarType.BOOL ? Optional.of(value().equalsIgnoreCase("true")) : Optional.empty();
    }

    /** The whole number it is, if it is one. */
    public Optional<BigInteger> integer() {
        return type == ScalarType.INT ? ScalarType.integer(value()) : Optional.empty();
    }

    /** The number it is without its fraction, if it is one. */
    public Optional<BigInteger> whole() {
        if (type != ScalarType.FLOAT) {
            return integer();
        }
        try {
            return Optional.of(new BigDecimal(ScalarType.floating(value())).toBigInteger());
        } catch (NumberFormatException endless) {
            return Optional.empty();
        }
    }

    /** Its value as Go prints it where a string is wanted: numbers in decimal, no underscores. */
    public Text printed() {
        return switch (type) {
            case INT -> Text.literal(integer().map(BigInteger::toString).orElse(value()));
            case FLOAT -> Text.literal(ScalarType.floating(value()));
            case BOOL -> Text.literal(String.valueOf(bool().orElse(false)));
            case TIMESTAMP -> Text.literal(ScalarType.time(value()));
            case NULL, STRING -> text;
        };
    }

    /** Its characters with their place and what may be shown of them. */
    public Located<String> located() {
        return text.at(span);
    }

    /**
     * The characters from {@code start} up to {@code end} with their own place, if the scalar stands in the file as it
     * is read; otherwise with the place of the whole.
     */
    public Scalar part(int start, int end) {
        return part(start, end, written());
    }

    /** The parts between the separators, each with its place. */
    public List<Scalar> split(char separator) {
        List<Scalar> parts = new ArrayList<>();
        Optional<Characters> written = written();
        int start = 0;
        for (int i = value().indexOf(separator); i >= 0; i = value().indexOf(separator, start)) {
            parts.add(part(start, i, written));
            start = i + 1;
        }
        parts.add(part(start, value().length(), written));
        return parts;
    }

    private Scalar part(int start, int end, Optional<Characters> written) {
        return new Scalar(
                text.substring(start, end),
                type,
                tag,
                written.map(characters -> place(start, end, characters)).orElse(span));
    }

    /**
     * The characters of a value that stands in the file as it is read, on one line: asked once for all its parts.
     *
     * @param wide whether one of them is two in UTF-16
     */
    private record Characters(String shown, int column, boolean wide) {
        int columnOf(int index) {
            return column + (wide ? shown.codePointCount(0, index) : index);
        }
    }

    private Optional<Characters> written() {
        if (span.startLine() != span.endLine()) {
            return Optional.empty();
        }
        String written = span.text();
        String shown = text.shown();
        int quote = written.length() == shown.length() + 2
                        && written.substring(1, written.length() - 1).equals(shown)
                ? 1
                : 0;
        return quote == 0 && !written.equals(shown)
                ? Optional.empty()
                : Optional.of(new Characters(
                        shown,
                        span.startColumn() + quote,
                        shown.chars().anyMatch(c -> Character.isSurrogate((char) c))));
    }

    private Span place(int start, int end, Characters written) {
        return new Span(
                span.file(),
                span.startLine(),
                written.columnOf(text.shownIndex(start)),
                span.endLine(),
                written.columnOf(text.shownIndex(end)));
    }

    @Override
    public String typeName() {
        return type.word();
    }
}
