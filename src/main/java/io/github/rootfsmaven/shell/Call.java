package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Objects;

/**
 * A command as it stands in a script, whenever it may run.
 *
 * @param words the program and its arguments, as far as the script alone tells them
 */
public record Call(List<Field> words) {
    public Call {
        words = List.copyOf(words);
    }

    /**
     * A word that the command gets.
     *
     * @param text its value, with {@link Text#UNRESOLVED} where that is unknown
     * @param span where it stands
     * @param open whether it may become several words, or none: something unknown in it stands without quotes
     */
    public record Field(Text text, Span span, boolean open) {
        public Field {
            Objects.requireNonNull(text);
            Objects.requireNonNull(span);
        }

        /** What it means. */
        public String value() {
            return text.value();
        }

        /** Whether nothing in it is unknown. */
        public boolean isKnown() {
            return value().indexOf(Text.UNRESOLVED) < 0;
        }

        /** The same place with other characters. */
        public Field with(Text other) {
            return new Field(other, span, open);
        }
    }
}
