package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Who can change a program, and a disk: what decides is whose it is, and what lies over it. */
@OnEngine
class EngineProgramFilesTest {

    @Test
    @Claim("A program on an image's VOLUME is changed by root under a read-only root, and the change runs after a"
            + " restart; an image built anew does not replace it")
    void programOnAVolumeOfTheImage() {
        String dockerfile = """
                FROM TINY
                COPY app.sh /app/app.sh
                VOLUME /app
                CMD ["sh", "/app/app.sh"]
                """.replace("TINY", TinyImage.NAME);
        try (Stack stack =
                Stack.of("""
                services:
                  app: {build: ., network_mode: none, read_only: true}
                """).with("Dockerfile", dockerfile).with("app.sh", "echo first; sleep infinity\n")) {
            assertThat(stack.compose("build", "-q").succeeded()).isTrue();
            stack.up();
            assertThat(stack.as("1000", "app", "echo >>/app/app.sh").said()).contains("Permission denied");
            assertThat(stack.root("app", "echo 'echo changed; sleep infinity' >/app/app.sh")
                            .succeeded())
                    .isTrue();
            assertThat(stack.compose("restart", "-t", "0").succeeded()).isTrue();
            assertThat(stack.logs("app")).contains("changed");

            stack.with("app.sh", "echo second; sleep infinity\n");
            assertThat(stack.compose("build", "-q").succeeded()).isTrue();
            stack.up();
            assertThat(stack.root("app", "cat /app/app.sh").out()).contains("changed");
        }
    }

    @Test
    @Claim(
            "A user changes program files that `COPY --chown` or `--chmod=777` gave him, and not root's; under a read-only"
                    + " root he gets EROFS")
    void programFilesOfTheUser() {
        String dockerfile = """
                FROM TINY
                COPY app.sh /app/roots.sh
                COPY --chown=1000 app.sh /app/own.sh
                COPY --chmod=777 app.sh /app/open.sh
                USER 1000
                """.replace("TINY", TinyImage.NAME);
        try (Stack stack = Stack.of("""
                services:
                  open: {build: ., network_mode: none}
                  closed: {build: ., network_mode: none, read_only: true}
                """).with("Dockerfile", dockerfile).with("app.sh", "echo app\n")) {
            assertThat(stack.compose("build", "-q").succeeded()).isTrue();
            stack.up();
            for (String script : new String[] {"own", "open"}) {
                String change = "echo changed >>/app/" + script + ".sh";
                assertThat(stack.own("open", change).succeeded()).as(script).isTrue();
                assertThat(stack.own("closed", change).readOnly()).as(script).isTrue();
            }
            assertThat(stack.own("open", "echo changed >>/app/roots.sh").said()).contains("Permission denied");
        }
    }

    @Test
    @Claim("What `WORKDIR` and `COPY` make has the mode 0755: `WORKDIR` for the user in force, `COPY` for that of"
            + " `--chown`, else for root")
    void directoriesThatTheImageMakes() {
        String dockerfile = """
                FROM TINY
                WORKDIR /made/by/root
                COPY app.sh /copied/by/root/
                COPY --chown=1000:1000 app.sh /copied/for/user/
                USER 1000
                WORKDIR /made/by/user
                """.replace("TINY", TinyImage.NAME);
        try (Stack stack = Stack.of("services:\n  app: {build: ., network_mode: none}\n")
                .with("Dockerfile", dockerfile)
                .with("app.sh", "")) {
            assertThat(stack.compose("build", "-q").succeeded()).isTrue();
            stack.up();
            assertThat(stack.root("app", """
                            for d in /made/by/root /made/by/user /copied/by/root /copied/for/user; do
                              stat -c '%n %u %a' $d
                            done""").out().lines())
                    .containsExactly(
                            "/made/by/root 0 755",
                            "/made/by/user 1000 755",
                            "/copied/by/root 0 755",
                            "/copied/for/user 1000 755");
        }
    }

    @Test
    @Claim(
            "A disk of the host in `devices` is written by root under a read-only root, by user 1000 not, and with `:r` by"
                    + " nobody; `device_cgroup_rules` let root make its device file in /dev, without MKNOD not")
    void disksOfTheHost() throws Exception {
        try (Stack stack = Stack.of("services: {}")) {
            stack.with("disk", "x".repeat(1 << 20));
            Answer loop = Docker.host(stack.directory(), "losetup", "-f", "--show", "disk");
            assumeTrue(loop.succeeded(), () -> "needs root, for a disk to lose: " + loop.said());
            try {
                Answer number = Docker.host(stack.directory(), "stat", "-c", "%Hr %Lr", loop.out());
                stack.with("compose.yaml", """
                        services:
                          disk: {image: TINY, network_mode: none, read_only: true, devices: ["LOOP:/dev/sda"]}
                          seen: {image: TINY, network_mode: none, read_only: true, devices: ["LOOP:/dev/sda:r"]}
                          rule: {image: TINY, network_mode: none, read_only: true, device_cgroup_rules: ["b *:* rwm"]}
                          less:
                            image: TINY
                            network_mode: none
                            read_only: true
                            device_cgroup_rules: ["b *:* rwm"]
                            cap_drop: [MKNOD]
                        """.replace("TINY", TinyImage.NAME).replace("LOOP", loop.out()));
                stack.up();
                String write = "echo lost | dd of=/dev/sda conv=notrunc bs=16 count=1";
                assertThat(stack.as("1000", "disk", write).said()).contains("Permission denied");
                assertThat(stack.root("seen", write).said()).contains("Operation not permitted");
                assertThat(stack.root("disk", write).succeeded()).isTrue();
                String make = "mknod /dev/sda b " + number.out() + " && ";
                assertThat(stack.root("less", make + write).said()).contains("Operation not permitted");
                assertThat(stack.root("rule", make + write).succeeded()).isTrue();
            } finally {
                Docker.host(stack.directory(), "losetup", "-d", loop.out());
            }
        }
    }
}
