package io.github.rootfsmaven.check;

import java.util.Locale;

/** What is to be said of a container as a whole: the first of these that holds. */
public enum Verdict {
    /** The root filesystem is writable. */
    OPEN,
    /** Read-only on paper, and re-opened as a whole by something else. */
    DEFEATED,
    /** A certain or likely write has no place: it dies with EROFS. */
    BREAKS,
    /** Root access, a privilege or a mount could not be resolved. */
    UNKNOWN,
    /** Read-only, and nothing known speaks against it. */
    HARDENED;

    /** Its name in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
