package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Docker Compose says nothing about a volume option that it does not know: a misspelled {@code ro} leaves it writable. */
public final class IgnoredMountOption implements ContainerRule {
    /** What the reference knows, then what older releases did. */
    private static final Set<String> KNOWN = Set.of(
            "ro",
            "rw",
            "nocopy",
            "z",
            "Z",
            "private",
            "rprivate",
            "shared",
            "rshared",
            "slave",
            "rslave",
            "cached",
            "delegated",
            "consistent",
            "");

    private static final Pattern READ_ONLY = Pattern.compile("(?i)\\s*(?:ro|r|read[-_ ]?only)(?:[=:]?true)?\\s*");

    @Override
    public String id() {
        return "ignored-mount-option";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (container.start().isRun()) {
            // the engine itself refuses what it does not know, and nothing starts
            return Stream.empty();
        }
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.BIND || mount.type() == MountType.VOLUME)
                .flatMap(mount -> mount.options().stream()
                        .filter(option -> !KNOWN.contains(option.value()))
                        .filter(option -> option.value().indexOf(Text.UNRESOLVED) < 0)
                        .map(option -> finding(container, mount, option)));
    }

    private Finding finding(Container container, Mount mount, Located<String> option) {
        boolean meantReadOnly =
                mount.writable() && READ_ONLY.matcher(option.value()).matches();

        Finding.Builder finding = meantReadOnly
                ? Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.CERTAIN)
                        .says(
                                "Docker Compose does not know the option `{0}` and ignores it: {1} is silently writable.",
                                option.shown(), mount.target().shown())
                        .fix("Write `ro`.")
                : Finding.of(this, Effect.WIDER_THAN_NEEDED, Confidence.CERTAIN)
                        .says(
                                "Docker Compose does not know the option `{0}` and ignores it at {1}.",
                                option.shown(), mount.target().shown())
                        .fix("Remove it; Docker Compose knows ro, rw, nocopy, z, Z and the propagation modes.");
        return finding.in(container).about(mount).at(option.span());
    }
}
