package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.Objects;

/**
 * Files that a {@code COPY} or {@code ADD} puts into an image.
 *
 * @param sources as written; file names that a program may be found by
 * @param target the absolute path they go to: a directory, or the file itself
 * @param directory whether {@code target} is certainly a directory (it ends with a slash, is a dot, or there are several
 *     sources)
 */
public record Copied(List<String> sources, Located<String> target, boolean directory) {
    public Copied {
        sources = List.copyOf(sources);
        Objects.requireNonNull(target);
    }
}
