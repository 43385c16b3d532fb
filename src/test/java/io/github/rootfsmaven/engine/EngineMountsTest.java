package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What mounts are writable under a read-only root, and whose they are. */
@OnEngine
class EngineMountsTest {

    @Test
    @Claim("An image's VOLUME stays writable under a read-only root; a mount on exactly its path replaces it")
    void imageVolumeStaysWritable() {
        TinyImage.build(ImageVariant.DATA.image(), ImageVariant.DATA.dockerfile());
        try (Stack stack = Stack.up("""
                services:
                  open: {image: rootfs-test/data:1, network_mode: none, read_only: true}
                  tmpfs: {image: rootfs-test/data:1, network_mode: none, read_only: true, tmpfs: ["/data:ro"]}
                  bind: {image: rootfs-test/data:1, network_mode: none, read_only: true, volumes: ["./d:/data:ro"]}
                """)) {
            assertThat(stack.root("open", "touch /data/x").succeeded()).isTrue();
            assertThat(stack.root("tmpfs", "touch /data/x").readOnly()).isTrue();
            assertThat(stack.root("bind", "touch /data/x").readOnly()).isTrue();
        }
    }

    @Test
    @Claim("A tmpfs on the directory above a VOLUME does not replace it: the volume is mounted below")
    void mountAboveDoesNotReplaceAnImageVolume() {
        TinyImage.build(ImageVariant.STORES.image(), ImageVariant.STORES.dockerfile());
        try (Stack stack = Stack.up("""
                services:
                  app: {image: rootfs-test/stores:1, network_mode: none, read_only: true, tmpfs: [/var/lib]}
                """)) {
            assertThat(stack.root("app", "grep ' /var/lib/store ' /proc/mounts").out())
                    .isNotEmpty()
                    .doesNotContain("tmpfs");
        }
    }

    @Test
    @Claim("Binds, named volumes and anonymous volumes stay writable as a whole under a read-only root; with `ro` or"
            + " `read_only: true` root gets EROFS")
    void mountsStayWritable() {
        try (Stack stack = Stack.up(Stack.service("read_only: true", """
                volumes:
                  - ./etc:/etc/app
                  - ./program:/opt/app
                  - named:/usr/share
                  - /srv
                  - ./closed:/own:ro
                  - {type: bind, source: ./closed2, target: /home, read_only: true, bind: {create_host_path: true}}
                  - closed:/data:ro
                """) + "volumes:\n  named:\n  closed:\n")) {
            for (String path : List.of("/etc/app", "/opt/app", "/usr/share", "/srv")) {
                assertThat(stack.root("app", "touch " + path + "/x").succeeded())
                        .as(path)
                        .isTrue();
            }
            for (String path : List.of("/own", "/home", "/data", "/etc", "/opt", "/usr")) {
                assertThat(stack.root("app", "touch " + path + "/x").readOnly())
                        .as(path)
                        .isTrue();
            }
        }
    }

    @Test
    @Claim("The longest mount point above a path decides, whatever the order in the file")
    void theLongestMountPointDecides() {
        try (Stack stack = Stack.of(Stack.service(
                                "read_only: true",
                                "volumes: ['inner:/data/sub', './outer:/data:ro']",
                                "tmpfs: ['/var:ro', /var/log]")
                        + "volumes:\n  inner:\n")
                .with("outer/sub/keep", "")) {
            stack.up();
            assertThat(stack.root("app", "touch /data/x").readOnly()).isTrue();
            assertThat(stack.root("app", "touch /data/sub/x").succeeded()).isTrue();
            assertThat(stack.root("app", "touch /var/x").readOnly()).isTrue();
            assertThat(stack.root("app", "touch /var/log/x").succeeded()).isTrue();
        }
    }

    @Test
    @Claim("`:RO` and `:readonly` are silently ignored: the mount is writable")
    void misspelledReadOnlyIsIgnored() {
        try (Stack stack = Stack.app(
                "read_only: true", "volumes: ['./a:/a:RO', './b:/b:readonly', './c:/c:READONLY', './d:/d:ro']")) {
            for (String path : List.of("/a", "/b", "/c")) {
                assertThat(stack.root("app", "touch " + path + "/x").succeeded())
                        .as(path)
                        .isTrue();
            }
            assertThat(stack.root("app", "touch /d/x").readOnly()).isTrue();
        }
    }

    @Test
    @Claim("`volumes_from: [a:ro]` is writable: Docker Compose drops the `ro`")
    void volumesFromDropsReadOnly() {
        try (Stack stack = Stack.up("""
                services:
                  a: {image: TINY, network_mode: none, volumes: [/data], tmpfs: [/tmp]}
                  b: {image: TINY, network_mode: none, read_only: true, volumes_from: ["a:ro"]}
                """)) {
            assertThat(stack.root("b", "touch /data/x").succeeded()).isTrue();
            assertThat(stack.root("b", "touch /tmp/x").readOnly())
                    .as("a tmpfs is not taken over")
                    .isTrue();
        }
    }

    @Test
    @Claim("A named volume on a path that the image lacks is root's 0755: user 1000 gets EACCES")
    void volumeOnAnAbsentPathIsRoots() {
        try (Stack stack = Stack.up(Stack.service("user: '1000'", "read_only: true", "volumes: ['named:/absent']")
                + "volumes:\n  named:\n")) {
            assertThat(stack.own("app", "touch /absent/x").denied()).isTrue();
        }
    }

