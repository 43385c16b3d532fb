package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program of Debian's packages in a container of its own.
 *
 * @param dockerfile as a user would write it
 * @param request what is run beside the program to see whether it serves
 * @param answer what is in the request's output then
 * @param servesOnTmpfs whether this runc honours {@code mode} over a directory of the image, where only the image knows who
 *     the user's name is
 * @param livesWithout where it is refused and goes on
 */
record DebianProgram(
        String dockerfile, String request, String answer, boolean servesOnTmpfs, List<String> livesWithout) {
    static final DebianProgram NGINX = new DebianProgram("""
            FROM debian:12
            RUN apt-get update && apt-get install -y --no-install-recommends nginx-light curl
            CMD ["nginx", "-g", "daemon off;"]
            """, "curl -s http://localhost/", "nginx", true, List.of());

    static final DebianProgram REDIS =
            new DebianProgram("""
            FROM debian:12
            RUN apt-get install -y redis-server
            CMD ["redis-server", "/etc/redis/redis.conf", "--daemonize", "no"]
            """, "redis-cli ping && redis-cli save", "OK", true, List.of());

    static final DebianProgram POSTGRESQL = new DebianProgram(
            """
            FROM debian:12
            RUN apt-get install -y postgresql
            USER postgres
            CMD ["/usr/lib/postgresql/15/bin/postgres", "-D", "/var/lib/postgresql/15/main", \
                 "-c", "config_file=/etc/postgresql/15/main/postgresql.conf"]
            """, "psql -h /run/postgresql -c 'select 41 + 1'", "42", Engine.runcIsAtLeast(1, 3), List.of());

    /** It goes on without its deployment descriptors' directory, which nobody writes. */
    static final DebianProgram TOMCAT = new DebianProgram(
            """
            FROM debian:12
            RUN apt-get install -y tomcat10 curl
            ENV CATALINA_HOME=/usr/share/tomcat10 CATALINA_BASE=/var/lib/tomcat10 CATALINA_TMPDIR=/tmp
            CMD ["/usr/share/tomcat10/bin/catalina.sh", "run"]
            """,
            "curl -s -o /dev/null -w '%{http_code}' http://localhost:8080/",
            "200",
            true,
            List.of("/etc/tomcat10/Catalina"));

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern REFUSED =
            Pattern.compile("[\"'\\[ ](/[^\"'\\]() :]+)[^\\n]{0,40}?(?:30: )?Read-only file system");

    /** A Compose file with the service app. */
    static String compose(String source, String mounts, String end) {
        return "services:\n  app:\n    network_mode: none\n" + source.indent(4) + mounts.indent(4) + end;
    }

    /** The line of a service that runs an image like that of a Dockerfile. */
    String image() {
        return image(dockerfile);
    }

    /** The same image from what is at hand here: everything in the Dockerfile but the packages, which are installed. */
    static String image(String dockerfile) {
        String name = "rootfs-test/predicted:" + Integer.toHexString(dockerfile.hashCode());
        String text = dockerfile
                .replace("FROM debian:12", "FROM " + RealImages.DEBIAN)
                .replaceAll("(?m)^RUN apt-get.*\\R", "");
        Answer built = Docker.run(Path.of("."), text, "build", "-q", "-t", name, "-");
        assertThat(built.succeeded()).as(built.said()).isTrue();
        return "image: " + name + "\n";
    }

    boolean livesWithout(String path) {
        return livesWithout.stream().anyMatch(path::startsWith);
    }

    /** Waits until the program serves. */
    void serves(Stack stack) {
        assertThat(Deadline.reached(
                        PATIENCE, () -> stack.own("app", request).out().contains(answer)))
                .as(() -> stack.own("app", request).said() + stack.logs("app"))
                .isTrue();
    }

    /** Waits until the program was refused, or ended; the paths it was refused at, as far as it names them. */
    static Stream<String> refused(Stack stack) {
        assertThat(Deadline.reached(
                        PATIENCE, () -> !running(stack) || stack.logs("app").contains("Read-only file system")))
                .as(stack.logs("app"))
                .isTrue();
        return REFUSED.matcher(stack.logs("app"))
                .results()
                .map(found -> found.group(1).replace("/var/lib/tomcat10/logs", "/var/log/tomcat10"));
    }

    /** Waits until the program ended. */
    static void ended(Stack stack) {
        assertThat(Deadline.reached(PATIENCE, () -> !running(stack)))
                .as(stack.logs("app"))
                .isTrue();
    }

    private static boolean running(Stack stack) {
        return Docker.run("inspect", "--format", "{{.State.Running}}", stack.container("app"))
                .out()
                .equals("true");
    }
}
