package io.github.rootfsmaven.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The engine's command line. */
final class Docker {
    private static final int SECONDS = 300;

    private Docker() {}

    /** Runs {@code docker} with those words. */
    static Answer run(String... words) {
        return run(Path.of("."), "", words);
    }

    /** Runs {@code docker} with those words in a directory, with an input. */
    static Answer run(Path directory, String input, String... words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(words));
        return start(directory, input, command);
    }

    /** Runs any program, for what only the host can do. */
    static Answer host(Path directory, String... command) {
        return start(directory, "", List.of(command));
    }

    private static Answer start(Path directory, String input, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).directory(directory.toFile()).start();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // it did not want to read all of it; what it says of that is in its answer
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(-1, "", "no answer in " + SECONDS + " seconds: " + String.join(" ", command));
            }
            return new Answer(
                    process.exitValue(),
                    out.join().stripTrailing(),
                    error.join().stripTrailing());
        } catch (IOException missing) {
            return new Answer(-1, "", missing.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
