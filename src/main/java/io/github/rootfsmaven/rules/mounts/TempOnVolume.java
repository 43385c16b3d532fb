package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rules.mounts.NamedVolumes.Use;
import io.github.rootfsmaven.text.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A volume keeps temporary files for ever, and lets programs run that were put there. */
public final class TempOnVolume implements Rule {
    private static final List<String> TEMPORARY = List.of("/tmp", "/var/tmp", "/run", "/dev/shm");
    private static final Set<String> CACHE = Set.of("cache", ".cache", "caches");
    private static final Set<String> TEMP = Set.of("tmp", "temp");

    @Override
    public String id() {
        return "temp-on-volume";
    }

    /** What two services mount is how they talk to each other, by sockets for one, and a tmpfs cannot be shared. */
    @Override
    public Stream<Finding> check(Project project) {
        return NamedVolumes.of(project).values().stream()
                .filter(uses -> uses.stream().map(Use::container).distinct().count() == 1)
                .flatMap(List::stream)
                .filter(use -> use.container().rootIsReadOnly() && use.mount().writable())
                .flatMap(use -> check(use.container(), use.mount()));
    }

    private Stream<Finding> check(Container container, Mount mount) {
        String path = mount.path();
        if (TEMPORARY.stream().anyMatch(place -> Paths.isWithin(path, place))) {
            return Stream.of(finding(container, mount, Confidence.CERTAIN, Message.of("temporary files")));
        }
        if (TEMP.contains(Paths.name(path))) {
            return Stream.of(finding(container, mount, Confidence.POSSIBLE, Message.of("temporary files")));
        }
        boolean cache = Paths.isWithin(path, "/var/cache") || CACHE.contains(Paths.name(path));
        return cache
                ? Stream.of(finding(container, mount, Confidence.POSSIBLE, Message.of("a cache")))
                : Stream.empty();
    }

    private Finding finding(Container container, Mount mount, Confidence confidence, Message what) {
        String place = mount.target().shown();
        return Finding.of(this, Effect.WIDER_THAN_NEEDED, confidence)
                .in(container)
                .about(mount)
                .says(
                        "A volume keeps {0}: what is put into {1} survives every restart, and programs may run from it.",
                        what, place)
                .fix(
                        confidence == Confidence.POSSIBLE
                                ? "Use a tmpfs: `{0}`, unless it is costly to fill again or programs must run from it."
                                : "Use a tmpfs: `{0}`.",
                        container.words("tmpfs: [\"" + place + ":size=64m\"]", "--tmpfs " + place + ":size=64m"))
                .at(mount.declared());
    }
}
