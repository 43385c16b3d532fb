package io.github.rootfsmaven.observe;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The user's own {@code docker} command line, with his context and environment. It is only asked: of all that it can do
 * these few words are let through.
 */
final class DockerCommand {
    private static final Set<String> READING = Set.of("ps", "inspect", "diff", "logs", "image inspect");
    private static final int LONGEST_LINE = 16 * 1024;

    private final String program;
    private final Duration patience;

    /** @param patience how long one answer may take */
    DockerCommand(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /** How a question was answered. */
    enum Outcome {
        ANSWERED,
        REFUSED,
        TOO_SLOW,
        NO_COMMAND
    }

    /**
     * Asks, and hands on every line as it comes, complaints among them; what a line has beyond its first 16 KB is cut off.
     *
     * @param most how many bytes are read before the command is stopped
     */
    Outcome ask(String verb, List<String> words, long most, Consumer<String> lines) {
        if (!READING.contains(verb)) {
            throw new IllegalArgumentException("'" + verb + "' may change something");
        }
        List<String> command = Stream.of(Stream.of(program), Stream.of(verb.split(" ")), words.stream())
                .flatMap(part -> part)
                .toList();
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return Outcome.NO_COMMAND;
        }
        return answer(process, most, lines);
    }

    private Outcome answer(Process process, long most, Consumer<String> lines) {
        Reader reader = new Reader(process, most, lines);
        Thread thread = new Thread(reader, "rootfs-observe");
        thread.setDaemon(true);
        thread.start();
        try {
            process.getOutputStream().close();
        } catch (IOException closed) {
            // it reads nothing anyway
        }
        try {
            thread.join(patience.toMillis());
            boolean inTime = !thread.isAlive();
            reader.stopped = true;
            if (!inTime || reader.full) {
                process.destroyForcibly();
            }
            if (!inTime) {
                return Outcome.TOO_SLOW;
            }
            return reader.full || process.waitFor() == 0 ? Outcome.ANSWERED : Outcome.REFUSED;
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return Outcome.TOO_SLOW;
        }
    }

    /** Reads line by line, and never holds more than one. */
    private static final class Reader implements Runnable {
        private final Process process;
        private final long most;
        private final Consumer<String> lines;
        private volatile boolean stopped;
        private volatile boolean full;

        Reader(Process process, long most, Consumer<String> lines) {
            this.process = process;
            this.most = most;
            this.lines = lines;
        }

        @Override
        public void run() {
            try (InputStream in = new BufferedInputStream(process.getInputStream())) {
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                long read = 0;
                for (int c = in.read(); c >= 0 && !stopped; c = in.read()) {
                    if (++read > most) {
                        full = true;
                        return;
                    }
                    if (c == '\n') {
                        take(line);
                    } else if (line.size() < LONGEST_LINE) {
                        line.write(c);
                    }
                }
                take(line);
            } catch (IOException killed) {
                // as when its time is up
            }
        }

        private void take(ByteArrayOutputStream line) {
            if (!stopped && line.size() > 0) {
                lines.accept(line.toString(StandardCharsets.UTF_8));
            }
            line.reset();
        }
    }
}
