package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Scripts of the project, each read once. */
final class ScriptFiles {
    /** Longer than anybody writes a start script. */
    private static final long LARGEST = 512 * 1024;

    private static final Pattern SHELL = Pattern.compile("#!.*[/ ](?:ba|da|a|k|z)?sh\\b.*");
    private static final Pattern NAMED = Pattern.compile(".*\\.(?:sh|bash|envsh)|.*entrypoint[^.]*");

    private final Map<Path, Optional<SourceFile>> scripts = new HashMap<>();

    /** The shell script at that path, unless it lies outside of the directory, by a link perhaps. */
    Optional<SourceFile> read(Path file, Path directory) {
        try {
            boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(directory.toRealPath());
            return inside ? scripts.computeIfAbsent(file, ScriptFiles::read) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * A script or Makefile that is looked at for what it starts; the user's patterns have found it.
     *
     * @param missed takes what cannot be read
     */
    static Optional<SourceFile> found(Path path, Consumer<Problem> missed) {
        try {
            if (Files.size(path) > LARGEST) {
                missed.accept(notRead(path, Message.of("it is larger than {0} KB", LARGEST / 1024)));
                return Optional.empty();
            }
            SourceFile file = SourceFile.read(path);
            String first = file.line(1);
            return Optional.of(file)
                    .filter(script ->
                            !first.startsWith("#!") || SHELL.matcher(first).matches() || first.contains("make"));
        } catch (IOException unreadable) {
            missed.accept(notRead(path, SourceFile.whyUnreadable(path)));
            return Optional.empty();
        } catch (InvalidInput binary) {
            return Optional.empty();
        }
    }

    private static Problem notRead(Path path, Message why) {
        return Problem.notRead(
                SourceFile.of(path, "").start(),
                Message.of("the script was not read: {0}", why),
                Message.of("Containers that it starts are not checked."));
    }

    /** Empty for a program, for a script of another language, and for what cannot be read. */
    private static Optional<SourceFile> read(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            SourceFile file = SourceFile.read(path);
            String first = file.line(1);
            boolean shell = first.startsWith("#!")
                    ? SHELL.matcher(first).matches()
                    : NAMED.matcher(path.getFileName().toString()).matches();
            return Optional.of(file).filter(script -> shell);
        } catch (IOException | InvalidInput unreadable) {
            return Optional.empty();
        }
    }
}
