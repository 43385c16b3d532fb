package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Windows containers have neither a tmpfs nor a read-only root. */
public final class TmpfsOnWindows implements ContainerRule {
    private static final Pattern PLATFORM = Pattern.compile("(?i)windows(?:[/(].*)?");
    private static final Pattern IMAGE = Pattern.compile(
            "(?i)(?:mcr\\.microsoft\\.com/windows(?:/.*)?|(?:.*/)?(?:windowsservercore|nanoserver|servercore)(?:[:@].*)?"
                    + "|.*[:-](?:nanoserver|windowsservercore)(?:-.*)?)");

    @Override
    public String id() {
        return "tmpfs-on-windows";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!isWindows(container)) {
            return Stream.empty();
        }
        Stream<Finding> tmpfs = container.mounts().stream()
                .filter(mount -> mount.type() == MountType.TMPFS)
                .map(mount ->
                        finding(container, Message.of("a tmpfs")).about(mount).at(mount.declared()));
        Optional<Span> readOnly = container.readOnlyKey().filter(key -> container.rootIsReadOnly());
        return Stream.concat(
                tmpfs,
                readOnly.stream()
                        .map(key -> finding(container, Message.of("a read-only root filesystem"))
                                .about("read_only")
                                .at(key)));
    }

    private static boolean isWindows(Container container) {
        return matches(PLATFORM, container.platform().map(Located::value))
                || matches(IMAGE, container.image().base())
                || (!container.image().built()
                        && matches(IMAGE, container.image().reference().map(Located::value)));
    }

    private static boolean matches(Pattern pattern, Optional<String> value) {
        return value.filter(text -> pattern.matcher(text).matches()).isPresent();
    }

    private Finding.Builder finding(Container container, Message what) {
        return Finding.of(this, Effect.NO_START_OR_LOSS, Confidence.LIKELY)
                .in(container)
                .says("The container will not start: Windows containers do not have {0}.", what)
                .fix("Remove it, or use an image for Linux.");
    }
}
