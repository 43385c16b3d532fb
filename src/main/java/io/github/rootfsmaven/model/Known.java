package io.github.rootfsmaven.model;

import java.util.Objects;
import java.util.Optional;

/** A value that we could resolve, or the reason why we could not. Unknown never counts as safe, nor as unsafe. */
public sealed interface Known<T> {

    /** A value that is known. */
    static <T> Known<T> of(T value) {
        return new Value<>(value);
    }

    /** No value, and why; the reason is a clause such as {@code variable RO has no value}. */
    static <T> Known<T> unknown(String reason) {
        return new Unknown<>(reason);
    }

    /** The value, if it is known. */
    Optional<T> value();

    /** Whether it is known and equal to {@code expected}. */
    default boolean is(T expected) {
        return value().filter(expected::equals).isPresent();
    }

    /** It could be resolved. */
    record Value<T>(T known) implements Known<T> {
        public Value {
            Objects.requireNonNull(known);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(known);
        }
    }

    /** It could not be resolved. */
    record Unknown<T>(String reason) implements Known<T> {
        public Unknown {
            Objects.requireNonNull(reason);
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
