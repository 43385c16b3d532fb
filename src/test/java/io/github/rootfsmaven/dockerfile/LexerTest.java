package io.github.rootfsmaven.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

    /** {@code full} is set, {@code empty} is set to nothing, {@code unset} is not, {@code who} is not known. */
    private static Text expand(String word, char escape) throws InvalidInput {
        Variables variables = Variables.none();
        variables.set("full", Text.literal("a.b.c"));
        variables.set("empty", Text.literal(""));
        variables.setUnknown("who");
        variables.set("part", Text.join(List.of(Text.literal("/x/"), Text.unresolved("who", "$who"))));
        return Lexer.expand(
                new Word(word, SourceFile.of(Path.of("/Dockerfile"), word).start()), escape, variables);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /x/$full/y       | /x/a.b.c/y
            ${full}y         | a.b.cy
            $unset/x         | /x
            '$full'          | $full
            "$full x"        | a.b.c x
            "'$full'"        | 'a.b.c'
            \\$full          | $full
            "\\$full"        | $full
            "a\\b"           | a\\b
            a\\ b            | a b
            x$               | x$
            $1x              | x
            ${full:-d}       | a.b.c
            ${empty:-d}      | d
            ${empty-d}       | ~~
            ${unset-d}       | d
            ${unset:-/$full} | /a.b.c
            ${unset:-"}"}    | }
            ${full:+d}       | d
            ${empty:+d}      | ~~
            ${empty+d}       | d
            ${unset+d}       | ~~
            ${full:?no}      | a.b.c
            ${full#*.}       | b.c
            ${full##*.}      | c
            ${full%.*}       | a.b
            ${full%%.*}      | a
            ${full/./-}      | a-b.c
            ${full//./-}     | a-b-c
            ${full/\\?/-}    | a.b.c
            ${full/*/r}      | r
            ${full//*/r}     | r
            ${full//.*/r}    | ar
            ${empty/*/r}     | r
            ${unset//*/r}    | r
            ${full/*./}      | c
            ${full//b*/$who} | ?
            $who             | ?
            /x/${who}/y      | /x/?/y
            ${who:-d}        | ?
            ${who:+d}        | ?
            ${who%.*}        | ?
            ${unset:-$who}   | ?
            $part/y          | /x/?/y
            ${part:-d}       | /x/?
            ${part%/*}       | ?
            """)
    void meansWhatTheReferenceMakesOfIt(String word, String value) throws Exception {
        assertThat(expand(word, '\\').value().replace(Text.UNRESOLVED, '?')).isEqualTo(value);
    }

    @Test
    void theEscapeCharacterMayBeABacktick() throws Exception {
        assertThat(expand("C:\\x`$full", '`').value()).isEqualTo("C:\\x$full");
    }

    @Test
    void whatCameFromAVariableIsShownAsWritten() throws Exception {
        assertThat(expand("/x/${full:-d}/$full'y'", '\\').shown()).isEqualTo("/x/${full:-d}/$fully");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ${unset:?gone}  | unset: gone
            ${unset?}       | unset: is not allowed to be unset
            ${empty:?}      | empty: is not allowed to be empty
            ${unset?$full}  | unset: $full
            ${full:#x}      | unsupported modifier (:#) in substitution
            ${full/x}       | syntax error: missing '/' in ${}
            ${full:-"x}     | syntax error: missing '}'
            ${full:-'x}     | syntax error: missing '}'
            "x              | unexpected end of statement while looking for matching double-quote
            """)
    void isRefusedWithoutGivingAValueAway(String word, String message) {
        assertThatThrownBy(() -> expand(word, '\\'))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("failed to process \"" + word + "\": " + message);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> expand("${a:-".repeat(100_000), '\\')).isInstanceOf(InvalidInput.class);
    }
}
