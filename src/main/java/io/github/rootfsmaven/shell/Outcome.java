package io.github.rootfsmaven.shell;

/** Whether a command succeeds, as far as that can be told before it runs. */
enum Outcome {
    SUCCESS,
    /** It does unless something is wrong, such as a read-only root. */
    EXPECTED,
    UNKNOWN,
    /** It succeeds if a path can be written. */
    WRITABLE,
    /** It succeeds if a path cannot be written. */
    READ_ONLY,
    UNLIKELY,
    FAILURE;

    static Outcome of(boolean success) {
        return success ? SUCCESS : FAILURE;
    }

    Outcome not() {
        return switch (this) {
            case SUCCESS -> FAILURE;
            case EXPECTED -> UNLIKELY;
            case UNKNOWN -> UNKNOWN;
            case WRITABLE -> READ_ONLY;
            case READ_ONLY -> WRITABLE;
            case UNLIKELY -> EXPECTED;
            case FAILURE -> SUCCESS;
        };
    }

    /** The outcome of {@code this && other}. */
    Outcome and(Outcome other) {
        if (this == FAILURE || other == FAILURE) {
            return FAILURE;
        } else if (this == UNLIKELY || other == UNLIKELY) {
            return UNLIKELY;
        } else if (this == SUCCESS || (this == EXPECTED && other != SUCCESS)) {
            return other;
        }
        return this == UNKNOWN && (other == WRITABLE || other == READ_ONLY) ? other : this;
    }

    /** The outcome of {@code this || other}. */
    Outcome or(Outcome other) {
        return not().and(other.not()).not();
    }
}
