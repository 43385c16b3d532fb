package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hands-on service of the handbook in one of its forms.
 *
 * @param source its directory, whose compose.yaml is the hardened one
 * @param override what a machine without a registry needs besides
 * @param program a file of the program
 * @param health the command that asks for {@code /health} from inside
 * @param post the command that posts a memo from inside
 */
record MemoService(Path source, String override, String program, String health, String post) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A mistake, by what it takes out of the Compose file. */
    enum Mistake {
        NONE(""),
        NO_READ_ONLY("    read_only: true\n"),
        NO_TMPFS("    tmpfs:\n      - /tmp:size=64m,mode=1777\n");

        private final String lines;

        Mistake(String lines) {
            this.lines = lines;
        }
    }

    /** The rules that speak up before anything runs. */
    List<String> findings(Mistake mistake) throws Exception {
        try (Stack stack = written(mistake)) {
            return new Check(Rules.all())
                            .run(ProjectLoader.load(ProjectSettings.in(stack.directory())), Policy.standard())
                            .findings()
                            .stream()
                            .map(reported -> reported.finding().rule())
                            .distinct()
                            .toList();
        }
    }

    /** Builds and starts it, and waits until it is healthy. */
    Stack started(Mistake mistake, Path... files) throws IOException {
        return started(written(mistake), files);
    }

    /** The same from a Compose file without any hardening, after somebody else has changed the directory. */
    Stack started(Edit edit, Path... files) throws Exception {
        Stack stack = written(Mistake.NO_READ_ONLY);
        Path compose = stack.directory().resolve("compose.yaml");
        Files.writeString(compose, Files.readString(compose).replace(Mistake.NO_TMPFS.lines, ""));
        edit.of(stack.directory());
        return started(stack, files);
    }

    /** Changes a directory. */
    interface Edit {
        void of(Path directory) throws Exception;
    }

    private Stack started(Stack stack, Path... files) throws IOException {
        for (Path file : files) {
            Files.createDirectories(stack.directory().resolve("built/build/target"));
            Files.copy(
                    file,
                    stack.directory()
                            .resolve("built/build/target")
                            .resolve(file.getFileName().toString()));
        }
        stack.with("compose.override.yaml", override);
        Answer up = stack.compose("up", "-d", "--build");
        assertThat(up.succeeded()).as(up.said()).isTrue();
        assertThat(Deadline.reached(
                        PATIENCE, () -> stack.own("api", health).out().equals("{\"ok\":true}")))
                .as(() -> stack.logs("api"))
                .isTrue();
        return stack;
    }

    private Stack written(Mistake mistake) throws IOException {
        String compose = Files.readString(source.resolve("compose.yaml"));
        assertThat(compose).contains(mistake.lines);
        Stack stack = Stack.of(compose.replace(mistake.lines, ""));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith("compose.")) {
                    stack.with(name, Files.readString(file));
                }
            }
        }
        return stack;
    }
}
