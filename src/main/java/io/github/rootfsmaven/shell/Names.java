package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that a place of a script knows: those of the block around it, and its own. */
final class Names {
    /** A script that makes more of its variables than this wants to cost time. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final int LONGEST_VALUE = 4_000;

    private final Optional<Names> around;
    private final Map<String, Text> own = new HashMap<>(4);
    private final int[] spent;

    /** Nothing is known. */
    Names() {
        this.around = Optional.empty();
        this.spent = new int[1];
    }

    private Names(Names around) {
        this.around = Optional.of(around);
        this.spent = around.spent;
    }

    /** What is set inside is not known outside. */
    Names inside() {
        return new Names(this);
    }

    void set(String name, Text value) {
        if (value.value().length() <= LONGEST_VALUE) {
            own.put(name, value);
        }
    }

    /** The value; empty if it is unknown. */
    Optional<Text> get(String name) {
        for (Optional<Names> names = Optional.of(this); names.isPresent(); names = names.get().around) {
            Text value = names.get().own.get(name);
            if (value != null) {
                spent[0] += value.value().length();
                return Optional.of(value).filter(within -> spent[0] <= MOST_CHARACTERS);
            }
        }
        return Optional.empty();
    }
}
