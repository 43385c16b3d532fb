package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.ProgramFiles;
import io.github.rootfsmaven.model.Write;

/** Which directory a write needs, and what a mount there would do to the image's files. */
final class Places {
    private Places() {}

    /** The directory that must be writable, as far as the name tells whether the path is that of a file. */
    static String directory(Write write) {
        String path = write.path().value();
        boolean file = write.step().filter(Write.Step::file).isPresent() && !PathMeaning.isStandard(path);
        return file || Paths.name(path).indexOf('.') > 0 ? Paths.parent(path) : path;
    }

    /** Whether a mount would cover the program, or a directory that every image has files in. */
    static boolean isForeign(Container container, String place) {
        if (ProgramFiles.started(container.process(), place).isPresent()) {
            return true;
        }
        if (PathMeaning.isTemporary(place)) {
            return false;
        }
        return PathMeaning.isStandard(place)
                || container
                        .process()
                        .workingDirectory()
                        .map(directory -> Paths.canonical(directory.value()))
                        .filter(directory -> Paths.isWithin(directory, place))
                        .filter(directory -> !PathMeaning.isData(place))
                        .isPresent()
                || ProgramFiles.copied(container.image(), place)
                        .anyMatch(target -> !PathMeaning.isData(target.value()));
    }

    /** Whether the image is known to have files there. */
    static boolean isPopulated(Container container, String place) {
        return !PathMeaning.isTemporary(place)
                && (container.image().copied().stream()
                                .anyMatch(
                                        copied -> Paths.isWithin(copied.target().value(), place))
                        || container.image().files().stream()
                                .anyMatch(file -> !file.directory() && Paths.isBelow(file.path(), place)));
    }
}
