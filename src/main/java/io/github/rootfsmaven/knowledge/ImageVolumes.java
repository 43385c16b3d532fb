package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.Message;
import java.util.Optional;
import java.util.stream.Stream;

/** What an image's {@code VOLUME} lines say of its writes: its author expects data there that outlives a container. */
public final class ImageVolumes {
    private ImageVolumes() {}

    /** One write for each declared volume. */
    public static Stream<Write> of(Image image) {
        return image.allVolumes().stream()
                .map(volume -> new Write(
                        volume,
                        Kind.PERSISTENT,
                        image.isPulled(volume) ? Evidence.IMAGE : Evidence.DOCKERFILE,
                        Message.of("the image declares {0} a volume", volume.shown()),
                        Optional.empty()));
    }
}
