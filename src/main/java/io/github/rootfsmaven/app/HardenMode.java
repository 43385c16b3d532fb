package io.github.rootfsmaven.app;

import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Spelling;
import java.util.Arrays;
import java.util.List;

/** Where the fix of {@code harden} goes. */
public enum HardenMode {
    /** It is shown, and written as a patch. */
    DIFF("diff"),
    /** Into a Compose file of its own beside the first one. */
    OVERRIDE("override"),
    /** Into the files that are wrong. */
    IN_PLACE("in-place");

    private final String word;

    HardenMode(String word) {
        this.word = word;
    }

    /**
     * The mode of that name.
     *
     * @throws BadParameter if there is none
     */
    public static HardenMode of(String word) throws BadParameter {
        for (HardenMode mode : values()) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        List<String> words = Arrays.stream(values()).map(mode -> mode.word).toList();
        throw new BadParameter(
                "mode",
                ("'" + word + "' is none of " + String.join(", ", words) + ". "
                                + Spelling.suggestion(word, words).english())
                        .strip());
    }
}