    @Test
    @Claim("A named volume on a directory that the image made for user 1000 takes over its owner: user 1000 writes")
    void volumeTakesOverTheOwner() {
        try (Stack stack = Stack.up(
                Stack.service("user: '1000'", "read_only: true", "volumes: ['named:/own']") + "volumes:\n  named:\n")) {
            assertThat(stack.own("app", "touch /own/x").succeeded()).isTrue();
        }
    }

    @Test
    @Claim("A mount below a read-only bind ends the start if the source lacks the directory, and works if it has it")
    void mountPointInsideAReadOnlyBind() {
        String compose = Stack.service("read_only: true", "volumes: ['./src:/srv:ro']", "tmpfs: [/srv/cache]");
        try (Stack stack = Stack.of(compose).with("src/keep", "")) {
            Answer answer = stack.tryUp();
            assertThat(answer.succeeded()).isFalse();
            assertThat(answer.said().toLowerCase(java.util.Locale.ROOT)).contains("read-only file system");
        }
        try (Stack stack = Stack.of(compose).with("src/cache/keep", "")) {
            stack.up();
            assertThat(stack.root("app", "touch /srv/cache/x").succeeded()).isTrue();
        }
    }

    @Test
    @Claim("A read-only bind covers what the host has mounted below it; with `recursive: writable` that stays writable")
    void readOnlyBindsAreRecursive() throws IOException {
        try (Stack stack = Stack.of(Stack.service("""
                volumes:
                  - {type: bind, source: ./host, target: /closed, read_only: true}
                  - {type: bind, source: ./host, target: /open, read_only: true, bind: {recursive: writable}}
                """)).with("host/keep", "")) {
            Path below = Files.createDirectory(stack.directory().resolve("host/below"));
            Answer mount = Docker.host(Path.of("/"), "mount", "-t", "tmpfs", "tmpfs", below.toString());
            org.junit.jupiter.api.Assumptions.assumeTrue(mount.succeeded(), "only root can mount on the host");
            try {
                stack.up();
                assertThat(stack.root("app", "touch /closed/below/x").readOnly())
                        .isTrue();
                assertThat(stack.root("app", "touch /open/x").readOnly()).isTrue();
                assertThat(stack.root("app", "touch /open/below/x").succeeded()).isTrue();
            } finally {
                stack.compose("down", "-t", "0");
                Docker.host(Path.of("/"), "umount", "-l", below.toString());
            }
        }
    }

    @Test
    @Claim(
            "What the host mounts later below a read-only bind is not seen by default; with `rslave` it appears, writable")
    void laterMountsAndPropagation() throws IOException {
        try (Stack stack = Stack.of(
                        Stack.service("volumes: ['./shared/host:/plain:ro', './shared/host:/slave:ro,rslave']"))
                .with("shared/host/keep", "")) {
            Path shared = stack.directory().resolve("shared");
            Path below = Files.createDirectory(shared.resolve("host/below"));
            Answer bound = Docker.host(Path.of("/"), "mount", "--bind", shared.toString(), shared.toString());
            org.junit.jupiter.api.Assumptions.assumeTrue(bound.succeeded(), "only root can mount on the host");
            Docker.host(Path.of("/"), "mount", "--make-shared", shared.toString());
            try {
                stack.up();
                Docker.host(Path.of("/"), "mount", "-t", "tmpfs", "tmpfs", below.toString());
                assertThat(stack.root("app", "touch /plain/below/x").readOnly()).isTrue();
                assertThat(stack.root("app", "touch /slave/x").readOnly()).isTrue();
                assertThat(stack.root("app", "touch /slave/below/x").succeeded())
                        .isTrue();
            } finally {
                stack.compose("down", "-t", "0");
                Docker.host(Path.of("/"), "umount", "-l", below.toString());
                Docker.host(Path.of("/"), "umount", "-l", shared.toString());
            }
        }
    }

    @Test
    @Claim("An anonymous volume outlives `up --force-recreate` and is lost by `down` and `up`; a named one is kept")
    void anonymousVolumesAreLost() {
        try (Stack stack = Stack.up(Stack.service("volumes: [/data, 'named:/own']") + "volumes:\n  named:\n")) {
            stack.root("app", "touch /data/x /own/x");
            stack.compose("up", "-d", "--force-recreate", "-t", "0");
            assertThat(stack.root("app", "ls /data/x /own/x").succeeded()).isTrue();
            stack.compose("down", "-t", "0");
            stack.up();
            assertThat(stack.root("app", "ls /own/x").succeeded()).isTrue();
            assertThat(stack.root("app", "ls /data/x").succeeded()).isFalse();
        }
    }

    @Test
    @Claim("A target that is not absolute is refused, as for the volume name of one letter in `v:/data`")
    void relativeTargetsAreRefused() {
        try (Stack stack = Stack.of(Stack.service("volumes: ['v:/data']") + "volumes:\n  v:\n")) {
            Answer answer = stack.tryUp();
            assertThat(answer.succeeded()).isFalse();
            assertThat(answer.said()).contains("mount path must be absolute");
        }
    }

    @Test
    @Claim("`read_only: true` on an anonymous volume is refused by the engine")
    void readOnlyAnonymousVolumesAreRefused() {
        try (Stack stack = Stack.of(Stack.service("volumes: [{type: volume, target: /data, read_only: true}]"))) {
            assertThat(stack.tryUp().said()).contains("must not set ReadOnly mode when using anonymous volumes");
        }
    }
}
