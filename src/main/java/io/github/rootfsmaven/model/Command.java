package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Objects;

/**
 * An entrypoint or command.
 *
 * @param texts the program and its arguments, and what may be printed of them; for the shell form the one line that the
 *     shell gets
 * @param shell whether a shell runs it ({@code CMD node x.js}) rather than the engine itself ({@code CMD ["node"]})
 * @param span where it stands
 */
public record Command(List<Text> texts, boolean shell, Span span) {
    public Command {
        texts = List.copyOf(texts);
        Objects.requireNonNull(span);
    }

    /** A command without variables. */
    public static Command literal(List<String> words, boolean shell, Span span) {
        return new Command(words.stream().map(Text::literal).toList(), shell, span);
    }

    /** What the program gets, as it must not be printed. */
    public List<String> words() {
        return texts.stream().map(Text::value).toList();
    }
}
