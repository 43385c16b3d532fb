package io.github.rootfsmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KEYS = List.of("read_only", "restart", "tmpfs", "volumes", "volumes_from");

    @ParameterizedTest
    @CsvSource({"readonly,read_only", "read-only,read_only", "volume,volumes", "tmpf,tmpfs", "Volumes-From,volumes_from"
    })
    void findsTheWordThatIsMeant(String word, String meant) {
        assertThat(Spelling.nearest(word, KEYS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"build", "x", "readiness"})
    void suggestsNothingForAnotherWord(String word) {
        assertThat(Spelling.nearest(word, KEYS)).isEmpty();
        assertThat(Spelling.suggestion(word, KEYS).isEmpty()).isTrue();
    }
}
