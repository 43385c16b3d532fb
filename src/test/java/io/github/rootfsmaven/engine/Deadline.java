package io.github.rootfsmaven.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a state of things, not for a time. */
final class Deadline {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Deadline() {}

    /** Asks again and again until it is so or the time is up. */
    static boolean reached(Duration most, BooleanSupplier state) {
        Instant end = Instant.now().plus(most);
        while (!state.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        return true;
    }
}
