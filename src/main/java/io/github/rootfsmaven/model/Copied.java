package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Files that a {@code COPY} or {@code ADD} puts into an image.
 *
 * @param sources paths in what they come from, or patterns of them
 * @param target the absolute path they go to: a directory, or the file itself. It begins with
 *     {@link io.github.rootfsmaven.text.Text#UNRESOLVED} where the directory it is seen from is unknown
 * @param directory whether {@code target} is certainly a directory (it ends with a slash, is a dot, or there are several
 *     sources)
 * @param context the context that they come from: no letters for the build context, else what {@code --from} names;
 *     empty for a stage's number
 * @param stage the number of the stage that they come from, if there is such a stage
 * @param owner the value of {@code --chown}; empty if it is not set, which means root, or hangs on an unknown variable
 * @param mode the value of {@code --chmod}; empty if it is not set or hangs on an unknown variable
 * @param documents files whose text stands in the Dockerfile itself
 */
public record Copied(
        List<Located<String>> sources,
        Located<String> target,
        boolean directory,
        Optional<String> context,
        Optional<Integer> stage,
        Optional<Located<String>> owner,
        Optional<Located<String>> mode,
        List<Document> documents) {
    public Copied {
        sources = List.copyOf(sources);
        Objects.requireNonNull(target);
        Objects.requireNonNull(context);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(mode);
        documents = List.copyOf(documents);
    }

    /** The same files, their context known by another name. */
    public Copied from(String other) {
        return new Copied(sources, target, directory, Optional.of(other), stage, owner, mode, documents);
    }

    /** The same files, of whose stage nothing is known. */
    public Copied fromAnywhere() {
        return new Copied(sources, target, directory, context, Optional.empty(), owner, mode, documents);
    }

    /**
     * A here-document that becomes a file.
     *
     * @param name its name in a directory
     * @param text what the file gets
     * @param span where the text stands
     */
    public record Document(String name, String text, Span span) {
        public Document {
            Objects.requireNonNull(name);
            Objects.requireNonNull(text);
            Objects.requireNonNull(span);
        }
    }
}
