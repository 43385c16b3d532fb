package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.Objects;
import java.util.Optional;

/**
 * A path that a container's process will want to write.
 *
 * @param path absolute, canonical; its place is what tells of the write
 * @param kind what is written there
 * @param evidence how we know
 * @param why one clause for people: {@code the JVM's java.io.tmpdir is /tmp}
 * @param avoidedBy the setting that takes the write away, if there is one
 */
public record Write(Located<String> path, Kind kind, Evidence evidence, String why, Optional<String> avoidedBy) {
    public Write {
        Objects.requireNonNull(path);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(why);
        Objects.requireNonNull(avoidedBy);
    }

    /** What is written. */
    public enum Kind {
        TEMP("temp"),
        PERSISTENT("persistent");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in reports. */
        public String word() {
            return word;
        }
    }

    /** How we know of a write, the surest first. */
    public enum Evidence {
        /** Read in the Dockerfile that builds the image. */
        DOCKERFILE("dockerfile"),
        /** Concluded from what programs usually do. */
        INFERRED("inferred");

        private final String word;

        Evidence(String word) {
            this.word = word;
        }

        /** Its name in reports. */
        public String word() {
            return word;
        }
    }
}
