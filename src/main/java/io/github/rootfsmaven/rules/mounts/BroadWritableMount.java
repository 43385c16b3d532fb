package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A writable mount over a directory that many things live in is wider than any one of them needs. */
public final class BroadWritableMount implements ContainerRule {
    private static final Pattern BROAD = Pattern.compile(
            "/(?:home|media|mnt|opt|root|srv)|/home/[^/.]+|/var(?:/(?:lib|local|log|mail|opt|spool|www))?");

    @Override
    public String id() {
        return "broad-writable-mount";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        return container.mounts().stream()
                .filter(Mount::writable)
                .filter(mount -> BROAD.matcher(mount.path()).matches())
                .map(mount -> Finding.of(this, Effect.WIDER_THAN_NEEDED, Confidence.CERTAIN)
                        .in(container)
                        .about(mount)
                        .says("The whole of {0} is writable.", mount.target().shown())
                        .fix(
                                "Mount the directory below it that is really written, such as {0}/<application>.",
                                mount.target().shown())
                        .at(mount.declared()));
    }
}
