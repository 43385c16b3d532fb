package io.github.rootfsmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Language;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLanguageTest {
    private static final Map<String, String> UTF_8 = Map.of("stdout.encoding", "UTF-8");

    @Test
    void theUsersWordIsFollowedWhateverTheConsoleIs() throws Exception {
        assertThat(SpokenLanguage.of(" ja ", Map.of("stdout.encoding", "US-ASCII")::get, Locale.ENGLISH))
                .isEqualTo(Language.JA);
        assertThat(SpokenLanguage.of("en", UTF_8::get, Locale.JAPAN)).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @CsvSource({"ja, JP, JA", "ja, '', JA", "en, US, EN", "de, DE, EN", "'', JP, EN"})
    void withoutAWordTheLocaleDecides(String language, String country, Language spoken) throws Exception {
        assertThat(SpokenLanguage.of(null, UTF_8::get, new Locale(language, country)))
                .isEqualTo(spoken);
        assertThat(SpokenLanguage.of("", UTF_8::get, new Locale(language, country)))
                .isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({
        "stdout.encoding, UTF-8, JA",
        "stdout.encoding, windows-31j, JA",
        "stdout.encoding, EUC-JP, JA",
        "stdout.encoding, ANSI_X3.4-1968, EN",
        "stdout.encoding, ISO-8859-1, EN",
        "sun.stdout.encoding, US-ASCII, EN"
    })
    void aConsoleWithoutTheLettersGetsEnglish(String property, String charset, Language spoken) throws Exception {
        assertThat(SpokenLanguage.of(null, Map.of(property, charset)::get, Locale.JAPAN))
                .isEqualTo(spoken);
    }

    @Test
    void anUnknownCharsetIsPassedOver() throws Exception {
        Map<String, String> odd = Map.of("stdout.encoding", "no such / charset", "sun.stdout.encoding", "US-ASCII");
        assertThat(SpokenLanguage.of(null, odd::get, Locale.JAPAN)).isEqualTo(Language.EN);
    }

    @Test
    void anotherWordIsAParameterError() {
        assertThatThrownBy(() -> SpokenLanguage.of("jp", UTF_8::get, Locale.JAPAN))
                .isInstanceOf(BadParameter.class)
                .hasMessage("Parameter 'language': 'jp' is none of en, ja.");
    }
}
