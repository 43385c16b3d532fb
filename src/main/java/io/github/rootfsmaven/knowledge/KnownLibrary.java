package io.github.rootfsmaven.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one library that unpacks machine code; see the head of {@code libraries.yaml} for what each means.
 *
 * @param id its name in sentences
 * @param coordinates {@code groupId:artifactId}
 */
record KnownLibrary(
        String id,
        List<String> coordinates,
        Used used,
        List<String> movedBy,
        List<String> insteadOf,
        boolean homeFirst,
        Optional<String> detail,
        List<String> sources) {

    KnownLibrary {
        Objects.requireNonNull(id);
        coordinates = List.copyOf(coordinates);
        Objects.requireNonNull(used);
        movedBy = List.copyOf(movedBy);
        insteadOf = List.copyOf(insteadOf);
        Objects.requireNonNull(detail);
        sources = List.copyOf(sources);
    }

    /** Whether who has the library runs its machine code. */
    enum Used {
        ALWAYS,
        SOMETIMES,
        /** It does the same without. */
        TOLERATED
    }

    /** @param groupId no letters if only the file's name is known */
    boolean is(String groupId, String artifactId) {
        return coordinates.stream()
                .map(name -> name.split(":", 2))
                .anyMatch(name -> name[1].equals(artifactId) && (groupId.isEmpty() || name[0].equals(groupId)));
    }
}
