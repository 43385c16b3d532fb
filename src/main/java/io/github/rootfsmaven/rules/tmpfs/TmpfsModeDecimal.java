package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import java.util.stream.Stream;

/** A mode whose octal digits are written as a decimal number means another mode, and locks the owner out. */
public final class TmpfsModeDecimal implements ContainerRule {
    private static final int OWNER = 0700;

    @Override
    public String id() {
        return "tmpfs-mode-decimal";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mounts().stream()
                .flatMap(mount -> mount.mode().stream()
                        .filter(TmpfsModeDecimal::isMistaken)
                        .map(mode -> finding(container, mount, mode)));
    }

    private static boolean isMistaken(Located<Integer> mode) {
        return mode.shown().matches("[1-7][0-7]{2,3}")
                && !ownerMayAll(mode.value())
                && ownerMayAll(Integer.parseInt(mode.shown(), 8));
    }

    private static boolean ownerMayAll(int mode) {
        return (mode & OWNER) == OWNER;
    }

    private Finding finding(Container container, Mount mount, Located<Integer> mode) {
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.CERTAIN)
                .in(container)
                .about(mount)
                .says(
                        "The mode {0} of the tmpfs on {1} is a decimal number: it means {2}, not 0{0}, and locks the owner out.",
                        mode.shown(), mount.target().shown(), octal(mode.value()))
                .fix("Write `mode: 0{0}`.", mode.shown())
                .at(mode.span());
    }

    private static String octal(int mode) {
        return "0" + Integer.toOctalString(mode);
    }
}
