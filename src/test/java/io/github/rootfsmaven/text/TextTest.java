package io.github.rootfsmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

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
}
