package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.Objects;

/**
 * A value that configures the program.
 *
 * @param name what sets it, as it may be printed: a key, a variable, an option
 * @param value its value, and what may be printed of it
 * @param span where it stands
 */
record Setting(String name, Text value, Span span) {
    Setting {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(span);
    }

    Setting with(Text other) {
        return new Setting(name, other, span);
    }

    /** Whether nothing of it is unknown. */
    boolean isKnown() {
        return value.value().indexOf(Text.UNRESOLVED) < 0;
    }

    boolean isTrue() {
        return value.value().strip().equalsIgnoreCase("true");
    }
}
