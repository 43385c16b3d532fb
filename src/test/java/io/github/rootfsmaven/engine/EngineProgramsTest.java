package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Real servers from Debian's packages: what a read-only root alone does to them, and with which mounts they serve.
 */
@OnEngine(image = RealImages.DEBIAN)
class EngineProgramsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    @Claim(
            "nginx with only `read_only` dies: `mkdir() \"/var/lib/nginx/body\" failed (30: Read-only file system)`; with a"
                    + " tmpfs on /var/lib/nginx, /run and /var/log/nginx it serves")
    void nginx() {
        String command = "command: [nginx, -g, 'daemon off;']";
        dies(command, "/var/lib/nginx/body", "Read-only file system");
        serves(command, "tmpfs: [/var/lib/nginx, /run, /var/log/nginx]", "curl -s http://localhost/", "nginx");
    }

    @Test
    @Claim("redis with only `read_only` serves, and fails to save; with a volume on its directory it saves")
    void redis() {
        String command = "command: [redis-server, --dir, /var/lib/redis, --save, '']";
        try (Stack stack = debian(command, "")) {
            answers(stack, "redis-cli ping", "PONG");
            assertThat(stack.root("app", "redis-cli save").said()).contains("ERR");
        }
        try (Stack stack = debian(command, "volumes: [redis:/var/lib/redis]")) {
            answers(stack, "redis-cli ping", "PONG");
            assertThat(stack.root("app", "redis-cli save").out()).isEqualTo("OK");
        }
    }

    @Test
    @Claim(
            "postgresql with only `read_only` dies on its lock file; with a tmpfs on /run/postgresql and a volume on its data"
                    + " it answers a query")
    void postgresql() {
        String command =
                "user: postgres\ncommand: [/usr/lib/postgresql/15/bin/postgres, -D, /var/lib/postgresql/15/main, -c,"
                        + " config_file=/etc/postgresql/15/main/postgresql.conf]";
        dies(command, "Read-only file system");
        String volume = "\nvolumes: [postgresql:/var/lib/postgresql]";
        String request = "psql -h /run/postgresql -c 'select 41 + 1'";
        serves(command, "tmpfs: ['/run/postgresql:uid=" + id("-u") + ",gid=" + id("-g") + "']" + volume, request, "42");
        String everybodys = "tmpfs: ['/run/postgresql:mode=1777']" + volume;
        if (Engine.runcIsAtLeast(1, 3)) {
            serves(command, everybodys, request, "42");
        } else {
            try (Stack stack = debian(command, everybodys)) {
                assertThat(Deadline.reached(PATIENCE, () -> !running(stack))).isTrue();
                assertThat(stack.logs("app")).contains("Permission denied");
            }
        }
    }

    @Test
    @Claim(
            "tomcat with only `read_only` does not serve; with a tmpfs on its work, log and temporary directories it does")
    void tomcat() {
        String command = """
                environment: {CATALINA_HOME: /usr/share/tomcat10, CATALINA_BASE: /var/lib/tomcat10, CATALINA_TMPDIR: /tmp}
                command: [/usr/share/tomcat10/bin/catalina.sh, run]""";
        try (Stack stack = debian(command, "")) {
            assertThat(Deadline.reached(
                            PATIENCE, () -> stack.logs("app").contains("Read-only file system") || !running(stack)))
                    .as(stack.logs("app"))
                    .isTrue();
        }
        serves(
                command,
                "tmpfs: [/tmp, /var/log/tomcat10, /var/cache/tomcat10]",
                "curl -s -o /dev/null -w '%{http_code}' http://localhost:8080/",
                "200");
    }

    private static String id(String which) {
        return Docker.run("run", "--rm", "--network", "none", RealImages.DEBIAN, "id", which, "postgres")
                .out();
    }

    private static void dies(String command, String... words) {
        try (Stack stack = debian(command, "")) {
            assertThat(Deadline.reached(PATIENCE, () -> !running(stack)))
                    .as(stack.logs("app"))
                    .isTrue();
            assertThat(stack.logs("app")).contains(words);
        }
    }

    private static void serves(String command, String mounts, String request, String answer) {
        try (Stack stack = debian(command, mounts)) {
            answers(stack, request, answer);
        }
    }

    private static void answers(Stack stack, String request, String answer) {
        assertThat(Deadline.reached(
                        PATIENCE, () -> stack.own("app", request).out().contains(answer)))
                .as(() -> stack.own("app", request).said() + stack.logs("app"))
                .isTrue();
    }

    private static boolean running(Stack stack) {
        return Docker.run("inspect", "--format", "{{.State.Running}}", stack.container("app"))
                .out()
                .equals("true");
    }

    private static Stack debian(String command, String mounts) {
        return Stack.up(compose(command, mounts));
    }

    private static String compose(String command, String mounts) {
        return "services:\n  app:\n    image: " + RealImages.DEBIAN + "\n    network_mode: none\n    read_only: true\n"
                + command.indent(4)
                + mounts.indent(4)
                + (mounts.contains("volumes:")
                        ? "volumes:\n  " + mounts.replaceAll("(?s).*volumes: \\[(\\w+):.*", "$1") + ":\n"
                        : "");
    }
}
