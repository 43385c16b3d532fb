package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tmpfs is when nothing else is said, and what its options do. */
@OnEngine
class EngineTmpfsTest {
    private static final String MODE = "stat -c '%a %u' ";

    @Test
    @Claim("Without a mount a write to /tmp fails with EROFS under a read-only root; with a tmpfs it works")
    void tmpfsMendsTemporaryFiles() {
        try (Stack stack = Stack.up("""
                services:
                  without: {image: TINY, network_mode: none, read_only: true}
                  with: {image: TINY, network_mode: none, read_only: true, tmpfs: ["/tmp:size=1m"]}
                """)) {
            assertThat(stack.root("without", "mktemp").readOnly()).isTrue();
            assertThat(stack.root("with", "mktemp").succeeded()).isTrue();
        }
    }

    @Test
    @Claim(
            "A tmpfs has nosuid, nodev and noexec in both syntaxes without being told; `exec`, `suid` and `dev` take their"
                    + " flag away, and of `exec,noexec` the last counts")
    void flagsByDefault() {
        try (Stack stack = Stack.app(
                "read_only: true",
                "tmpfs: ['/plain', '/exec:exec', '/suid:suid', '/dev/x:dev', '/last:exec,noexec']",
                "volumes: [{type: tmpfs, target: /long}]")) {
            for (String path : List.of("/plain", "/long", "/last")) {
                assertThat(stack.options("app", path)).as(path).contains("rw", "nosuid", "nodev", "noexec");
            }
            assertThat(stack.options("app", "/exec"))
                    .contains("nosuid", "nodev")
                    .doesNotContain("noexec");
            assertThat(stack.options("app", "/suid"))
                    .contains("noexec", "nodev")
                    .doesNotContain("nosuid");
            assertThat(stack.options("app", "/dev/x"))
                    .contains("noexec", "nosuid")
                    .doesNotContain("nodev");
            assertThat(stack.root("app", "cp /bin/busybox /plain/busybox && /plain/busybox true")
                            .denied())
                    .isTrue();
            assertThat(stack.root("app", "cp /bin/busybox /exec/busybox && /exec/busybox true")
                            .said())
                    .isEmpty();
        }
    }

    @Test
    @Claim("An option that Docker does not know is refused: `invalid tmpfs option`")
    void unknownOptionsAreRefused() {
        for (String option : List.of("foo", "ro,foo=1", "user=app", "size=1m,")) {
            try (Stack stack = Stack.of(Stack.service("tmpfs: ['/t:" + option + "']"))) {
                Answer answer = stack.tryUp();
                assertThat(answer.succeeded()).as(option).isFalse();
                assertThat(answer.said()).as(option).contains("invalid tmpfs option");
            }
        }
    }

    @Test
    @Claim(
            "A value that the kernel does not know ends the start: `size=64mb`, `size=abc`, `mode=9`, `uid=app`, `mpol=foo`")
    void badValuesEndTheStart() {
        for (String option : List.of("size=64mb", "size=abc", "mode=9", "uid=app", "mpol=foo")) {
            try (Stack stack = Stack.of(Stack.service("tmpfs: ['/t:" + option + "']"))) {
                Answer answer = stack.tryUp();
                assertThat(answer.succeeded()).as(option).isFalse();
                assertThat(answer.said()).as(option).contains("invalid argument");
            }
        }
        try (Stack stack =
                Stack.app("tmpfs: ['/a:size=64M', '/b:size=50%', '/c:mode=01777', '/d:size=64m,nr_inodes=1k']")) {
            assertThat(stack.options("app", "/a")).contains("size=65536k");
        }
    }

    @Test
    @Claim("`remount`, `bind` and `rbind` pass Docker's list of options and end the start")
    void optionsThatCannotBeMounted() {
        for (String option : List.of("remount", "bind", "rbind")) {
            try (Stack stack = Stack.of(Stack.service("tmpfs: ['/t:" + option + "']"))) {
                assertThat(stack.tryUp().succeeded()).as(option).isFalse();
            }
        }
    }

    @Test
    @Claim(
            "`ro` makes a tmpfs read-only, in the short syntax and with `read_only: true` in the long; of `ro,rw` the last"
                    + " counts")
    void readOnlyTmpfs() {
        try (Stack stack = Stack.app(
                "read_only: true",
                "tmpfs: ['/a:ro', '/b:ro,rw', '/c:rw,ro']",
                "volumes: [{type: tmpfs, target: /d, read_only: true}]")) {
            assertThat(stack.root("app", "touch /a/x").readOnly()).isTrue();
            assertThat(stack.root("app", "touch /b/x").succeeded()).isTrue();
            assertThat(stack.root("app", "touch /c/x").readOnly()).isTrue();
            assertThat(stack.root("app", "touch /d/x").readOnly()).isTrue();
        }
    }

    @Test
    @Claim("A tmpfs on a directory that the image lacks has mode 1777: any user can write")
    void onAnAbsentDirectory() {
        try (Stack stack = Stack.app("read_only: true", "user: '1000'", "tmpfs: [/absent]")) {
            assertThat(stack.own("app", MODE + "/absent").out()).isEqualTo("1777 0");
            assertThat(stack.own("app", "touch /absent/x").succeeded()).isTrue();
        }
    }

    @Test
    @Claim("A tmpfs without a mode on root's 0755 directory of the image is root's 0755: user 1000 gets EACCES")
    void onADirectoryOfTheImage() {
        try (Stack stack = Stack.app("read_only: true", "user: '1000'", "tmpfs: [/data]")) {
            assertThat(stack.own("app", MODE + "/data").out()).isEqualTo("755 0");
            assertThat(stack.own("app", "touch /data/x").denied()).isTrue();
        }
    }

