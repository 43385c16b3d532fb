package io.github.rootfsmaven.text;

import java.util.Objects;
import java.util.function.Function;

/**
 * A value and the place it was read from.
 *
 * @param value what it means, for comparing
 * @param shown what may be printed of it: an interpolated value stays as it was written ({@code ${DIR}/x}), so that no
 *     report can give away what a variable held
 * @param span where it stands
 * @param origin how it came there
 */
public record Located<T>(T value, String shown, Span span, Origin origin) {

    /** How a value came to the place where it stands. */
    public enum Origin {
        /** It is written there. */
        LITERAL,
        /** It is written there with variables that were replaced. */
        INTERPOLATED
    }

    public Located {
        Objects.requireNonNull(value);
        Objects.requireNonNull(shown);
        Objects.requireNonNull(span);
        Objects.requireNonNull(origin);
    }

    /** A value that stands in the file as it is. */
    public static <T> Located<T> literal(T value, Span span) {
        return new Located<>(value, value.toString(), span, Origin.LITERAL);
    }

    /** The same place and words with what they mean. */
    public <R> Located<R> map(Function<? super T, ? extends R> meaning) {
        return new Located<>(meaning.apply(value), shown, span, origin);
    }
}
