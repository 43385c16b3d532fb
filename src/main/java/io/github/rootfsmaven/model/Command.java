package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * An entrypoint or command.
 *
 * @param words the program and its arguments; for the shell form the one line that the shell gets
 * @param shell whether a shell runs it ({@code CMD node x.js}) rather than the engine itself ({@code CMD ["node"]})
 * @param span where it stands
 */
public record Command(List<String> words, boolean shell, Span span) {
    public Command {
        words = List.copyOf(words);
        Objects.requireNonNull(span);
    }
}
