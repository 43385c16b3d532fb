package io.github.rootfsmaven.model;

import java.util.Objects;

/**
 * A mount whose place lies inside a read-only mount. The engine cannot make a directory there, so it must be in what is
 * mounted.
 *
 * @param mount the mount
 * @param above the read-only mount that it lies in
 * @param presence whether its place is there
 */
public record Mountpoint(Mount mount, Mount above, Presence presence) {

    /** Whether a file or directory for it is there. */
    public enum Presence {
        THERE,
        MISSING,
        /** What is mounted is not in the project: a path of the host, or a volume. */
        UNKNOWN
    }

    public Mountpoint {
        Objects.requireNonNull(mount);
        Objects.requireNonNull(above);
        Objects.requireNonNull(presence);
    }
}
