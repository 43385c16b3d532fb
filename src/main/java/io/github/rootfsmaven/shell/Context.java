package io.github.rootfsmaven.shell;

import java.util.Optional;

/**
 * The circumstances under which a command runs.
 *
 * @param conditional whether it hangs on something unknown that it runs at all
 * @param tolerated whether its failure is taken, or excluded by looking first
 * @param caught whether {@code set -e} does not look at it
 * @param decisive whether its failure stops the start whatever {@code set -e} says
 * @param last whether the script ends with it
 * @param apart whether it runs in a process whose failure stops nobody else
 */
record Context(boolean conditional, boolean tolerated, boolean caught, boolean decisive, boolean last, boolean apart) {

    static Context start() {
        return new Context(false, false, false, false, true, false);
    }

    Context onCondition() {
        return new Context(true, tolerated, caught, decisive, last, apart);
    }

    /** Somebody takes its failure. */
    Context tolerating() {
        return new Context(conditional, true, true, false, false, apart);
    }

    /** Something else decides what its failure leads to. */
    Context caught(boolean ends) {
        return new Context(conditional, tolerated, true, ends && !tolerated, false, apart);
    }

    /** Other commands follow, whatever becomes of it. */
    Context inFront() {
        return new Context(conditional, tolerated, caught, false, false, apart);
    }

    /** In the background, or in a pipe, where its failure stops nobody else. */
    Context aside() {
        return new Context(conditional, tolerated, true, false, false, true);
    }

    /** It takes the place of the shell. */
    Context inPlace() {
        return new Context(conditional, tolerated, caught, decisive, true, apart);
    }

    /** Inside a process that is a command of a script: its failures count as far as its own failure does. */
    Context child(boolean errorsEnd) {
        boolean stops = decisive || (errorsEnd && !caught);
        return (stops || last) && !apart ? new Context(conditional, tolerated, false, stops, true, false) : aside();
    }

    /** Its failure ends the shell, whoever wants to take it. */
    Context fatal() {
        return new Context(conditional, false, true, true, last, apart);
    }

    /** Whether a failure here stops the start. */
    boolean stops(boolean errorsEnd) {
        return !tolerated && !apart && (decisive || (errorsEnd && !caught));
    }

    /** Where a branch leads whose condition has that outcome; empty if it is never taken. */
    Optional<Context> branch(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS, EXPECTED -> Optional.of(this);
            case UNKNOWN, READ_ONLY, UNLIKELY -> Optional.of(onCondition());
            case WRITABLE -> Optional.of(onCondition().tolerating());
            case FAILURE -> Optional.empty();
        };
    }
}
