package io.github.rootfsmaven.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user does not want to hear.
 *
 * @param comments whether comments in the files count
 * @param ignores what the POM ignores
 * @param requireReason whether an ignore without a reason has no effect
 * @param today the day on which ignores are over that hold until an earlier one: it comes from outside, and is the only
 *     thing on which the same files hang to be reported in another way
 * @param baseline the findings that were accepted
 */
public record Suppressions(
        boolean comments, List<Ignore> ignores, boolean requireReason, LocalDate today, Optional<Baseline> baseline) {

    public Suppressions {
        ignores = List.copyOf(ignores);
        Objects.requireNonNull(today);
        Objects.requireNonNull(baseline);
    }

    /** Nothing is suppressed, and nobody is told about ignores. */
    public static Suppressions none() {
        return new Suppressions(false, List.of(), true, LocalDate.EPOCH, Optional.empty());
    }

    /** What the files themselves say. */
    public static Suppressions comments(LocalDate today) {
        return new Suppressions(true, List.of(), true, today, Optional.empty());
    }
}
