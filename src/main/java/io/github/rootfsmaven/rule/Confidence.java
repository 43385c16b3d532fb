package io.github.rootfsmaven.rule;

import io.github.rootfsmaven.model.NativeLibrary;
import io.github.rootfsmaven.model.Write;

/** How sure we are of a finding. */
public enum Confidence {
    /** The engine's or the specification's guarantee, or seen in a container of the very image. */
    CERTAIN,
    /** Read in a Dockerfile or documented by the vendor; or it differs between engines or hosts. */
    LIKELY,
    /** Inferred. Never more than a note. */
    POSSIBLE;

    /** Its name in reports. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How sure we can be of a write, given how we know of it, and whether it happens at all. */
    public static Confidence of(Write write) {
        return write.isConditional() ? POSSIBLE : of(write.evidence());
    }

    /** How sure we can be that a program runs a library's machine code. */
    public static Confidence of(NativeLibrary library) {
        return of(library.evidence());
    }

    private static Confidence of(Write.Evidence evidence) {
        return switch (evidence) {
            case OBSERVED -> CERTAIN;
            case DOCKERFILE, SCRIPT, MODULE, OBSERVED_BEFORE, DOCUMENTED, IMAGE -> LIKELY;
            case REPORTED, INFERRED -> POSSIBLE;
        };
    }
}
