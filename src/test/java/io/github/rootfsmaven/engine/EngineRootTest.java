package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What closes the root filesystem, and what opens it again. */
@OnEngine
class EngineRootTest {
    private static final String REMOUNT = "mount -o remount,rw / && echo x >/written";

    @Test
    @Claim("With `read_only: true` root gets EROFS on every path of the image; without it root writes")
    void readOnlyRefusesRoot() {
        try (Stack stack = Stack.up("""
                services:
                  closed: {image: TINY, network_mode: none, read_only: true}
                  open: {image: TINY, network_mode: none}
                """)) {
            for (String path : new String[] {"/x", "/etc/x", "/usr/x", "/tmp/x", "/var/x", "/opt/app/program"}) {
                assertThat(stack.root("closed", "echo x >>" + path).readOnly())
                        .as(path)
                        .isTrue();
                assertThat(stack.root("open", "echo x >>" + path).succeeded())
                        .as(path)
                        .isTrue();
            }
        }
    }

    @Test
    @Claim("Root of an ordinary container with a read-only root cannot remount it")
    void ordinaryRootCannotRemount() {
        try (Stack stack = Stack.app("read_only: true")) {
            assertThat(stack.root("app", REMOUNT).denied()).isTrue();
        }
    }

    @Test
    @Claim("Root of a privileged container remounts the root filesystem writable and writes to it")
    void privilegedRemounts() {
        try (Stack stack = Stack.app("read_only: true", "privileged: true")) {
            assertThat(stack.root("app", "echo x >/written").readOnly()).isTrue();
            assertThat(stack.root("app", REMOUNT).said()).isEmpty();
        }
    }

    @Test
    @Claim("With `cap_add: [SYS_ADMIN]` or `[ALL]` root remounts the root filesystem writable (without AppArmor)")
    void sysAdminRemounts() {
        for (String capability : new String[] {"SYS_ADMIN", "ALL"}) {
            try (Stack stack = Stack.app("read_only: true", "cap_add: [" + capability + "]")) {
                assertThat(stack.root("app", REMOUNT).said()).as(capability).isEmpty();
            }
        }
    }

    @Test
    @Claim("A user that is not root has no such capability in effect, not even in a privileged container: refused")
    void otherUsersCannotRemount() {
        for (String privilege : new String[] {"privileged: true", "cap_add: [SYS_ADMIN]"}) {
            try (Stack stack = Stack.app("read_only: true", "user: '1000'", privilege)) {
                assertThat(stack.own("app", REMOUNT).succeeded()).as(privilege).isFalse();
                assertThat(stack.own("app", "grep CapEff /proc/self/status").out())
                        .as(privilege)
                        .endsWith("0000000000000000");
            }
        }
    }

    @Test
    @Claim("`seccomp:unconfined` or `apparmor:unconfined` alone re-opens nothing")
    void unconfinedAloneOpensNothing() {
        for (String option : new String[] {"seccomp:unconfined", "apparmor:unconfined"}) {
            try (Stack stack = Stack.app("read_only: true", "security_opt: ['" + option + "']")) {
                assertThat(stack.root("app", REMOUNT).succeeded()).as(option).isFalse();
            }
        }
    }

    @Test
    @Claim("A privileged `exec` is stopped by the default seccomp profile, and with `seccomp:unconfined` opens the root"
            + " for everybody in the container")
    void privilegedExecNeedsSeccompUnconfined() {
        try (Stack stack = Stack.app("read_only: true")) {
            Answer exec = Docker.run("exec", "--privileged", "-u", "0", stack.container("app"), "sh", "-c", REMOUNT);
            assertThat(exec.succeeded()).isFalse();
        }
        try (Stack stack = Stack.app("read_only: true", "security_opt: ['seccomp:unconfined']")) {
            Answer exec = Docker.run("exec", "--privileged", "-u", "0", stack.container("app"), "sh", "-c", REMOUNT);
            assertThat(exec.said()).isEmpty();
            assertThat(stack.root("app", "echo y >/another").succeeded()).isTrue();
        }
    }

    @Test
    @Claim("`systempaths=unconfined` makes /proc/sys, and with it the host's core_pattern, writable; EROFS without")
    void systempathsOpenTheKernelsSettings() {
        String open = "true >>/proc/sys/kernel/core_pattern";
        try (Stack stack = Stack.app("read_only: true")) {
            assertThat(stack.root("app", open).readOnly()).isTrue();
        }
        try (Stack stack = Stack.app("read_only: true", "security_opt: ['systempaths=unconfined']")) {
            assertThat(stack.root("app", open).said()).isEmpty();
        }
    }

    @Test
    @Claim("`writable-cgroups=true` makes the control groups writable; they are read-only without")
    void writableCgroups() {
        String writable = "grep ' cgroup2\\? ' /proc/mounts | grep -q ' rw,'";
        try (Stack stack = Stack.app("read_only: true")) {
            assertThat(stack.root("app", writable).succeeded()).isFalse();
        }
        try (Stack stack = Stack.app("read_only: true", "security_opt: ['writable-cgroups=true']")) {
            assertThat(stack.root("app", writable).succeeded()).isTrue();
        }
    }

