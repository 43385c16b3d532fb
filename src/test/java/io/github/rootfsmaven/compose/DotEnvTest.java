package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compose-go's dotenv package makes of each; HOST is {@code outside} in the process. */
class DotEnvTest {
    private static final Map<String, String> OUTSIDE = Map.of("HOST", "outside");

    @Test
    void readsEveryKindOfLine() throws Exception {
        assertThat(read("""
                        # comment
                        export A=1 # comment
                        B="x # y\\n$A"
                        C='$A'
                        D=a#b
                        E: yaml
                        F=
                        G="multi
                        line"
                        H=${A:-z}$$
                        I='it\\'s'
                        HOST
                        NOBODY
                        """))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "A",
                        "1",
                        "B",
                        "x # y\n1",
                        "C",
                        "$A",
                        "D",
                        "a#b",
                        "E",
                        "yaml",
                        "F",
                        "",
                        "G",
                        "multi\nline",
                        "H",
                        "1$",
                        "I",
                        "it's",
                        "HOST",
                        "outside"));
    }

    @Test
    void theProcessWinsInsideAValueToo() throws Exception {
        assertThat(read("HOST=file\nX=$HOST\n")).containsEntry("X", "outside").containsEntry("HOST", "file");
    }

    @Test
    void aLaterFileMayUseAnEarlierOne() throws Exception {
        assertThat(DotEnv.read(file("B=e2-${A}"), name -> Optional.empty(), Map.of("A", "e1")))
                .containsEntry("B", "e2-e1");
    }

    @Test
    void carriageReturnsAreNoPartOfValues() throws Exception {
        assertThat(read("A=1\r\nB=2\r\n")).containsEntry("A", "1").containsEntry("B", "2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A=1\\nB C=2       | 2:1 | a key in an env file cannot contain a space
            A=1\\nB$=2        | 2:2 | unexpected character '$' in a variable name of this env file
            A="open           | 1:3 | a quoted value in this env file has no end
            A=${B!}           | 1:3 | a value in this env file cannot be interpolated
            """)
    void refusesWithoutShowingAValue(String text, String place, String message) {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> read(text.replace("\\n", "\n")));
        assertThat(invalid).hasMessage(message);
        assertThat(invalid.where().startLine() + ":" + invalid.where().startColumn())
                .isEqualTo(place);
    }

    private static Map<String, String> read(String text) throws InvalidInput {
        return DotEnv.read(file(text), name -> Optional.ofNullable(OUTSIDE.get(name)), Map.of());
    }

    private static SourceFile file(String text) {
        return SourceFile.of(Path.of(".env"), text);
    }
}
