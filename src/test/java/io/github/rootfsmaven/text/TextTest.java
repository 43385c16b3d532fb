package io.github.rootfsmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    /** {@code ${DIR}/x:/data:ro} where DIR is a secret. */
    private static final Text MOUNT =
            Text.join(List.of(Text.resolved("/srv/secret", "${DIR}"), Text.literal("/x:/data:ro")));

    @Test
    void cutsMeaningAndWordsAlike() {
        List<Text> parts = MOUNT.split(':');
        assertThat(parts).extracting(Text::value).containsExactly("/srv/secret/x", "/data", "ro");
        assertThat(parts).extracting(Text::shown).containsExactly("${DIR}/x", "/data", "ro");
    }

    @Test
    void neverShowsWhatAVariableHeld() {
        for (int start = 0; start < MOUNT.value().length(); start++) {
            for (int end = start; end <= MOUNT.value().length(); end++) {
                assertThat(MOUNT.substring(start, end).shown())
                        .doesNotContain("secret")
                        .doesNotContain("srv");
            }
        }
        assertThat(MOUNT).hasToString("${DIR}/x:/data:ro");
    }

    @Test
    void findsTheShownPlaceOfACharacter() {
        assertThat(MOUNT.shownIndex(MOUNT.value().indexOf("/x")))
                .isEqualTo(MOUNT.shown().indexOf("/x"));
        assertThat(MOUNT.shownIndex(3)).isZero();
        assertThat(MOUNT.shownIndex(MOUNT.value().length()))
                .isEqualTo(MOUNT.shown().length());
    }

    @Test
    void knowsWhichVariablesHaveNoValue() {
        Text text = Text.join(
                List.of(Text.unresolved("TAG", "${TAG}"), Text.literal("-"), Text.unresolved("ARCH", "$ARCH")));
        assertThat(text.unresolved()).containsExactly("TAG", "ARCH");
        assertThat(text.interpolated()).isTrue();
        assertThat(text.substring(2).unresolved()).containsExactly("ARCH");
        assertThat(MOUNT.unresolved()).isEmpty();
    }

    @Test
    void aVariableThatIsEmptyStaysInTheWords() {
        Text text = Text.join(List.of(Text.literal("a"), Text.resolved("", "${EMPTY}"), Text.literal("b")));
        assertThat(text.substring(0, 1).shown()).isEqualTo("a${EMPTY}");
        assertThat(text.value()).isEqualTo("ab");
    }

    /** A text of many pieces finds its cuts in another way than one of few. */
    @Test
    void aTextOfManyPiecesIsCutAsOneOfFew() {
        List<Text> pieces = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            pieces.addAll(List.of(Text.literal("ab"), Text.resolved("", "$E"), Text.resolved("x", "$X" + i)));
        }
        Text many = Text.join(pieces);
        for (int start = 0; start <= many.value().length(); start++) {
            for (int end = start; end <= many.value().length(); end++) {
                Text cut = many.substring(start, end);
                assertThat(cut.value()).isEqualTo(many.value().substring(start, end));
                assertThat(cut.shown().contains("$E")).isEqualTo(hasEmptyWithin(start, end));
            }
        }
    }

    /** The empty variables stand behind every second character of three. */
    private static boolean hasEmptyWithin(int start, int end) {
        for (int place = 2; place <= end; place += 3) {
            if (place >= start) {
                return true;
            }
        }
        return false;
    }
}
