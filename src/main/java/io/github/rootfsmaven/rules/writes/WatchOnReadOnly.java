package io.github.rootfsmaven.rules.writes;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Watch;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** {@code docker compose watch} copies changed files into the container, which the engine refuses. */
public final class WatchOnReadOnly implements ContainerRule {

    @Override
    public String id() {
        return "watch-on-read-only";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        return container.actions().watches().stream()
                .filter(Watch::copies)
                .filter(watch -> !isBound(container, watch))
                .map(watch -> finding(container, watch));
    }

    /** Compose does not watch what a bind brings into the container anyway. */
    private static boolean isBound(Container container, Watch watch) {
        String path = Paths.clean(watch.path().value());
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.BIND)
                .flatMap(mount -> mount.source().stream())
                .map(source -> Paths.clean(source.value()))
                .anyMatch(source -> source.equals(".") ? !path.startsWith("/") : Paths.isWithin(path, source));
    }

    private Finding finding(Container container, Watch watch) {
        Message target =
                watch.target().map(Located::shown).map(Message::verbatim).orElse(Message.of("the container"));
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.CERTAIN)
                .in(container)
                .about(watch.path().shown())
                .says(
                        "`docker compose watch` cannot copy {0} to {1}: the engine refuses every copy into a container with a read-only root filesystem.",
                        watch.path().shown(), target)
                .fix(
                        "Set `read_only: false` in an override file for development, use `action: rebuild`, or mount {0} with `:ro`.",
                        watch.path().shown())
                .at(watch.action().span());
    }
}
