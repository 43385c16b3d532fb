package io.github.rootfsmaven.report;

import io.github.rootfsmaven.text.BadParameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A way to write a report down. */
public enum Format {
    CONSOLE,
    JSON,
    SARIF,
    JUNIT,
    GITLAB,
    CHECKSTYLE,
    /** Lines in the log that GitHub makes annotations of. */
    GITHUB,
    HTML;

    /** Its name in the POM. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The formats of those names.
     *
     * @throws BadParameter for a name that is none
     */
    public static Set<Format> of(List<String> words) throws BadParameter {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String word : words) {
            formats.add(Arrays.stream(values())
                    .filter(format -> format.word().equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new BadParameter(
                            "formats", "'" + word.strip() + "' is none of " + words() + " in this version.")));
        }
        return formats;
    }

    private static String words() {
        return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
    }
}
