package io.github.rootfsmaven.report;

import java.util.Objects;

/**
 * What a goal needs to talk to its user.
 *
 * @param console where lines go
 * @param style how words stand out
 * @param paths how files are called
 * @param commands how goals are called
 */
public record Screen(Console console, Style style, PathNames paths, CommandLine commands) {
    public Screen {
        Objects.requireNonNull(console);
        Objects.requireNonNull(style);
        Objects.requireNonNull(paths);
        Objects.requireNonNull(commands);
    }
}
