package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.Objects;

/**
 * A word that a command gets.
 *
 * @param text its value; it contains {@link Text#UNRESOLVED} where that is unknown
 * @param span where it stands
 * @param pattern whether the shell replaces it by the files that match
 * @param role where it comes from
 */
public record Argument(Text text, Span span, boolean pattern, Change.Role role) {
    public Argument {
        Objects.requireNonNull(text);
        Objects.requireNonNull(span);
        Objects.requireNonNull(role);
    }

    /** What it means. */
    public String value() {
        return text.value();
    }

    /** Whether it is one word that is known. */
    public boolean isKnown() {
        return value().indexOf(Text.UNRESOLVED) < 0 && !pattern;
    }

    /** The same place with other characters. */
    public Argument with(Text other) {
        return new Argument(other, span, pattern, role);
    }
}
