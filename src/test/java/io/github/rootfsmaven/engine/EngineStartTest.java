package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a start that writes, or installs, under a read-only root. */
@OnEngine(image = RealImages.DEBIAN)
class EngineStartTest {
    private static final String PACKAGE = """
            set -e
            mkdir -p /run/p/DEBIAN
            printf 'Package: x\\nVersion: 1\\nArchitecture: all\\nMaintainer: a <a@b>\\nDescription: x\\n' >/run/p/DEBIAN/control
            dpkg-deb -b /run/p /run/p.deb
            dpkg -i /run/p.deb
            exec echo started
            """;

    @BeforeAll
    static void image() {
        TinyImage.make();
    }

    @Test
    @Claim(
            "A start script with `set -e` ends at its write into the image, and its program does not start; with the failure"
                    + " taken, or the file on a tmpfs, it starts")
    void aScriptEndsAtItsWrite() {
        String edits = "set -e; sed -i s/80/81/ /etc/app/app.conf; exec echo started";
        ends(start("--read-only", edits));
        starts(start("", edits));
        starts(start("--read-only", edits.replace("app.conf", "app.conf || true")));
        starts(start(
                "--read-only --tmpfs /run", "set -e; sed s/80/81/ /etc/app/app.conf >/run/conf; exec echo started"));
        starts(start("--read-only", edits.replace("set -e; ", "")));
    }

    @Test
    @Claim(
            "A command whose write comes before `&&` does not start what follows; with a tmpfs there it does. A health check"
                    + " that writes into the image makes a container unhealthy that is healthy with a tmpfs there")
    void aCommandAndAHealthCheckNeedTheirPlace() {
        String command = "echo a > /srv/files/x && exec echo started";
        ends(start("--read-only", command));
        starts(start("--read-only --tmpfs /srv/files", command));
        assertThat(health("--read-only")).isEqualTo("unhealthy");
        assertThat(health("--read-only --tmpfs /srv/files")).isEqualTo("healthy");
    }

    @Test
    @Claim(
            "A `post_start` hook that writes into the image ends `docker compose up`; with a tmpfs there it is carried out")
    void aHookNeedsItsPlace() {
        String hook = "post_start: [{command: [sh, -c, 'echo a > /srv/files/x']}]";
        try (Stack stack = Stack.of(Stack.service("read_only: true", hook))) {
            Answer up = stack.tryUp();
            assertThat(up.succeeded()).as(up.said()).isFalse();
            assertThat(up.said()).contains("hook");
            assertThat(stack.root("app", "ls /srv/files").out()).isEmpty();
        }
        try (Stack stack = Stack.app("read_only: true", hook, "tmpfs: [/srv/files]")) {
            assertThat(stack.root("app", "ls /srv/files").out()).isEqualTo("x");
        }
    }

    @Test
    @Claim("Installing a package at the start fails under a read-only root, also with a tmpfs on /tmp and /run; without"
            + " `--read-only` it is installed and the program starts")
    void anInstallAtTheStartFails() {
        String places = "--tmpfs /tmp --tmpfs /run";
        ends(run("--read-only " + places, RealImages.DEBIAN, PACKAGE));
        starts(run(places, RealImages.DEBIAN, PACKAGE));
    }

    private static Answer start(String options, String script) {
        return run(options, TinyImage.NAME, script);
    }

    private static Answer run(String options, String image, String script) {
        List<String> words = new ArrayList<>(List.of("run", "--rm", "--network=none"));
        words.addAll(Arrays.stream(options.split(" "))
                .filter(option -> !option.isEmpty())
                .toList());
        words.addAll(List.of(image, "sh", "-c", script));
        return Docker.run(words.toArray(String[]::new));
    }

    private static void ends(Answer answer) {
        assertThat(answer.readOnly()).as(answer.said()).isTrue();
        assertThat(answer.out()).doesNotContain("started");
    }

    private static void starts(Answer answer) {
        assertThat(answer.succeeded()).as(answer.said()).isTrue();
        assertThat(answer.out()).endsWith("started");
    }

    /** What the engine says of a container's health when it has made up its mind. */
    private static String health(String options) {
        List<String> words = new ArrayList<>(List.of("run", "-d", "--network=none"));
        words.addAll(List.of(options.split(" ")));
        words.addAll(List.of("--health-cmd=touch /srv/files/alive", "--health-interval=1s", "--health-retries=1"));
        words.add(TinyImage.NAME);
        Answer container = Docker.run(words.toArray(String[]::new));
        assertThat(container.succeeded()).as(container.said()).isTrue();
        try {
            Deadline.reached(
                    Duration.ofSeconds(60), () -> !state(container.out()).equals("starting"));
            return state(container.out());
        } finally {
            Docker.run("rm", "-f", container.out());
        }
    }

    private static String state(String container) {
        return Docker.run("inspect", "-f", "{{.State.Health.Status}}", container)
                .out();
    }
}
