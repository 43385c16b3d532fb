package io.github.rootfsmaven.engine;

/** The images with real programs that {@code .ci/engine} makes. */
final class RealImages {
    /** A Debian with nginx, redis, postgresql, tomcat and the JVM that tomcat brings. */
    static final String DEBIAN = "rootfs-test/debian:1";

    /** A Node.js and the libraries that it needs. */
    static final String NODE = "rootfs-test/node:1";

    private RealImages() {}
}
