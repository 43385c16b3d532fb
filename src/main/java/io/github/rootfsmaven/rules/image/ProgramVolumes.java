package io.github.rootfsmaven.rules.image;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.ProgramFiles;
import java.util.Optional;

/** Which volumes of an image hold its program. */
final class ProgramVolumes {
    private ProgramVolumes() {}

    /** A piece of the program in a volume; none where the volume is named for data or temporary files. */
    static Optional<ProgramFiles.Piece> piece(Container container, String volume) {
        return PathMeaning.isTemporary(volume) || PathMeaning.isData(volume)
                ? Optional.empty()
                : ProgramFiles.in(container, volume);
    }
}
