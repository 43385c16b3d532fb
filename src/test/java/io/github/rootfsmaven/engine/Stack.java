package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Compose project in a directory of its own, on the engine until it is closed. */
final class Stack implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path directory;
    private final String name;

    private Stack(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    /** A directory with a Compose file in it; nothing is started. */
    static Stack of(String compose) {
        TinyImage.make();
        try {
            Path directory = Files.createTempDirectory("rootfs-engine");
            Stack stack = new Stack(
                    directory, "rootfs-test-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
            return stack.with("compose.yaml", compose.replace("TINY", TinyImage.NAME));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same with every service started. */
    static Stack up(String compose) {
        Stack stack = of(compose);
        stack.up();
        return stack;
    }

    /** One service called {@code app} from the tiny image, with these keys, started. */
    static Stack app(String... keys) {
        return up(service(keys));
    }

    /** The Compose file of {@link #app}. */
    static String service(String... keys) {
        StringBuilder file = new StringBuilder("services:\n  app:\n    image: TINY\n    network_mode: none\n");
        for (String key : keys) {
            file.append(key.indent(4));
        }
        return file.toString();
    }

    /** Adds a file to the directory. */
    Stack with(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path directory() {
        return directory;
    }

    /** Starts everything, and fails if the engine refuses. */
    void up() {
        Answer answer = tryUp();
        if (!answer.succeeded()) {
            close();
        }
        assertThat(answer.succeeded()).as(answer.said()).isTrue();
    }

    /** Starts everything, and says how that went. */
    Answer tryUp() {
        return compose("up", "-d", "--pull", "never");
    }

    /** {@code docker compose} in the directory. */
    Answer compose(String... words) {
        List<String> all = new ArrayList<>(List.of("compose", "-p", name));
        all.addAll(Arrays.asList(words));
        return Docker.run(directory, "", all.toArray(String[]::new));
    }

    /** {@code docker compose watch}, running until it is destroyed; what it says goes to a file. */
    Process watch(Path log) throws IOException {
        return new ProcessBuilder("docker", "compose", "-p", name, "watch", "--no-up")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Runs a shell script in a service as root. */
    Answer root(String service, String script) {
        return as("0", service, script);
    }

    /** Runs a shell script as a user. */
    Answer as(String user, String service, String script) {
        return compose("exec", "-T", "-u", user, service, "sh", "-c", script);
    }

    /** Runs a shell script as the container's own user. */
    Answer own(String service, String script) {
        return compose("exec", "-T", service, "sh", "-c", script);
    }

    /** The options of the mount at a path, as the kernel tells them: {@code rw,nosuid,size=64k}. */
    List<String> options(String service, String path) {
        Answer mounts = root(service, "cat /proc/mounts");
        assertThat(mounts.succeeded()).as(mounts.said()).isTrue();
        return mounts.out()
                .lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields[1].equals(path))
                .map(fields -> List.of(fields[3].split(",")))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("nothing is mounted on " + path + ":\n" + mounts.out()));
    }

    /** The id of a service's container. */
    String container(String service) {
        return compose("ps", "-aq", service).out();
    }

    /** What a service printed. */
    String logs(String service) {
        return compose("logs", "--no-log-prefix", service).said();
    }

    @Override
    public void close() {
        compose("down", "-v", "-t", "0", "--remove-orphans");
        delete(directory);
    }

    /** Deletes a directory; what a container's root left in it may stay where the tests are not root. */
    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException kept) {
            System.err.println("not deleted: " + directory);
        }
    }
}
