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
        boolean concerned = container.isService() ? container.rootIsReadOnly() : !container.rootIsWritable();
        return concerned
                ? container.openImageVolumes().stream()
                        .filter(volume ->
                                ProgramVolumes.piece(container, volume.value()).isEmpty())
                        .map(volume -> finding(container, volume))
                : Stream.empty();
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
        if (container.isService()) {
            finding.related(
                    container.place(),
                    container.words(
                            Message.of("the service that runs the image"), Message.of("the line that runs the image")));
        }
        return finding.at(volume.span());
    }

    private static Confidence confidence(Container container, boolean pulled) {
        if (!container.isService()) {
            return Confidence.POSSIBLE;
        }
        return pulled ? Confidence.LIKELY : Confidence.CERTAIN;
    }
}
