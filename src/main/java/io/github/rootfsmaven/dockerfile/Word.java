package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.Span;
import java.util.Objects;

/**
 * An argument of an instruction before its variables are replaced.
 *
 * @param text its characters without continuations; quotes are still there, as BuildKit takes them away together with
 *     the variables; an element of a JSON array is decoded already, a flag has lost its quotes
 * @param span where it stands; the quotes of a JSON string are part of it
 */
public record Word(String text, Span span) {
    public Word {
        Objects.requireNonNull(text);
        Objects.requireNonNull(span);
    }
}
