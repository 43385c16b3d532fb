package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import java.util.stream.Stream;

/** What the image declares as a volume is data, and a tmpfs there forgets it at every stop. */
public final class PersistentDataOnTmpfs implements ContainerRule {

    @Override
    public String id() {
        return "persistent-data-on-tmpfs";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.TMPFS)
                .filter(mount -> !PathMeaning.isTemporary(mount.path()))
                .flatMap(mount -> check(container, mount));
    }

    /** Only the very path: below a tmpfs on a parent directory, the engine still mounts a volume. */
    private Stream<Finding> check(Container container, Mount mount) {
        return container.image().volumes().stream()
                .filter(volume -> volume.value().equals(mount.path()))
                .limit(1)
                .map(volume -> finding(container, mount, volume));
    }

    private Finding finding(Container container, Mount mount, Located<String> volume) {
        return Finding.of(this, Effect.NO_START_OR_LOSS, Confidence.LIKELY)
                .in(container)
                .about(mount)
                .says("What is written to " + mount.target().shown()
                        + " is lost at every stop: the image declares the path as a volume, and here it is a tmpfs.")
                .fix("Mount a named volume there instead.")
                .related(volume.span(), "the image declares " + volume.shown() + " as a volume")
                .at(mount.declared());
    }
}
