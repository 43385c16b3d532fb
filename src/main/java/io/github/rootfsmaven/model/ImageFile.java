package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * A file or directory that an image has for certain, because an instruction of its Dockerfile makes it. Of one path the
 * last word holds; what nothing is said of may exist all the same, for the base image may have it.
 *
 * @param path absolute, canonical
 * @param directory whether it is a directory
 * @param owner a user's name or number without the group, such as {@code root}, {@code app} or {@code 1000}; empty if
 *     unknown
 * @param mode its permissions, {@code 0755} being 493; empty if unknown
 * @param link what it leads to, if it is a symbolic link
 * @param span the instruction that says so
 */
public record ImageFile(
        String path,
        boolean directory,
        Optional<String> owner,
        Optional<Integer> mode,
        Optional<String> link,
        Span span) {
    public ImageFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(link);
        Objects.requireNonNull(span);
    }

    /** Whether it is known to belong to root. */
    public boolean isRoots() {
        return owner.filter(name -> name.equals("root") || name.matches("0+")).isPresent();
    }

    /** Whether its permissions are known and let nobody write but the owner and his group. */
    public boolean closedToOthers() {
        return mode.filter(bits -> (bits & 0002) == 0).isPresent();
    }
}
