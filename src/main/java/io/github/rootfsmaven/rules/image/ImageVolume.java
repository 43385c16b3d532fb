package io.github.rootfsmaven.rules.image;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** A VOLUME of the image stays writable under a read-only root, in a volume that nobody declared. */
public final class ImageVolume implements ContainerRule {

    @Override
    public String id() {
        return "image-volume";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return OpenVolumes.of(container)
                .filter(volume -> OpenVolumes.program(container, volume).isEmpty())
                .map(volume -> finding(container, volume));
    }

    private Finding finding(Container container, Located<String> volume) {
        String path = volume.shown();
        boolean pulled = container.image().isPulled(volume);
        Message mount = PathMeaning.isTemporary(volume.value()) ? Message.of("a tmpfs") : Message.of("a named volume");
        Finding.Builder finding = Finding.of(this, Effect.BREAKS_OR_TAMPERS, confidence(container, pulled))
                .in(container)
                .about(path)
                .says(
                        pulled
                                ? "`VOLUME {0}` of the public image stays writable under a read-only root: Docker puts a new volume without a name there."
                                : "`VOLUME {0}` stays writable under a read-only root: Docker puts a new volume without a name there.",
                        path)
                .fix(pulled ? "Mount {0} on {1}." : "Mount {0} on {1}, or remove the `VOLUME` line.", mount, path);
        return OpenVolumes.finding(finding, container, volume);
    }

    private static Confidence confidence(Container container, boolean pulled) {
        if (!container.isService()) {
            return Confidence.POSSIBLE;
        }
        return pulled ? Confidence.LIKELY : Confidence.CERTAIN;
    }
}
