package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the user wants of a fix.
 *
 * @param tmpfsSize the size of a new tmpfs, as the option {@code size} has it
 * @param evidence how sure a write must be for a mount of its own
 * @param comments whether added lines say why they are there
 */
public record HardenSettings(String tmpfsSize, Confidence evidence, boolean comments) {
    /** What the kernel takes: a number, with a unit or a share of the memory (tmpfs(5)). */
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]*[kKmMgG%]?");

    public HardenSettings {
        Objects.requireNonNull(tmpfsSize);
        Objects.requireNonNull(evidence);
    }

    /** What holds if the user says nothing. */
    public static HardenSettings standard() {
        return new HardenSettings("64m", Confidence.LIKELY, true);
    }

    /**
     * The settings in the user's words.
     *
     * @throws BadParameter if one cannot be followed
     */
    public static HardenSettings of(String tmpfsSize, String evidence, boolean comments) throws BadParameter {
        if (!SIZE.matcher(tmpfsSize).matches()) {
            throw new BadParameter("tmpfsSize", "'" + tmpfsSize + "' is no size such as 64m.");
        }
        List<String> words =
                Arrays.stream(Confidence.values()).map(Confidence::word).toList();
        int level = words.indexOf(evidence);
        if (level < 0) {
            throw new BadParameter(
                    "evidence",
                    ("'" + evidence + "' is none of " + String.join(", ", words) + ". "
                                    + Spelling.suggestion(evidence, words).english())
                            .strip());
        }
        return new HardenSettings(tmpfsSize, Confidence.values()[level], comments);
    }
}
