package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** A security option that opens the kernel's own files opens the host's, for there is only one kernel. */
public final class WritableKernelPaths implements ContainerRule {

    @Override
    public String id() {
        return "writable-kernel-paths";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly() || container.privileges().isPrivileged()) {
            return Stream.empty();
        }
        return Stream.concat(
                container.privileges().openSystemPaths().stream().map(option -> settings(container, option)),
                container.privileges().writableCgroups().stream().map(option -> groups(container, option)));
    }

    private Finding settings(Container container, Located<String> option) {
        boolean notRoot = container.process().certainlyNotRoot();
        boolean unconfined = container.privileges().unconfined("apparmor");
        Confidence sure = unconfined ? Confidence.CERTAIN : Confidence.LIKELY;
        Message unless = unconfined ? Message.nothing() : Message.of(", unless the host's AppArmor profile denies it");
        return Finding.of(this, Effect.ROOT_OPEN, notRoot ? Confidence.POSSIBLE : sure)
                .in(container)
                .about("/proc/sys")
                .says(
                        "`{0}` lets root write the kernel's settings in /proc/sys, which are the host's{1}.",
                        option.shown(), notRoot ? Message.of("; the container's user is not root") : unless)
                .fix("Remove it, and set what is needed with `{0}`.", container.words("sysctls", "--sysctl"))
                .at(option.span());
    }

    private Finding groups(Container container, Located<String> option) {
        boolean notRoot = container.process().certainlyNotRoot();
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, notRoot ? Confidence.POSSIBLE : Confidence.CERTAIN)
                .in(container)
                .about("/sys/fs/cgroup")
                .says(
                        "`{0}` lets root write /sys/fs/cgroup, and with it the container's own limits{1}.",
                        option.shown(), notRoot ? Message.of("; the container's user is not root") : Message.nothing())
                .fix("Remove it, unless the container runs containers or systemd itself.")
                .at(option.span());
    }
}
