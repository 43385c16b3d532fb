package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a process finds when it starts.
 *
 * @param environment variables that are known; values come from outside the scripts, so they must not be shown
 * @param closed whether there are no others
 * @param directory the working directory, absolute; empty if unknown
 * @param user a name or number; empty if unknown
 * @param files what is known of the files
 */
public record Surroundings(
        Map<String, Text> environment, boolean closed, Optional<Text> directory, Optional<String> user, Files files) {
    public Surroundings {
        environment = Map.copyOf(environment);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(user);
        Objects.requireNonNull(files);
    }

    /** The files of a container, as far as they are known. */
    public interface Files {
        /** The script at that absolute path. */
        Optional<ScriptText> script(String path);

        /** Whether there is a directory for certain. */
        boolean hasDirectory(String path);

        /** Whether there is a file or directory for certain. */
        boolean has(String path);

        /** Nothing is known. */
        Files UNKNOWN = new Files() {
            @Override
            public Optional<ScriptText> script(String path) {
                return Optional.empty();
            }

            @Override
            public boolean hasDirectory(String path) {
                return false;
            }

            @Override
            public boolean has(String path) {
                return false;
            }
        };
    }
}
