package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import java.util.stream.Stream;

/** A writable mount over the system's programs or configuration undoes the read-only root there. */
public final class WritableSystemMount implements ContainerRule {

    @Override
    public String id() {
        return "writable-system-mount";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        return container.mounts().stream().filter(Mount::writable).flatMap(mount -> check(container, mount));
    }

    private Stream<Finding> check(Container container, Mount mount) {
        String path = mount.path();
        if (SystemDirectories.contains(path)) {
            return Stream.of(whole(container, mount));
        }
        if (SystemDirectories.isInstallation(path) && mount.type() != MountType.TMPFS) {
            return Stream.of(installation(container, mount));
        }
        boolean configuration = mount.type() == MountType.BIND && Paths.isBelow(path, "/etc");
        return SystemDirectories.isAbove(path) && !configuration ? Stream.of(part(container, mount)) : Stream.empty();
    }

    private Finding whole(Container container, Mount mount) {

        return Finding.of(this, Effect.ROOT_OPEN, Confidence.CERTAIN)
                .in(container)
                .about(mount)
                .says(
                        "The system directory {0} is writable under the read-only root.",
                        mount.target().shown())
                .fix(
                        mount.path().equals("/")
                                ? "Mount it read-only, or mount only the directory below it that is written. Docker refuses to start a container with a mount on `/`."
                                : "Mount it read-only, or mount only the directory below it that is written.")
                .at(mount.declared());
    }

    private Finding installation(Container container, Mount mount) {
        return Finding.of(this, Effect.ROOT_OPEN, Confidence.LIKELY)
                .in(container)
                .about(mount)
                .says(
                        "{0} looks like the home of an installed program, and all of it is writable.",
                        mount.target().shown())
                .fix("Mount only the directories below it that are written, such as its logs or its work directory.")
                .at(mount.declared());
    }

    private Finding part(Container container, Mount mount) {
        Confidence confidence = isExpected(container, mount) ? Confidence.POSSIBLE : Confidence.CERTAIN;
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, confidence)
                .in(container)
                .about(mount)
                .says(
                        "{0} is writable inside a system directory.",
                        mount.target().shown())
                .fix("Mount it read-only, or move what is written to a place of its own.")
                .at(mount.declared());
    }

    /** Whether something speaks for it that data is kept there: the mount, the name, or a write that we know of. */
    private static boolean isExpected(Container container, Mount mount) {
        return mount.type() == MountType.TMPFS
                || PathMeaning.isTemporary(mount.path())
                || PathMeaning.isData(mount.path())
                || PathMeaning.isRebuilt(mount.path())
                || container.writes().stream()
                        .anyMatch(write -> Paths.isWithin(write.path().value(), mount.path()));
    }
}
