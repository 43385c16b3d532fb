package io.github.rootfsmaven.model;

/** What a container is for; a finding in development or test weighs less. */
public enum Scope {
    PRODUCTION("production"),
    DEVELOPMENT("development"),
    TEST("test");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** Its name in reports. */
    public String word() {
        return word;
    }
}
