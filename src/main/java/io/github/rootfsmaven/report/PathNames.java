package io.github.rootfsmaven.report;

import io.github.rootfsmaven.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * How files are called, always with forward slashes: on the console as somebody would type them who sees the build, in
 * files as they are called in the repository, wherever the build was started.
 *
 * @param startedIn the directory Maven was started in, absolute
 * @param root the repository's root, or {@code startedIn} where there is no repository; absolute
 */
public record PathNames(Path startedIn, Path root) {

    public PathNames {
        Objects.requireNonNull(startedIn);
        Objects.requireNonNull(root);
    }

    /** Looks for the repository, a directory with {@code .git}, from {@code executionRoot} upwards. */
    public static PathNames of(Path startedIn, Path executionRoot) {
        Path started = startedIn.toAbsolutePath().normalize();
        for (Path at = executionRoot.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return new PathNames(started, at);
            }
        }
        return new PathNames(started, started);
    }

    /** The file's name on the console. */
    public String onConsole(Path file) {
        return Printable.text(relative(startedIn, file));
    }

    /** The place's name on the console: {@code file:line:column}. */
    public String onConsole(Span span) {
        return lineOnConsole(span) + ":" + span.startColumn();
    }

    /** The line's name on the console: {@code file:line}. */
    public String lineOnConsole(Span span) {
        return onConsole(span.file().path()) + ":" + span.startLine();
    }

    /** The file's name in a file. */
    public String inFiles(Path file) {
        return relative(root, file);
    }

    private static String relative(Path from, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        // Windows: there is no way from one drive to another
        boolean reachable = Objects.equals(from.getRoot(), absolute.getRoot());
        return (reachable ? from.relativize(absolute) : absolute).toString().replace('\\', '/');
    }
}
