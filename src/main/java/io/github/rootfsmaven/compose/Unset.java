package io.github.rootfsmaven.compose;

/** What a variable without a value becomes. */
public enum Unset {
    /** An empty string, as Docker Compose takes it; one that is required is an error. */
    EMPTY,
    /** Unknown: it may have a value where the project is started. */
    UNKNOWN
}
