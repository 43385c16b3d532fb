package io.github.rootfsmaven.observe;

/** Nobody answers who knows of containers. That is no mistake: a build may run where there is no engine. */
public final class NoEngine extends Exception {
    private static final long serialVersionUID = 1L;

    NoEngine(String message) {
        super(message);
    }
}
