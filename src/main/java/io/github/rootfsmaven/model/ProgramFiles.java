package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files of a container are its program, as far as the files tell: what the image copies, and what is started. */
public final class ProgramFiles {
    private ProgramFiles() {}

    /**
     * A piece of the program.
     *
     * @param what what it is, in words that may be printed
     * @param told where it is said
     * @param started whether it is what is started, rather than files that are copied
     */
    public record Piece(Message what, Span told, boolean started) {
        public Piece {
            Objects.requireNonNull(what);
            Objects.requireNonNull(told);
        }
    }

    /** A piece that lies at or below a path: first what the image copies, configuration aside, then what is started. */
    public static Optional<Piece> in(Container container, String path) {
        return copied(container.image(), path)
                .findFirst()
                .map(target -> new Piece(Message.of("{0} that the image copies", target.shown()), target.span(), false))
                .or(() -> started(container.process(), path));
    }

    /** What the Dockerfile copies to or below a path, configuration aside. */
    public static Stream<Located<String>> copied(Image image, String path) {
        return image.copied().stream()
                .map(Copied::target)
                .filter(target -> Paths.isWithin(target.value(), path))
                .filter(target -> !Paths.isWithin(target.value(), "/etc"))
                .filter(target -> !Configuration.isFile(target.value()) && !Configuration.isDirectory(target.value()));
    }

    /** What the entrypoint or the command names by its absolute path. */
    public static Optional<Piece> started(Process process, String path) {
        return process.commands()
                .filter(command -> StartedPrograms.of(command).anyMatch(file -> Paths.isWithin(file, path)))
                .findFirst()
                .map(command -> new Piece(Message.of("the program that is started"), command.span(), true));
    }
}
