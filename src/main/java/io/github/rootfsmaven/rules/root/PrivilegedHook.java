package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Hook;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** A privileged hook can make the root of the map writable again, for every process of the container. */
public final class PrivilegedHook implements ContainerRule {

    /** How sure we are, and what may stand in the way. */
    private record Judgement(Confidence confidence, Message unless) {}

    @Override
    public String id() {
        return "privileged-hook";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        return container.actions().hooks().stream()
                .filter(Hook::isPrivileged)
                .map(hook -> finding(container, hook, judge(container, hook)));
    }

    /** The engine runs a hook under the container's own seccomp and AppArmor profiles. */
    private static Judgement judge(Container container, Hook hook) {
        if (isNotRoot(container, hook)) {
            return new Judgement(
                    Confidence.POSSIBLE,
                    Message.of("; the hook's user is not root and does not get the rights at the start"));
        }
        if (container.privileges().isPrivileged()) {
            return new Judgement(Confidence.CERTAIN, Message.nothing());
        }
        boolean mayMount = container.privileges().unconfined("seccomp")
                || container.privileges().capabilities().stream()
                        .map(Located::value)
                        .anyMatch(name -> name.equals("SYS_ADMIN") || name.equals("ALL"));
        if (!mayMount) {
            return new Judgement(
                    Confidence.POSSIBLE, Message.of(", if the engine's default seccomp profile is switched off"));
        }
        return container.privileges().unconfined("apparmor")
                ? new Judgement(Confidence.CERTAIN, Message.nothing())
                : new Judgement(Confidence.LIKELY, Message.of(", unless the host's AppArmor profile denies it"));
    }

    private static boolean isNotRoot(Container container, Hook hook) {
        return hook.user()
                .map(Process::isCertainlyNotRoot)
                .orElseGet(() -> container.process().certainlyNotRoot());
    }

    private Finding finding(Container container, Hook hook, Judgement judgement) {
        return Finding.of(this, Effect.ROOT_OPEN, judgement.confidence())
                .in(container)
                .about(hook.key())
                .says(
                        "The privileged `{0}` hook can mount the root filesystem writable again for the whole container{1}.",
                        hook.key(), judgement.unless())
                .fix(
                        "Remove `privileged: true` from the hook; do what it does in the image, or in a service of its own.")
                .at(hook.privileged().orElseThrow().span());
    }
}