    @Test
    @Claim("/sys/fs/cgroup itself is a writable tmpfs with cgroup v1 and read-only with v2, so the map says unknown")
    void theDirectoryOfControlGroupsDependsOnTheHost() {
        boolean first =
                Docker.run("info", "--format", "{{.CgroupVersion}}").out().equals("1");
        try (Stack stack = Stack.app("read_only: true")) {
            assertThat(stack.root("app", "true >/sys/fs/cgroup/x").succeeded()).isEqualTo(first);
        }
    }

    @Test
    @Claim("Under a read-only root /dev stays a 64 MiB tmpfs where root can write and run a program; user 1000 cannot")
    void devStaysWritable() {
        try (Stack stack = Stack.app("read_only: true")) {
            assertThat(stack.options("app", "/dev"))
                    .contains("rw", "size=65536k")
                    .doesNotContain("noexec");
            assertThat(stack.root("app", "cp /bin/busybox /dev/busybox && /dev/busybox true")
                            .said())
                    .isEmpty();
            assertThat(stack.as("1000", "app", "touch /dev/x").denied()).isTrue();
        }
    }

    @Test
    @Claim("Under a read-only root /dev/shm stays writable for everybody, with noexec; `ipc: none` takes it away")
    void sharedMemoryStaysWritable() {
        try (Stack stack = Stack.app("read_only: true")) {
            assertThat(stack.options("app", "/dev/shm")).contains("rw", "noexec", "nosuid", "nodev");
            assertThat(stack.as("1000", "app", "touch /dev/shm/x").succeeded()).isTrue();
        }
        try (Stack stack = Stack.app("read_only: true", "ipc: none")) {
            assertThat(stack.root("app", "grep /dev/shm /proc/mounts").succeeded())
                    .isFalse();
        }
    }

    @Test
    @Claim("With `ipc: host` /dev/shm is the host's: what another such container writes is there")
    void hostIpcIsTheHosts() {
        try (Stack stack = Stack.up("""
                services:
                  one: {image: TINY, network_mode: none, read_only: true, ipc: host}
                  two: {image: TINY, network_mode: none, read_only: true, ipc: host}
                """)) {
            assertThat(stack.root("one", "echo x >/dev/shm/rootfs-test").succeeded())
                    .isTrue();
            assertThat(stack.root("two", "cat /dev/shm/rootfs-test && rm /dev/shm/rootfs-test")
                            .out())
                    .isEqualTo("x");
        }
    }

    @Test
    @Claim("With `pid: service:x` root writes a writable root of x through /proc/PID/root; of a read-only x its tmpfs"
            + " and volumes, not its root")
    void sharedProcessesOpenTheNeighbour() {
        try (Stack stack = Stack.up("""
                services:
                  open: {image: TINY, network_mode: none}
                  closed: {image: TINY, network_mode: none, read_only: true, tmpfs: [/tmp], volumes: [/data]}
                  beside-open: {image: TINY, network_mode: none, read_only: true, pid: "service:open"}
                  beside-closed: {image: TINY, network_mode: none, read_only: true, pid: "service:closed"}
                """)) {
            assertThat(stack.root("beside-open", "echo x >/proc/1/root/etc/x").said())
                    .isEmpty();
            assertThat(stack.root("open", "cat /etc/x").out()).isEqualTo("x");
            assertThat(stack.root("beside-closed", "echo x >/proc/1/root/etc/x").readOnly())
                    .isTrue();
            assertThat(stack.root("beside-closed", "echo x >/proc/1/root/tmp/x && echo x >/proc/1/root/data/x")
                            .said())
                    .isEmpty();
        }
    }

    @Test
    @Claim("With `pid: host` root writes the writable root of a neighbour, but not the host's root")
    void hostProcessesOpenTheNeighbours() {
        try (Stack stack = Stack.up("""
                services:
                  open: {image: TINY, network_mode: none}
                  beside: {image: TINY, network_mode: none, read_only: true, pid: host}
                """)) {
            String process = Docker.run("inspect", "--format", "{{.State.Pid}}", stack.container("open"))
                    .out();
            assertThat(stack.root("beside", "echo x >/proc/" + process + "/root/etc/x")
                            .said())
                    .isEmpty();
            assertThat(stack.root("beside", "echo x >/proc/1/root/tmp/rootfs-test")
                            .succeeded())
                    .isFalse();
        }
    }

    @Test
    @Claim("/etc/hosts, /etc/hostname and /etc/resolv.conf are read-only under a read-only root and writable under a"
            + " writable one")
    void etcHostsFollowsTheRoot() {
        try (Stack stack = Stack.up("""
                services:
                  closed: {image: TINY, read_only: true}
                  open: {image: TINY}
                """)) {
            for (String file : new String[] {"/etc/hosts", "/etc/hostname", "/etc/resolv.conf"}) {
                assertThat(stack.root("closed", "true >>" + file).readOnly())
                        .as(file)
                        .isTrue();
                assertThat(stack.root("open", "true >>" + file).succeeded())
                        .as(file)
                        .isTrue();
            }
        }
    }
}
