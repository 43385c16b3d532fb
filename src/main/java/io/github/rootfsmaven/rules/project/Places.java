package io.github.rootfsmaven.rules.project;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Message;
import java.util.Optional;

/** Where a mount would serve a write. */
final class Places {
    private Places() {}

    /**
     * The directory that a mount can go to, as it may be printed: that of a file, or the path itself. Empty where the
     * program's own files are, which a mount would hide, and where the path may not be printed.
     */
    static Optional<String> mountable(Container container, Write write) {
        String path = write.path().value();
        boolean file = Paths.name(path).indexOf('.') > 0;
        String directory = file ? Paths.parent(path) : path;
        boolean program = container.process().workingDirectory().stream()
                        .anyMatch(place -> Paths.isWithin(place.value(), directory))
                || container.image().copied().stream()
                        .anyMatch(copied -> Paths.isWithin(copied.target().value(), directory));

        boolean shown = path.equals(write.path().shown());
        return shown && !program && !directory.equals("/") && !directory.equals("/etc")
                ? Optional.of(directory)
                : Optional.empty();
    }

    /** A tmpfs where one can go. */
    static Message tmpfs(Container container, Write write) {
        return mountable(container, write)
                .map(place -> Message.of(
                        "add a tmpfs: `{0}`, with the size it needs", container.wordsForTmpfs(place, write.kind())))
                .orElse(Message.of("name a directory of its own for it, and add a tmpfs there"));
    }

    /** The setting that takes the write away, or a tmpfs. */
    static Message avoidOrTmpfs(Container container, Write write) {
        Message tmpfs = tmpfs(container, write);
        return write.avoidedBy()
                .map(setting -> Message.of("{0}. Or {1}.", setting.opening(), tmpfs))
                .orElse(Message.of("{0}.", tmpfs.opening()));
    }
}
