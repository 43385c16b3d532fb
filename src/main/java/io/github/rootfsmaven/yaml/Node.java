package io.github.rootfsmaven.yaml;

import io.github.rootfsmaven.text.Span;
import java.util.Optional;

/** A value in a YAML document, immutable; anchors, aliases and merge keys are resolved already. */
public sealed interface Node permits Scalar, Sequence, Mapping {

    /** Where it stands; for a value behind an alias, where the anchor stands. */
    Span span();

    /** A tag of the file's own such as {@code !reset}. */
    Optional<String> tag();

    /** Whether it is tagged with that name. */
    default boolean isTagged(String name) {
        return tag().filter(name::equals).isPresent();
    }

    /** What it is called in messages, as the reference calls it: {@code string}, {@code boolean}, {@code mapping} … */
    String typeName();
}
