package io.github.rootfsmaven.rule;

/**
 * What happens to the user if a finding is true, the gravest first. Severity is derived from it and from the confidence,
 * by one table for all rules, and is never a matter of feeling.
 */
public enum Effect {
    /** The root filesystem is writable, or re-opened as a whole. */
    ROOT_OPEN(Severity.ERROR, Severity.WARNING, Severity.NOTE),
    /** The reference refuses the content, or our reader must. */
    INPUT_REFUSED(Severity.ERROR, Severity.ERROR, Severity.ERROR),
    /** The container will not start, or it loses data. */
    NO_START_OR_LOSS(Severity.ERROR, Severity.WARNING, Severity.NOTE),
    /** Something that decides access could not be read. */
    INPUT_NOT_READ(Severity.WARNING, Severity.WARNING, Severity.WARNING),
    /** A feature breaks, configuration can be tampered with, or a place is writable that nobody declared. */
    BREAKS_OR_TAMPERS(Severity.WARNING, Severity.WARNING, Severity.NOTE),
    /** Wider than needed, unbounded, or untidy. */
    WIDER_THAN_NEEDED(Severity.NOTE, Severity.NOTE, Severity.NOTE);

    private final Severity certain;
    private final Severity likely;
    private final Severity possible;

    Effect(Severity certain, Severity likely, Severity possible) {
        this.certain = certain;
        this.likely = likely;
        this.possible = possible;
    }

    /** How grave it is if we are that sure. */
    public Severity severity(Confidence confidence) {
        return switch (confidence) {
            case CERTAIN -> certain;
            case LIKELY -> likely;
            case POSSIBLE -> possible;
        };
    }
}
