package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The image that almost every test uses: a busybox and the directories of a usual system. It is made from nothing. */
final class TinyImage {
    /** Its name; another content is another tag. */
    static final String NAME = "rootfs-test/tiny:1";

    private static final String DOCKERFILE = """
            FROM scratch
            COPY busybox /bin/busybox
            RUN ["/bin/busybox", "--install", "-s", "/bin"]
            ENV PATH=/usr/local/bin:/usr/bin:/bin
            RUN mkdir -p /etc/app /usr/bin /usr/local/bin /usr/share /opt/app/lib /opt/app/work /srv/files /home/app \\
                    /var/lib/store /var/log /var/cache /var/tmp /run/lock /data/sub/deep /own /tmp /mnt/a /boot && \\
                ln -s /run /var/run && ln -s /run/lock /var/lock && \\
                chmod 1777 /tmp /var/tmp && \\
                echo 'root:x:0:0:root:/root:/bin/sh' >/etc/passwd && \\
                echo 'app:x:1000:1000:app:/home/app:/bin/sh' >>/etc/passwd && \\
                echo 'app:x:1000:' >/etc/group && \\
                echo 'port=80' >/etc/app/app.conf && \\
                echo seed >/data/seed.txt && echo seed >/own/seed.txt && echo program >/opt/app/program && \\
                chown -R 1000:1000 /own /home/app
            CMD ["sleep", "infinity"]
            """;

    private TinyImage() {}

    /** The static busybox of this machine. */
    static Optional<Path> busybox() {
        return Stream.of("/bin/busybox", "/usr/bin/busybox", "/usr/local/bin/busybox")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Makes it if it is not there. */
    static synchronized void make() {
        if (!Docker.run("image", "inspect", NAME).succeeded()) {
            Path busybox = busybox().orElseThrow(() -> new AssertionError("there is no static busybox"));
            build(NAME, DOCKERFILE, busybox);
        }
    }

    /** Builds an image from a Dockerfile and files that it copies; each keeps its name. */
    static void build(String name, String dockerfile, Path... files) {
        try {
            Path context = Files.createTempDirectory("rootfs-image");
            try {
                Files.writeString(context.resolve("Dockerfile"), dockerfile);
                for (Path file : files) {
                    Files.copy(
                            file.toRealPath(),
                            context.resolve(file.getFileName().toString()));
                }
                Answer built = Docker.run("build", "-q", "-t", name, context.toString());
                assertThat(built.succeeded()).as(built.said()).isTrue();
            } finally {
                Stack.delete(context);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
