package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.HostPath;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A read-only bind does not cover what the host mounts below its source, if options let that through. */
public final class PiercedReadOnly implements ContainerRule {
    private static final Set<String> PROPAGATION = Set.of("slave", "rslave", "shared", "rshared");

    /** Where hosts mount things all the time: disks, and the roots of containers. */
    private static final Set<String> MOUNTING = Set.of("/", "/media", "/mnt", "/run", "/run/media", "/var", "/var/lib");

    @Override
    public String id() {
        return "pierced-read-only";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.BIND && mount.access() == Access.READ_ONLY)
                .flatMap(mount -> recursive(container, mount).or(() -> propagated(container, mount)).stream());
    }

    private Optional<Finding> recursive(Container container, Mount mount) {
        return mount.recursive()
                .filter(word -> word.value().equals("writable"))
                .map(word -> finding(
                        container,
                        mount,
                        Confidence.LIKELY,
                        Message.of(
                                "What is mounted below {0} on the host stays writable: `recursive: writable` takes it out of the read-only bind.",
                                source(mount)),
                        Message.of("Remove `recursive`, which covers it."),
                        word.span()));
    }

    private Optional<Finding> propagated(Container container, Mount mount) {
        boolean often = HostPath.of(mount)
                .map(Paths::canonical)
                .filter(MOUNTING::contains)
                .isPresent();
        return mount.options().stream()
                .filter(option -> PROPAGATION.contains(option.value()))
                .findFirst()
                .map(option -> finding(
                        container,
                        mount,
                        often && !container.process().certainlyNotRoot() ? Confidence.LIKELY : Confidence.POSSIBLE,
                        Message.of(
                                "What the host mounts below {0} later appears writable in the read-only bind: `{1}` lets it through.",
                                source(mount), option.shown()),
                        Message.of(
                                "Remove `{0}`, unless later mounts must be seen; then run as another user than root.",
                                option.shown()),
                        option.span()));
    }

    private static String source(Mount mount) {
        return mount.source().map(Located::shown).orElseThrow();
    }

    private Finding finding(
            Container container, Mount mount, Confidence confidence, Message sentence, Message fix, Span place) {
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, confidence)
                .in(container)
                .about(mount)
                .says(sentence)
                .fix(fix)
                .at(place);
    }
}
