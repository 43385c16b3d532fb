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
        String source = above.source().map(Located::shown).orElse("what is mounted there");
        return Finding.of(this, Effect.NO_START_OR_LOSS, missing ? Confidence.LIKELY : Confidence.POSSIBLE)
                .in(container)
                .about(mount.target().shown())
                .says(
                        missing
                                ? "The container will not start: " + source + " has no " + name(mount, part)
                                        + " for the mount on " + mount.target().shown()
                                        + ", and it is mounted read-only."
                                : "The mount on " + mount.target().shown() + " needs " + name(mount, part) + " in "
                                        + source
                                        + ", which is mounted read-only: without it the container does not start.")
                .fix("Create it in the source and keep it there, or mount beside "
                        + above.target().shown() + ".")
                .related(above.declared(), "the read-only mount")
                .at(mount.declared());
    }

    /** A part of an interpolated path would give the variable's value away. */
    private static String name(Mount mount, String part) {
        return mount.target().origin() == Located.Origin.LITERAL ? "`" + part.substring(1) + "`" : "a place";
    }
}
