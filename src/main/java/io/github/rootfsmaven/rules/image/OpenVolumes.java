package io.github.rootfsmaven.rules.image;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.ProgramFiles;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules about an image's volumes share. */
final class OpenVolumes {
    private OpenVolumes() {}

    /** The volumes that are writable under a read-only root; of an image that no service runs, it may be read-only. */
    static Stream<Located<String>> of(Container container) {
        boolean concerned = container.isService() ? container.rootIsReadOnly() : !container.rootIsWritable();
        return concerned ? container.openImageVolumes().stream() : Stream.empty();
    }

    /** A piece of the program in a volume; none where the volume is named for data or temporary files. */
    static Optional<ProgramFiles.Piece> program(Container container, Located<String> volume) {
        String path = volume.value();
        return PathMeaning.isTemporary(path) || PathMeaning.isData(path)
                ? Optional.empty()
                : ProgramFiles.in(container, path);
    }

    /** The finding at the volume, with the service that runs the image. */
    static Finding finding(Finding.Builder finding, Container container, Located<String> volume) {
        if (container.isService()) {
            finding.related(
                    container.place(),
                    container.words(
                            Message.of("the service that runs the image"), Message.of("the line that runs the image")));
        }
        return finding.at(volume.span());
    }
}
