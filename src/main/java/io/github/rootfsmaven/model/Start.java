package io.github.rootfsmaven.model;

/** Who starts a container. */
public enum Start {
    /** Docker Compose: it is a service. */
    SERVICE,
    /** Nobody that we know: a Dockerfile that no service builds. */
    UNKNOWN,
    /** A {@code docker run} or {@code docker create} line. */
    RUN,
    /** Such a line that is clearly for one job: nothing of the container stays when it ends. */
    ONE_OFF,
    /** A plugin of the Maven build, for its integration tests. */
    POM;

    /** Whether a {@code docker run} line starts it. */
    public boolean isRun() {
        return this == RUN || this == ONE_OFF;
    }
}
