package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import java.util.Set;
import java.util.stream.Stream;

/** A capability that allows mounting can make the root of the map writable again. */
public final class RemountCapability implements ContainerRule {
    private static final Set<String> MOUNTING = Set.of("SYS_ADMIN", "ALL");

    @Override
    public String id() {
        return "remount-capability";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly() || container.privileges().isPrivileged()) {
            return Stream.empty();
        }
        return container.privileges().capabilities().stream()
                .filter(capability -> MOUNTING.contains(capability.value()))
                .limit(1)
                .map(capability -> Finding.of(this, Effect.ROOT_OPEN, confidence(container))
                        .in(container)
                        .about(capability.shown())
                        .says(
                                "The capability {0} allows root to mount the root filesystem writable again{1}.",
                                capability.shown(), unless(container))
                        .fix(
                                "Remove it from `{0}`, or replace it by the narrower capability that is needed.",
                                container.words("cap_add", "--cap-add"))
                        .at(capability.span()));
    }

    private static Confidence confidence(Container container) {
        if (container.process().certainlyNotRoot()) {
            return Confidence.POSSIBLE;
        }
        return container.privileges().unconfined("apparmor") ? Confidence.CERTAIN : Confidence.LIKELY;
    }

    private static Message unless(Container container) {
        if (container.process().certainlyNotRoot()) {
            return Message.of("; the container's user is not root and does not get it at the start");
        }
        return container.privileges().unconfined("apparmor")
                ? Message.nothing()
                : Message.of(", unless the host's AppArmor profile denies it");
    }
}
