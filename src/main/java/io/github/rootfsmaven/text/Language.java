package io.github.rootfsmaven.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that people are spoken to in. Programs are always spoken to in English. */
public enum Language {
    EN,
    JA;

    /** Its ISO 639-1 code, as in the POM. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of that code. */
    public static Optional<Language> of(String word) {
        return Arrays.stream(values())
                .filter(language -> language.word().equals(word))
                .findFirst();
    }

    /** The words for an English template; the same words if nobody has translated them. */
    public String template(String english) {
        return this == EN ? english : Japanese.CATALOGUE.translation(english).orElse(english);
    }

    /** Read once, when somebody asks for it. */
    private static final class Japanese {
        private static final Catalogue CATALOGUE = Catalogue.of("ja");
    }
}
