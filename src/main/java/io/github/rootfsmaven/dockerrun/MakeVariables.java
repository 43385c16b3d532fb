package io.github.rootfsmaven.dockerrun;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of a Makefile that have one value, whatever is built and whoever builds it. */
final class MakeVariables {
    private static final long MOST_CHARACTERS = 400_000;

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private long spent;

    /**
     * Notes an assignment; a second one makes the variable unknown.
     *
     * @param yields whether the environment wins over it: then nothing or options are not what everybody gets
     */
    void set(String name, String value, boolean yields) {
        boolean changes = yields && (value.isBlank() || value.startsWith("-"));
        if (changes || values.containsKey(name)) {
            unknown(name);
        } else {
            values.put(name, value);
        }
    }

    /** Its value hangs on something. */
    void unknown(String name) {
        unknown.add(name);
    }

    /** The value as written, with references to other variables; a file that makes very much of them is given up. */
    Optional<String> get(String name) {
        spent += 1 + values.getOrDefault(name, "").length();
        return spent > MOST_CHARACTERS || unknown.contains(name)
                ? Optional.empty()
                : Optional.ofNullable(values.get(name));
    }
}
