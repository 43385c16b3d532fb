package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Configuration;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.Optional;
import java.util.stream.Stream;

/** Configuration that is mounted for reading can be tampered with if the bind is writable. */
public final class WritableConfigMount implements ContainerRule {

    @Override
    public String id() {
        return "writable-config-mount";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.BIND && mount.writable())
                .filter(mount -> container.writes().stream().noneMatch(write -> isKnown(write, mount)))
                .flatMap(mount -> confidence(mount).stream().map(confidence -> finding(container, mount, confidence)));
    }

    /** Whether the image's program is known to write its configuration there itself. */
    private static boolean isKnown(Write write, Mount mount) {
        boolean ofImage =
                write.step().filter(step -> step.by() == Write.By.IMAGE).isPresent();
        return ofImage
                && Confidence.of(write) != Confidence.POSSIBLE
                && Paths.isWithin(write.path().value(), mount.path());
    }

    private static Optional<Confidence> confidence(Mount mount) {
        String path = mount.path();
        String source = mount.source().map(Located::value).orElse("");
        if (Configuration.isData(path) || Configuration.isData(source)) {
            return Optional.empty();
        }
        if (path.equals("/config")) {
            return Optional.of(Confidence.POSSIBLE);
        }
        boolean configuration = Paths.isBelow(path, "/etc")
                || Configuration.isFile(path)
                || Configuration.isFile(source)
                || (Configuration.isDirectory(path) && !path.equals("/etc"));
        return configuration ? Optional.of(Confidence.CERTAIN) : Optional.empty();
    }

    private Finding finding(Container container, Mount mount, Confidence confidence) {
        Message readOnly = confidence == Confidence.POSSIBLE
                ? Message.of(
                        "Some images keep their state in /config; if this one only reads it, mount it read-only: add `:ro`.")
                : Message.of(
                        "Mount it read-only: add `:ro`, or `{0}` in the long syntax.",
                        container.words("read_only: true", "readonly"));
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, confidence)
                .in(container)
                .about(mount)
                .says(
                        "The container can change its own configuration: the bind on {0} is writable.",
                        mount.target().shown())
                .fix(readOnly)
                .at(mount.declared());
    }
}
