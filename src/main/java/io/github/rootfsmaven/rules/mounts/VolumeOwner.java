package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.ImageFile;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import java.util.stream.Stream;

/** A new volume gets the owner of the image's directory at its place: another user cannot write it. */
public final class VolumeOwner implements ContainerRule {

    @Override
    public String id() {
        return "volume-owner";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.process().certainlyNotRoot()) {
            return Stream.empty();
        }
        String user = container.process().user().orElseThrow().value();
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.VOLUME || mount.type() == MountType.ANONYMOUS_VOLUME)
                .filter(Mount::writable)
                .filter(mount -> container.map().writableBy(user, mount.path()).is(false))
                .flatMap(mount -> container.image().directory(mount.path()).stream()
                        .map(directory -> finding(container, mount, directory)));
    }

    private Finding finding(Container container, Mount mount, ImageFile directory) {
        String place = mount.target().shown();
        String user = container.process().user().orElseThrow().shown().split(":", 2)[0];
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.LIKELY)
                .in(container)
                .about(mount)
                .says(
                        directory.isRoots()
                                ? "The user {0} cannot write the volume on {1}: a new volume takes over the owner of the image's directory, which is root."
                                : "The user {0} cannot write the volume on {1}: a new volume takes over the owner of the image's directory, which is somebody else.",
                        user,
                        place)
                .fix(
                        "Make the directory in the Dockerfile and give it to the user: `RUN mkdir -p {0} && chown {1} {0}`. A volume that exists already keeps its owner.",
                        place, user)
                .related(directory.span(), "the image makes the directory")
                .at(mount.declared());
    }
}
