package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.ProgramFiles;
import io.github.rootfsmaven.model.StartedPrograms;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** A writable mount over the program that runs lets the program be replaced. */
public final class WritableProgramMount implements ContainerRule {

    /** What is mounted over, and where it is said. */
    private record Program(Message shown, Span told, Confidence confidence) {}

    @Override
    public String id() {
        return "writable-program-mount";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        return container.mounts().stream()
                .filter(Mount::writable)
                .filter(mount -> !SystemDirectories.contains(mount.path()))
                .filter(mount -> !isHidden(container, mount))
                .filter(mount -> !PathMeaning.isTemporary(mount.path()) && !PathMeaning.isData(mount.path()))
                .flatMap(
                        mount -> program(container, mount).stream().map(program -> finding(container, mount, program)));
    }

    /** A tmpfs does not offer what the image copies to be changed; it hides it, which is another matter. */
    private static boolean isHidden(Container container, Mount mount) {
        return mount.type() == MountType.TMPFS
                && ProgramFiles.copied(container.image(), mount.path())
                        .findAny()
                        .isPresent();
    }

    private static Optional<Program> program(Container container, Mount mount) {
        return ProgramFiles.in(container, mount.path())
                .map(WritableProgramMount::certainIfCopied)
                .or(() -> workingDirectory(container, mount));
    }

    private static Program certainIfCopied(ProgramFiles.Piece piece) {
        return new Program(piece.what(), piece.told(), piece.started() ? Confidence.LIKELY : Confidence.CERTAIN);
    }

    /** A source tree over the working directory of an image that is pulled, and a command that looks for it there. */
    private static Optional<Program> workingDirectory(Container container, Mount mount) {
        boolean over = mount.type() == MountType.BIND
                && container
                        .process()
                        .workingDirectory()
                        .filter(directory -> directory.value().equals(mount.path()))
                        .isPresent();
        return !over || container.image().built()
                ? Optional.empty()
                : container
                        .process()
                        .commands()
                        .filter(StartedPrograms::areInWorkingDirectory)
                        .map(Command::span)
                        .findFirst()
                        .map(told -> new Program(
                                Message.of("the working directory, from where it is run"), told, Confidence.LIKELY));
    }

    private Finding finding(Container container, Mount mount, Program program) {
        return Finding.of(this, Effect.ROOT_OPEN, program.confidence())
                .in(container)
                .about(mount)
                .says(
                        "The writable mount on {0} covers the program: {1}.",
                        mount.target().shown(), program.shown())
                .fix("Mount it read-only, or mount only the directory below it that is written.")
                .related(program.told(), "the program")
                .at(mount.declared());
    }
}
