package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Mountpoint;
import io.github.rootfsmaven.model.Mountpoint.Presence;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** The engine cannot make a place for a mount inside a read-only mount: if it is missing there, nothing starts. */
public final class MountpointInReadOnlyBind implements ContainerRule {

    @Override
    public String id() {
        return "mountpoint-in-read-only-bind";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mountpoints().stream()
                .filter(place -> place.presence() != Presence.THERE)
                .map(place -> finding(container, place));
    }

    private Finding finding(Container container, Mountpoint place) {
        boolean missing = place.presence() == Presence.MISSING;
        Mount mount = place.mount();
        Mount above = place.above();
        String part = mount.path().substring(above.path().length());
        Message source =
                above.source().map(Located::shown).map(Message::verbatim).orElse(Message.of("what is mounted there"));
        return Finding.of(this, Effect.NO_START_OR_LOSS, missing ? Confidence.LIKELY : Confidence.POSSIBLE)
                .in(container)
                .about(mount.target().shown())
                .says(
                        missing
                                ? "The container will not start: {0} has no {1} for the mount on {2}, and it is mounted read-only."
                                : "The mount on {2} needs {1} in {0}, which is mounted read-only: without it the container does not start.",
                        source,
                        name(mount, part),
                        mount.target().shown())
                .fix(
                        "Create it in the source and keep it there, or mount beside {0}.",
                        above.target().shown())
                .related(above.declared(), "the read-only mount")
                .at(mount.declared());
    }

    /** A part of an interpolated path would give the variable's value away. */
    private static Message name(Mount mount, String part) {
        return mount.target().origin() == Located.Origin.LITERAL
                ? Message.verbatim("`" + part.substring(1) + "`")
                : Message.of("a place");
    }
}
