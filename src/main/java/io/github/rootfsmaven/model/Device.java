package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.util.Objects;

/**
 * A device of the host that a container gets.
 *
 * @param source its path on the host
 * @param permissions {@code r}, {@code w} and {@code m} as far as they are given; all three by default
 * @param declared the whole declaration
 */
public record Device(Located<String> source, String permissions, Span declared) {
    public Device {
        Objects.requireNonNull(source);
        Objects.requireNonNull(permissions);
        Objects.requireNonNull(declared);
    }

    /** Whether it can be written. */
    public boolean writable() {
        return permissions.contains("w");
    }
}
