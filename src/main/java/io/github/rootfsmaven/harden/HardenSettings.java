package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.rule.Confidence;
import java.util.Objects;

/**
 * What the user wants of a fix.
 *
 * @param tmpfsSize the size of a new tmpfs, as the option {@code size} has it
 * @param evidence how sure a write must be for a mount of its own
 * @param comments whether added lines say why they are there
 */
public record HardenSettings(String tmpfsSize, Confidence evidence, boolean comments) {
    public HardenSettings {
        Objects.requireNonNull(tmpfsSize);
        Objects.requireNonNull(evidence);
    }

    /** What holds if the user says nothing. */
    public static HardenSettings standard() {
        return new HardenSettings("64m", Confidence.LIKELY, true);
    }
}
