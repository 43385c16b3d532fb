package io.github.rootfsmaven.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void valuesStandInTheirPlaces() {
        assertThat(Message.of("{1} writes {0}.", "/tmp", "redis").english()).isEqualTo("redis writes /tmp.");
    }

    @Test
    void aValueIsNoTemplate() {
        assertThat(Message.of("{0}, {1}", "{1}$1", "b").english()).isEqualTo("{1}$1, b");
        assertThat(Message.verbatim("{0} {9}").english()).isEqualTo("{0} {9}");
    }

    @Test
    void messagesInMessagesAreTranslatedToo() {
        Message inner = Message.of(" ({0})", "shop");

        assertThat(Message.of("{0}!", inner).in(Language.JA)).isEqualTo("（shop）!");
        assertThat(Message.of("{0}!", inner).english()).isEqualTo(" (shop)!");
    }

    @Test
    void aSentenceBeginsWithACapitalLetterInEnglishAlone() {
        Message clause = Message.of("a tmpfs");

        assertThat(Message.of("{0}.", clause.opening()).english()).isEqualTo("A tmpfs.");
        assertThat(Message.of("{0}.", clause.opening()).in(Language.EN)).isEqualTo("A tmpfs.");
        assertThat(Message.of("{0}.", clause.opening()).in(Language.JA)).isEqualTo(" tmpfs 。");
        assertThat(Message.of("{0}.", Message.nothing().opening()).english()).isEqualTo(".");
    }

    @Test
    void whatNobodyTranslatedIsEnglish() {
        assertThat(Message.of("no such {0}", "words").in(Language.JA)).isEqualTo("no such words");
    }

    @Test
    void emptyMessagesLeaveNoGap() {
        assertThat(Message.joined(" ", List.of(Message.verbatim("a"), Message.verbatim(""), Message.verbatim("b")))
                        .english())
                .isEqualTo("a b");
    }

    @Test
    void aCatalogueHasCommentsAndContinuedStrings() {
        Catalogue catalogue =
                Catalogue.parse("x.po", "# why\nmsgid \"one \"\n  \"two\"\nmsgstr \"\\\"一\\\"\"\n\"二\"\n");

        assertThat(catalogue.translation("one two")).contains("\"一\"二");
        assertThat(catalogue.messages()).containsExactly("one two");
    }

    @Test
    void aCatalogueIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Catalogue.parse("x.po", "msgid \"a\"\nmsgstr b\n"))
                .hasMessage("x.po:2: a quoted string is expected");
        assertThatThrownBy(() -> Catalogue.parse("x.po", "msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n"))
                .hasMessageContaining("translated twice: a");
    }
}
