package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** A volume without a name loses what was written to it when the project is taken down. */
public final class AnonymousVolume implements ContainerRule {
    @Override
    public String id() {
        return "anonymous-volume";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.ANONYMOUS_VOLUME)
                .map(mount -> finding(container, mount));
    }

    private Finding finding(Container container, Mount mount) {
        boolean replaceable = PathMeaning.isTemporary(mount.path()) || PathMeaning.isRebuilt(mount.path());
        String place = mount.target().shown();
        return Finding.of(this, Effect.NO_START_OR_LOSS, replaceable ? Confidence.POSSIBLE : Confidence.LIKELY)
                .in(container)
                .about(mount)
                .says(
                        "What is written to {0} is lost with `{1}`: the volume has no name.",
                        place, container.words("docker compose down", "docker rm -v"))
                .fix(replaceable ? tmpfs(container, place) : name(container, place))
                .at(mount.declared());
    }

    private static Message tmpfs(Container container, String place) {
        return Message.of(
                "If that is meant, a tmpfs says so: `{0}`.",
                container.words("tmpfs: [\"" + place + ":size=64m\"]", "--tmpfs " + place + ":size=64m"));
    }

    private static Message name(Container container, String place) {
        return container.words(
                Message.of("Give it a name: `data:{0}`, and declare `data` under the top-level `volumes`.", place),
                Message.of("Give it a name: `data:{0}`.", place));
    }
}
