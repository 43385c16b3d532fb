package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * Something in the files that stands between us and the whole truth.
 *
 * @param kind whether the reference would refuse it, or only we cannot read it
 * @param where its place
 * @param message one sentence without the place
 * @param hint what to do; may be empty
 * @param also further places of the same cause
 */
public record Problem(Kind kind, Span where, Message message, Message hint, List<Span> also) {

    /** Who cannot read it. */
    public enum Kind {
        /** Docker Compose refuses the file. */
        INVALID_COMPOSE,
        /** BuildKit refuses the Dockerfile. */
        INVALID_DOCKERFILE,
        /** The reference would read it; we do not, or cannot without running something. */
        NOT_READ
    }

    public Problem {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(where);
        Objects.requireNonNull(message);
        Objects.requireNonNull(hint);
        also = List.copyOf(also);
    }

    /** Content that a reader refused. */
    public static Problem of(Kind kind, InvalidInput invalid) {
        return new Problem(kind, invalid.where(), invalid.message(), invalid.hint(), List.of());
    }

    /** Something that was not read, and why. */
    public static Problem notRead(Span where, Message message, Message hint) {
        return new Problem(Kind.NOT_READ, where, message, hint, List.of());
    }
}