    @Test
    @Claim("`mode=1777` over such a directory: runc 1.1 ignores it (EACCES), runc 1.3 honours it")
    void modeOverADirectoryOfTheImage() {
        boolean honoured = Engine.runcIsAtLeast(1, 3);
        try (Stack stack = Stack.app("read_only: true", "user: '1000'", "tmpfs: ['/data:mode=1777']")) {
            assertThat(stack.own("app", MODE + "/data").out()).isEqualTo(honoured ? "1777 0" : "755 0");
            assertThat(stack.own("app", "touch /data/x").succeeded()).isEqualTo(honoured);
        }
    }

    @Test
    @Claim("`uid=1000,mode=0700` over such a directory: runc 1.1 leaves the mode 0755, runc 1.3 sets 0700")
    void ownerOverADirectoryOfTheImage() {
        String mode = Engine.runcIsAtLeast(1, 3) ? "700" : "755";
        try (Stack stack = Stack.app("read_only: true", "user: '1000'", "tmpfs: ['/data:uid=1000,mode=0700']")) {
            assertThat(stack.own("app", "stat -c %a /data").out()).isEqualTo(mode);
        }
    }

    @Test
    @Claim(
            "`mode: 1777` of the long syntax is decimal, 3361 in octal, and nobody else can use the directory; `01777` is"
                    + " right")
    void longModeIsANumber() {
        try (Stack stack = Stack.app("read_only: true", "user: '1000'", """
                volumes:
                  - {type: tmpfs, target: /decimal, tmpfs: {mode: 1777}}
                  - {type: tmpfs, target: /octal, tmpfs: {mode: 01777}}
                """)) {
            assertThat(stack.own("app", MODE + "/decimal").out()).isEqualTo("3361 0");
            assertThat(stack.own("app", "touch /decimal/x && ls /decimal").denied())
                    .isTrue();
            assertThat(stack.own("app", MODE + "/octal").out()).isEqualTo("1777 0");
            assertThat(stack.own("app", "touch /octal/x").succeeded()).isTrue();
        }
    }

    @Test
    @Claim("Without a size a tmpfs may grow to half of the host's memory; with one, writing more ends with ENOSPC")
    void sizes() {
        try (Stack stack = Stack.app("tmpfs: [/plain, '/small:size=64k', '/none:size=0']")) {
            assertThat(stack.options("app", "/plain")).noneMatch(option -> option.startsWith("size="));
            long total = kilobytes(stack.root("app", "awk '/MemTotal/ {print $2}' /proc/meminfo"));
            long size = kilobytes(stack.root("app", "df -k /plain | awk 'END {print $2}'"));
            assertThat(size).isBetween(total * 45 / 100, total * 55 / 100);
            assertThat(stack.options("app", "/small")).contains("size=64k");
            assertThat(stack.root("app", "dd if=/dev/zero of=/small/x bs=1k count=200")
                            .said())
                    .contains("No space left");
            assertThat(kilobytes(stack.root("app", "df -k /none | awk 'END {print $2}'")))
                    .as("size=0 is no limit at all")
                    .isEqualTo(0);
        }
    }

    @Test
    @Claim("In a container with a memory limit, filling a tmpfs without a size ends with an out-of-memory kill")
    void memoryLimitBoundsATmpfs() {
        try (Stack stack = Stack.app("mem_limit: 32m", "memswap_limit: 32m", "tmpfs: [/plain, '/bounded:size=1m']")) {
            assertThat(stack.root("app", "dd if=/dev/zero of=/bounded/x bs=1k count=2000")
                            .said())
                    .contains("No space left");
            assertThat(stack.root("app", "head -c 100000000 /dev/zero >/plain/x")
                            .exit())
                    .as("killed")
                    .isEqualTo(137);
        }
    }

    @Test
    @Claim("A tmpfs on /var/run, where that is a link to /run, lands on /run")
    void onALink() {
        try (Stack stack = Stack.app("read_only: true", "tmpfs: [/var/run]")) {
            assertThat(stack.options("app", "/run")).contains("rw");
            assertThat(stack.root("app", "touch /run/x && ls /var/run/x").succeeded())
                    .isTrue();
        }
    }

    @Test
    @Claim("A tmpfs hides what the image has there; a new named volume takes it over")
    void tmpfsHidesAndVolumesTakeOver() {
        try (Stack stack = Stack.up(Stack.service("read_only: true", "tmpfs: [/data]", "volumes: ['named:/own']")
                + "volumes:\n  named:\n")) {
            assertThat(stack.root("app", "ls /data").out()).isEmpty();
            assertThat(stack.root("app", "cat /own/seed.txt").out()).isEqualTo("seed");
        }
    }

    @Test
    @Claim("What lies on a tmpfs is gone after a restart; a named volume keeps it")
    void tmpfsForgets() {
        try (Stack stack = Stack.up(Stack.service("read_only: true", "tmpfs: [/data]", "volumes: ['named:/own']")
                + "volumes:\n  named:\n")) {
            assertThat(stack.root("app", "touch /data/x /own/x").succeeded()).isTrue();
            assertThat(stack.compose("restart", "-t", "0").succeeded()).isTrue();
            assertThat(stack.root("app", "ls /own/x").succeeded()).isTrue();
            assertThat(stack.root("app", "ls /data/x").succeeded()).isFalse();
        }
    }

    private static long kilobytes(Answer answer) {
        return Long.parseLong(answer.out().strip());
    }
}
