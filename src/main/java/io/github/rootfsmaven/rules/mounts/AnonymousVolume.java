package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A volume without a name loses what was written to it when the project is taken down. */
public final class AnonymousVolume implements ContainerRule {
    /** {@code v:/data}: the reference takes one letter before a colon for a Windows drive. */
    private static final Pattern DRIVE = Pattern.compile("([A-Za-z]):([/\\\\].*)");

    @Override
    public String id() {
        return "anonymous-volume";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.ANONYMOUS_VOLUME)
                .filter(mount -> container.rootIsReadOnly() || isDrive(mount))
                .map(mount -> isDrive(mount) ? drive(container, mount) : nameless(container, mount));
    }

    private static boolean isDrive(Mount mount) {
        return DRIVE.matcher(mount.target().shown()).matches();
    }

    private Finding drive(Container container, Mount mount) {
        String shown = mount.target().shown();
        return Finding.of(this, Effect.NO_START_OR_LOSS, Confidence.LIKELY)
                .in(container)
                .about(mount)
                .says("Docker Compose takes `" + shown.substring(0, 2) + "` for a Windows drive: `" + shown
                        + "` is no volume named `" + shown.charAt(0)
                        + "` but a mount point that Docker on Linux refuses.")
                .fix("Give the volume a name of two letters or more.")
                .at(mount.declared());
    }

    private Finding nameless(Container container, Mount mount) {
        boolean replaceable = PathMeaning.isTemporary(mount.path()) || PathMeaning.isRebuilt(mount.path());
        String place = mount.target().shown();
        return Finding.of(this, Effect.NO_START_OR_LOSS, replaceable ? Confidence.POSSIBLE : Confidence.LIKELY)
                .in(container)
                .about(mount)
                .says("What is written to " + place + " is lost with `docker compose down`: the volume has no name.")
                .fix(
                        replaceable
                                ? "If that is meant, a tmpfs says so: `tmpfs: [\"" + place + ":size=64m\"]`."
                                : "Give it a name: `data:" + place
                                        + "`, and declare `data` under the top-level `volumes`.")
                .at(mount.declared());
    }
}
