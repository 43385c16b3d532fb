package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.List;
import java.util.stream.Stream;

/** Docker Compose loses the {@code :ro} of {@code volumes_from}: what is taken over stays writable. */
public final class DroppedVolumesFromRo implements ContainerRule {

    @Override
    public String id() {
        return "dropped-volumes-from-ro";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.volumesFrom().stream()
                .filter(from -> from.value().endsWith(":ro"))
                .flatMap(from -> check(container, from));
    }

    private Stream<Finding> check(Container container, Located<String> from) {
        if (from.value().startsWith("container:")) {
            return Stream.of(finding(
                    container,
                    from,
                    Message.of("Docker Compose drops the `:ro` of `{0}`: what it mounts stays writable.", from.shown()),
                    Confidence.POSSIBLE));
        }
        List<String> writable = container.mounts().stream()
                .filter(mount -> mount.type() == MountType.INHERITED && mount.writable())
                .filter(mount -> mount.declared().equals(from.span()))
                .map(Mount::target)
                .map(Located::shown)
                .toList();
        return writable.isEmpty()
                ? Stream.empty()
                : Stream.of(finding(
                        container,
                        from,
                        Message.of(
                                writable.size() > 1
                                        ? "Docker Compose drops the `:ro` of `{0}`: {1} stay writable."
                                        : "Docker Compose drops the `:ro` of `{0}`: {1} stays writable.",
                                from.shown(),
                                String.join(", ", writable)),
                        Confidence.CERTAIN));
    }

    private Finding finding(Container container, Located<String> from, Message sentence, Confidence confidence) {

        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, confidence)
                .in(container)
                .about(from.shown())
                .says(sentence)
                .fix("Mount the volumes themselves with `:ro` instead of taking them over.")
                .at(from.span());
    }
}
