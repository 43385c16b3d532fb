package io.github.rootfsmaven.rules.image;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.ProgramFiles;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import java.util.stream.Stream;

/** A VOLUME of the image over its own program lets the program be replaced under a read-only root. */
public final class ImageVolumeOverProgram implements ContainerRule {

    @Override
    public String id() {
        return "image-volume-over-program";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return OpenVolumes.of(container)
                .flatMap(volume ->
                        OpenVolumes.program(container, volume)
                                .map(piece -> finding(container, volume, piece))
                                .stream());
    }

    private Finding finding(Container container, Located<String> volume, ProgramFiles.Piece piece) {
        String path = volume.shown();
        Finding.Builder finding = Finding.of(this, Effect.ROOT_OPEN, confidence(container, volume))
                .in(container)
                .about(path)
                .says(
                        "`VOLUME {0}` makes the program writable under a read-only root: it holds {1}.",
                        path, piece.what())
                .fix(
                        "Remove the `VOLUME` line, or declare only the directory that is written. As long as it is there, an updated image runs with the old program.")
                .related(piece.told(), "the program");
        return OpenVolumes.finding(finding, container, volume);
    }

    /** The new volume keeps the owners that the files have in the image, which another user may be. */
    private static Confidence confidence(Container container, Located<String> volume) {
        if (!container.isService()) {
            return Confidence.POSSIBLE;
        }
        boolean likely =
                container.process().certainlyNotRoot() || container.image().isPulled(volume);
        return likely ? Confidence.LIKELY : Confidence.CERTAIN;
    }
}
