package io.github.rootfsmaven.harden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real git of this machine, which does not look for a repository around a directory. */
final class Git {
    private Git() {}

    /** Applies a patch: what git says if it refuses, empty if it took it; nothing if there is no git here. */
    static Optional<String> apply(Path directory, Path patch) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn"));
        command.add(patch.toString());
        ProcessBuilder git =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        git.environment().put("GIT_CEILING_DIRECTORIES", directory.getParent().toString());
        git.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        try {
            Process process = git.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(process.waitFor() == 0 ? "" : "refused: " + said);
        } catch (IOException missing) {
            System.out.println("SKIPPED: no git on this machine to apply the patches");
            return Optional.empty();
        }
    }
}
