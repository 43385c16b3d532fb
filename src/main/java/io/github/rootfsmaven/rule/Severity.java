package io.github.rootfsmaven.rule;

import java.util.Arrays;
import java.util.Optional;

/** What a finding does to the user, the gravest first. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE,
    OFF;

    /** Its name in the POM and in reports. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The severity of that name. */
    public static Optional<Severity> of(String word) {
        return Arrays.stream(values())
                .filter(severity -> severity.word().equals(word))
                .findFirst();
    }

    /** One step lower, but never off. */
    Severity lower() {
        return this == ERROR ? WARNING : NOTE;
    }

    /** Whether it is as grave as {@code threshold} or graver. */
    public boolean atLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }
}
