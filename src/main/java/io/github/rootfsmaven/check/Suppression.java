package io.github.rootfsmaven.check;

import io.github.rootfsmaven.text.Span;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Why a finding does not count.
 *
 * @param by what takes it out
 * @param reason the words of whoever did it; empty if none are required
 * @param place where that is written; empty where nothing in a file says so
 */
public record Suppression(By by, String reason, Optional<Span> place) {
    public Suppression {
        Objects.requireNonNull(by);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(place);
    }

    /** The same, written at another place. */
    Suppression moved(UnaryOperator<Span> places) {
        return new Suppression(by, reason, place.map(places));
    }

    /** What takes a finding out. */
    public enum By {
        /** A comment in the file. */
        COMMENT,
        /** An {@code <ignore>} of the plugin's configuration. */
        POM,
        /** The baseline. */
        BASELINE;

        /** Its name in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
