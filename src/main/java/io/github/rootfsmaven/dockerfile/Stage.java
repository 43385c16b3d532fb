package io.github.rootfsmaven.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A build stage.
 *
 * @param number its number, counted from 0
 * @param from the instruction that begins it
 * @param instructions those behind it
 */
public record Stage(int number, Instruction.From from, List<Instruction> instructions) {
    public Stage {
        Objects.requireNonNull(from);
        instructions = List.copyOf(instructions);
    }

    /** Its name in lower case, as BuildKit keeps it. */
    public Optional<String> name() {
        return from.name().map(word -> word.text().toLowerCase(Locale.ROOT));
    }
}
