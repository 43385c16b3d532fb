package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words are those that Docker Compose 2.40.3 prints for the same commands. */
class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '\0', textBlock = """
            a && b          ! a
            sh -c 'x y' ; z ! sh+-c+x y
            a > b           ! a
            a 2>b           ! a
            a x2>b          ! a+x2
            a|b             ! a
            a "b;c" '<' \\& ! a+b;c+<+&
            a `b c` d       ! a+`b c`+d
            a $(b c) d      ! a+$(b c)+d
            x \\' y         ! x+'+y
            a "b\\"c" d     ! a+b"c+d
            a 'b\\'         ! a+b\\
            a # b           ! a+#+b
            a "" ''         ! a++
            a"b"'c'         ! abc
            a \\n           ! a+n
            """)
    void words(String command, String words) {
        assertThat(String.join("+", CommandLine.words(command))).isEqualTo(words);
        assertThat(CommandLine.isWhole(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a `b", "a $(b", "x\\", "'a' 'b", "a \"b", "(a b)", "a) b", "a $ (b)", "a $(b $(c))"})
    void somethingStaysOpen(String command) {
        assertThat(CommandLine.isWhole(command)).isFalse();
    }
}
