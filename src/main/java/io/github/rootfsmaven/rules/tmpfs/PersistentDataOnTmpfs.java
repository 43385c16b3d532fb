package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is to be kept lies on a tmpfs, which forgets it at every stop. */
public final class PersistentDataOnTmpfs implements ContainerRule {
    /** What a command writes looks like data by its name only. */
    private static final Set<Write.By> KNOWN = EnumSet.of(Write.By.IMAGE, Write.By.DATABASE);

    private static final Comparator<Write> SUREST = Comparator.comparing(Confidence::of);

    @Override
    public String id() {
        return "persistent-data-on-tmpfs";
    }

    @Override
    public Stream<Finding> check(Container container) {
        WritableMap map = container.map();
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.TMPFS)
                .filter(mount -> !PathMeaning.isTemporary(mount.path()))
                .flatMap(mount -> kept(container, map, mount).map(write -> finding(container, mount, write)).stream());
    }

    /** The surest write of data that ends up in the mount: below a tmpfs there may be a volume again. */
    private static Optional<Write> kept(Container container, WritableMap map, Mount mount) {
        return container.writes().stream()
                .filter(write -> write.kind() == Write.Kind.PERSISTENT)
                .filter(write ->
                        write.step().map(step -> KNOWN.contains(step.by())).orElse(true))
                .filter(write -> map.entryFor(write.path().value()).path().equals(mount.path()))
                .min(SUREST);
    }

    private Finding finding(Container container, Mount mount, Write write) {
        String place = mount.target().shown();
        String path = write.path().shown();
        String directory = directory(write);

        return Finding.of(this, Effect.NO_START_OR_LOSS, Confidence.of(write))
                .in(container)
                .about(mount)
                .says(
                        path.equals(place)
                                ? "What is written to {0} is lost at every stop: {1}, and here it is a tmpfs."
                                : "What is written to {0} is lost at every stop: {1}, and here {2} is a tmpfs.",
                        path,
                        write.why(),
                        place)
                .fix(
                        directory.equals(place)
                                ? "Mount a named volume there instead."
                                : "Mount a named volume on {0} instead.",
                        directory)
                .related(write.path().span(), "this tells of the data")
                .at(mount.declared());
    }

    /** A database's file lies in a directory, which is what can be mounted. */
    private static String directory(Write write) {
        String path = write.path().value();
        boolean database =
                write.step().filter(step -> step.by() == Write.By.DATABASE).isPresent();
        boolean file = database
                && path.equals(write.path().shown())
                && Paths.name(path).indexOf('.') > 0;
        return file ? Paths.parent(path) : write.path().shown();
    }
}
