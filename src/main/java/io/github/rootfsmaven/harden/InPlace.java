package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.SourceFile;
import java.util.List;
import java.util.Objects;

/** Writes changes into a file's own text. */
public final class InPlace {
    private InPlace() {}

    /**
     * A file's text after the changes that could be made.
     *
     * @param text all characters, a byte order mark included if the file has one
     * @param refused what could not be written, in the order it was asked for
     */
    public record Edited(String text, List<Refused> refused) {
        public Edited {
            Objects.requireNonNull(text);
            refused = List.copyOf(refused);
        }
    }

    /** A change that was not made, and why not, in words for the user. */
    public record Refused(Change change, String why) {
        public Refused {
            Objects.requireNonNull(change);
            Objects.requireNonNull(why);
        }
    }

    /**
     * Makes changes of one file.
     *
     * @param comments whether added lines say why they are there
     */
    public static Edited of(SourceFile file, List<Change> changes, boolean comments) {
        return new Edited(
                file.whole(),
                changes.stream()
                        .map(change -> new Refused(change, "not written yet"))
                        .toList());
    }
}
