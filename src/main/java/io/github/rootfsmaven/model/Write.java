package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
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
 * @param step the step of a start that writes, where a command or script tells of it
 */
public record Write(
        Located<String> path,
        Kind kind,
        Evidence evidence,
        Message why,
        Optional<Message> avoidedBy,
        Optional<Step> step) {
    public Write {
        Objects.requireNonNull(path);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(why);
        Objects.requireNonNull(avoidedBy);
        Objects.requireNonNull(step);
    }

    /** A write that no command tells of. */
    public Write(Located<String> path, Kind kind, Evidence evidence, Message why, Optional<Message> avoidedBy) {
        this(path, kind, evidence, why, avoidedBy, Optional.empty());
    }

    /** Whether it hangs on something unknown that it happens at all. */
    public boolean isConditional() {
        return step.filter(Step::conditional).isPresent();
    }

    /**
     * A step of a start, or of what the engine runs beside it.
     *
     * @param by where its command comes from
     * @param installs whether it installs or builds programs
     * @param conditional whether it hangs on something unknown that it happens at all
     * @param stops whether the container does not start, or ends, if it fails
     * @param file whether the path is certainly a file's, not a directory's
     */
    public record Step(By by, boolean installs, boolean conditional, boolean stops, boolean file) {
        public Step {
            Objects.requireNonNull(by);
        }

        /** A step of which it is not known whether it writes a file or below a directory. */
        public Step(By by, boolean installs, boolean conditional, boolean stops) {
            this(by, installs, conditional, stops, false);
        }
    }

    /** Where a command comes from. */
    public enum By {
        ENTRYPOINT(Message.of("the entrypoint")),
        COMMAND(Message.of("the command")),
        HEALTHCHECK(Message.of("the health check")),
        HOOK(Message.of("the hook")),
        /** What the image's program does by itself. */
        IMAGE(Message.of("the image")),
        /** A variable that names a file, or holds options which do. */
        ENVIRONMENT(Message.of("the environment")),
        /** What the configuration of the program's logging says. */
        LOGGING(Message.of("the logging")),
        /** A database that runs inside the program. */
        DATABASE(Message.of("the database")),
        /** A web server inside the program. */
        SERVER(Message.of("the server")),
        /** The program's own code. */
        CODE(Message.of("the code"));

        private final Message who;

        By(Message who) {
            this.who = who;
        }

        /** Its name in sentences. */
        public Message who() {
            return who;
        }
    }

    /** What is written. */
    public enum Kind {
        TEMP("temp"),
        /** Sockets, process ids and locks of a running system. */
        SOCKET("socket"),
        LOG("log"),
        CACHE("cache"),
        CONFIG("config"),
        PERSISTENT("persistent"),
        /** Programs and libraries. */
        PROGRAM("program"),
        /** Something else. */
        FILE("file");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in reports. */
        public String word() {
            return word;
        }

        /** How much a tmpfs for it holds where nobody says more, as Docker writes it. */
        public String usualSize() {
            return this == SOCKET ? "1m" : "64m";
        }
    }

    /** How we know of a write, the surest first. */
    public enum Evidence {
        /** Seen in a container of the very image. */
        OBSERVED("observed"),
        /** Read in the Dockerfile that builds the image. */
        DOCKERFILE("dockerfile"),
        /** Read in a start script, or in the command itself. */
        SCRIPT("script"),
        /** Seen in a container of the image, perhaps of another version. */
        OBSERVED_BEFORE("observed-before"),
        /** Read in the files of the Maven module whose program the image holds. */
        MODULE("module"),
        /** Documented by the image's vendor. */
        DOCUMENTED("documented"),
        /** Read in the Dockerfile or entrypoint of a public image, of some version. */
        IMAGE("image"),
        /** Reported by somebody who saw it. */
        REPORTED("reported"),
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
