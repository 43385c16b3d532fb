package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** A tmpfs without a size may fill half of the host's memory; said once for all of them. */
public final class UnboundedTmpfs implements Rule {

    /** A tmpfs and whose it is. */
    private record Place(Container container, Mount mount) {
        Span span() {
            return mount.declared();
        }
    }

    @Override
    public String id() {
        return "unbounded-tmpfs";
    }

    @Override
    public Stream<Finding> check(Project project) {
        List<Place> places = project.containers().stream()
                .filter(container -> !container.memoryLimited())
                .flatMap(container -> container.mounts().stream().map(mount -> new Place(container, mount)))
                .filter(place -> isUnbounded(place.mount()))
                .toList();
        return places.isEmpty() ? Stream.empty() : Stream.of(finding(places));
    }

    private static boolean isUnbounded(Mount mount) {
        return mount.type() == MountType.TMPFS
                && mount.access() != Access.READ_ONLY
                && mount.options().stream().noneMatch(option -> bounds(option.value()));
    }

    /** The kernel takes a size of 0 for no limit; a variable without a value may be one. */
    private static boolean bounds(String option) {
        return option.indexOf(Text.UNRESOLVED) >= 0
                || (option.matches("(?:size|nr_blocks)(?:=.*)?") && !option.matches(".*=0[kmgKMG%]?"));
    }

    private Finding finding(List<Place> places) {
        Place first = places.get(0);
        boolean alone = places.size() == 1;
        Finding.Builder finding = Finding.of(this, Effect.WIDER_THAN_NEEDED, Confidence.CERTAIN)
                .about("tmpfs")
                .says(
                        alone
                                ? Message.of(
                                        "The tmpfs on {0} has no size and may take half of the host's memory.",
                                        first.mount().target().shown())
                                : Message.of(
                                        "{0} tmpfs have no size and may take half of the host's memory each.",
                                        places.size()))
                .fix(
                        first.container()
                                .words(
                                        Message.of(
                                                "Give each a size, such as `/tmp:size=64m`, or give the service a memory limit."),
                                        Message.of(
                                                "Give each a size, such as `/tmp:size=64m`, or give the container a memory limit.")));
        if (places.stream().map(Place::container).distinct().count() == 1) {
            finding.in(first.container());
        }
        places.stream()
                .skip(1)
                .forEach(place -> finding.related(
                        place.span(),
                        "the tmpfs on {0} has no size either",
                        place.mount().target().shown()));
        return finding.at(first.span());
    }
}
