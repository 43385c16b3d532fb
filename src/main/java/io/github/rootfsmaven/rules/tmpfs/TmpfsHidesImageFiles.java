package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.ProgramFiles;
import io.github.rootfsmaven.model.StartedPrograms;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import java.util.Optional;
import java.util.stream.Stream;

/** A tmpfs starts empty: what the image has there is gone. */
public final class TmpfsHidesImageFiles implements ContainerRule {

    @Override
    public String id() {
        return "tmpfs-hides-image-files";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.TMPFS)
                .flatMap(mount -> hidden(container, mount).map(files -> finding(container, mount, files)).stream());
    }

    /** The first files that are hidden; in a place for temporary files they count only if they are started. */
    private static Optional<Located<String>> hidden(Container container, Mount mount) {
        return container.image().copied().stream()
                .map(Copied::target)
                .filter(target -> Paths.isWithin(target.value(), mount.path()))
                .filter(target -> !isMountedAgain(container, mount, target.value()))
                .filter(target -> !PathMeaning.isTemporary(mount.path()) || isStarted(container, target.value()))
                .findFirst();
    }

    /** Another mount inside the tmpfs that holds the files. */
    private static boolean isMountedAgain(Container container, Mount tmpfs, String target) {
        return container.mounts().stream()
                .filter(mount -> Paths.isBelow(mount.path(), tmpfs.path()))
                .anyMatch(mount -> Paths.isWithin(target, mount.path()));
    }

    /** Whether what is copied to a place is, or holds, what is started. */
    private static boolean isStarted(Container container, String target) {
        return ProgramFiles.started(container.process(), target).isPresent();
    }

    /** Whether what is started lies in the tmpfs, by its own path or by the working directory. */
    private static boolean isHidden(Container container, Command command, Mount mount) {
        boolean inDirectory = container
                .process()
                .workingDirectory()
                .filter(directory -> Paths.isWithin(directory.value(), mount.path()))
                .isPresent();
        return (inDirectory && StartedPrograms.areInWorkingDirectory(command))
                || StartedPrograms.of(command).anyMatch(file -> Paths.isWithin(file, mount.path()));
    }

    /** What is started first may fill the tmpfs for the rest, unless it is hidden itself. */
    private static Confidence confidence(Container container, Mount mount) {
        return container
                        .process()
                        .entrypoint()
                        .filter(entrypoint -> isHidden(container, entrypoint, mount))
                        .isPresent()
                ? Confidence.CERTAIN
                : Confidence.LIKELY;
    }

    private Finding finding(Container container, Mount mount, Located<String> files) {
        boolean started = container.process().commands().anyMatch(command -> isHidden(container, command, mount));
        return Finding.of(
                        this,
                        started ? Effect.NO_START_OR_LOSS : Effect.BREAKS_OR_TAMPERS,
                        confidence(container, mount))
                .in(container)
                .about(mount)
                .says(
                        started
                                ? "The tmpfs on {0} hides the program that the image copies to {1}."
                                : "The tmpfs on {0} hides the files that the image copies to {1}.",
                        mount.target().shown(),
                        files.shown())
                .fix(
                        "Mount the tmpfs on the directory below it that is written. If the files there must be changed, a named volume starts with a copy of them.")
                .related(files.span(), "the files")
                .at(mount.declared());
    }
}
