package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * A config or secret without a file of its own: Docker Compose copies it into the container before it starts.
 *
 * @param what what it is and what may be printed of its name: {@code config 'settings'}
 * @param source the key that holds its content: {@code content}, {@code environment}
 * @param target where it is put, absolute; empty for what Compose makes
 * @param declared where the service asks for it
 * @param defined where the content stands; empty where Compose makes it
 */
public record CopiedIn(Message what, String source, Optional<String> target, Span declared, Optional<Span> defined) {
    public CopiedIn {
        Objects.requireNonNull(what);
        Objects.requireNonNull(source);
        Objects.requireNonNull(target);
        Objects.requireNonNull(declared);
        Objects.requireNonNull(defined);
    }
}
