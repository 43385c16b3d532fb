package io.github.rootfsmaven.model;

/** Whether a write by root would be refused with EROFS. Ownership and mode are another question. */
public enum Access {
    WRITABLE("writable"),
    READ_ONLY("read-only"),
    UNKNOWN("unknown");

    private final String word;

    Access(String word) {
        this.word = word;
    }

    /** Its name in reports. */
    public String word() {
        return word;
    }
}
