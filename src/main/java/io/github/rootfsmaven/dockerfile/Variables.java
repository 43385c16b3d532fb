package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables in force at some point of a Dockerfile. A name that is not among them has certainly no value if nothing
 * else can have set it, and is unknown if a base image may have.
 */
final class Variables {
    /** Far more than any Dockerfile needs, and little enough for the memory of one that is made to exhaust it. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Map<String, Text> known = new HashMap<>();
    private final boolean others;
    private int affordable = MOST_CHARACTERS;

    private Variables(boolean others) {
        this.others = others;
    }

    /** No variables, and nobody else sets any. */
    static Variables none() {
        return new Variables(false);
    }

    /** Every name may have a value that we do not know. */
    static Variables unknown() {
        return new Variables(true);
    }

    void set(String name, Text value) {
        known.put(name, value);
    }

    /** Declares a variable whose value is not known. */
    void setUnknown(String name) {
        set(name, Text.unresolved(name, "$" + name));
    }

    /** The value, which contains {@link Text#UNRESOLVED} as far as it is unknown; empty if certainly unset. */
    Optional<Text> get(String name) {
        Text value = known.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        boolean possible = others && !name.isEmpty() && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_');
        return possible ? Optional.of(Text.unresolved(name, "$" + name)) : Optional.empty();
    }

    /** Those that have a value or are declared. */
    Map<String, Text> known() {
        return Map.copyOf(known);
    }

    /** Whether so many more characters may be put in place of variables. */
    boolean afford(int characters) {
        affordable = Math.max(0, affordable - characters);
        return affordable > 0;
    }
}
