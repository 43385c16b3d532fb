package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Objects;

/**
 * Something that is left to the user.
 *
 * @param container whose it is
 * @param place where it arises
 * @param sentence what stands between the container and the fix
 * @param answer what to find out or to do; may be empty
 */
public record Question(Container container, Span place, Message sentence, Message answer) {
    public Question {
        Objects.requireNonNull(container);
        Objects.requireNonNull(place);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(answer);
    }
}
