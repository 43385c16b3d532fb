package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Language;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which language a goal speaks to its user. */
final class SpokenLanguage {
    private static final String JAPANESE = "日本語、カナ。";

    /** From JDK 18 on the charset of the console no longer follows the default charset (JEP 400). */
    private static final int UTF_8_BY_DEFAULT = 18;

    private SpokenLanguage() {}

    /**
     * The language of the user's word; without one that of the locale, if the console can print it.
     *
     * @param word what the POM or the command line says; null or blank if nothing
     * @param properties the JVM's system properties
     * @throws BadParameter for a word that is no language
     */
    static Language of(String word, UnaryOperator<String> properties, Locale locale) throws BadParameter {
        if (word != null && !word.isBlank()) {
            String code = word.strip();
            return Language.of(code)
                    .orElseThrow(() -> new BadParameter("language", "'" + code + "' is none of en, ja."));
        }
        boolean japanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return japanese && charset(properties).newEncoder().canEncode(JAPANESE) ? Language.JA : Language.EN;
    }

    /**
     * The charset of {@code System.out}: {@code stdout.encoding} from JDK 19 on (its System.getProperties), before that
     * {@code sun.stdout.encoding} on a terminal.
     */
    private static Charset charset(UnaryOperator<String> properties) {
        boolean apart = Runtime.version().feature() >= UTF_8_BY_DEFAULT;
        return Stream.of("stdout.encoding", "sun.stdout.encoding", apart ? "native.encoding" : "file.encoding")
                .map(properties)
                .filter(name -> name != null && isKnown(name))
                .findFirst()
                .map(Charset::forName)
                .filter(Charset::canEncode)
                .orElse(Charset.defaultCharset());
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }
}
