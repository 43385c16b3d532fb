package io.github.rootfsmaven.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which flags and words an instruction has, for every behaviour that BuildKit's own test files show. */
class WordsTest {
    private static String dump(String text) throws InvalidInput {
        return Dump.of(new Parser(SourceFile.of(Path.of("/Dockerfile"), text)).parse());
    }

    /** A line break is written as {@code ⏎}, a tab as {@code ⇥}. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            CMD []                              ¦ (cmd)
            CMD [""]                            ¦ (cmd "")
            CMD⇥[⇥"a",⇥"b"⇥]⇥                   ¦ (cmd "a" "b")
            CMD ["é☃ \\" \\\\ \\/ \\b\\n\\u0000"] ¦ (cmd "é☃ \\" \\\\ / \\b\\n\\x00")
            CMD ['a', 'b']                      ¦ (cmd "['a', 'b']")
            CMD ["a", "b]                       ¦ (cmd "[\\"a\\", \\"b]")
            CMD ["a", "b"                       ¦ (cmd "[\\"a\\", \\"b\\"")
            CMD ["a"] # b                       ¦ (cmd "[\\"a\\"] # b")
            CMD '["a"]'                         ¦ (cmd "'[\\"a\\"]'")
            ENTRYPOINT exec "$@"                ¦ (entrypoint "exec \\"$@\\"")
            CMD --flag [ "a" ]                  ¦ (cmd ["--flag"] "a")
            CMD --flag=x -- [ ]                 ¦ (cmd ["--flag=x"])
            COPY --a=1 --b c d                  ¦ (copy ["--a=1" "--b"] "c" "d")
            COPY --a=1 -- --c d                 ¦ (copy ["--a=1"] "--c" "d")
            COPY -- c d                         ¦ (copy "c" "d")
            COPY --a='b c' d e                  ¦ (copy ["--a=b c"] "d" "e")
            COPY [ "a b", "/c/" ]               ¦ (copy "a b" "/c/")
            ADD a⇥b  /c                         ¦ (add "a" "b" "/c")
            VOLUME /a⇥ /b                       ¦ (volume "/a" "/b")
            VOLUME ["/a", "/b"]                 ¦ (volume "/a" "/b")
            HEALTHCHECK                         ¦ (healthcheck)
            HEALTHCHECK CMD                     ¦ (healthcheck "CMD")
            HEALTHCHECK⇥ cmd ⇥ a b              ¦ (healthcheck "cmd" "a b")
            HEALTHCHECK --retries=1 CMD ["a"]   ¦ (healthcheck ["--retries=1"] "CMD" "a")
            HEALTHCHECK TCP 70                  ¦ (healthcheck "TCP" "70")
            ARG a b=1 c="d e" f='g'             ¦ (arg "a" "b=1" "c=\\"d e\\"" "f='g'")
            ENV a b  c                          ¦ (env "a" "b  c" "")
            ENV a b=c d                         ¦ (env "a" "b=c d" "")
            ENV a=b c=d\\ e f="g h" i='j k'     ¦ (env "a" "b" "=" "c" "d\\\\ e" "=" "f" "\\"g h\\"" "=" "i" "'j k'" "=")
            ENV a= b==c                         ¦ (env "a" "" "=" "b" "=c" "=")
            ENV a=b'c "d' e="f 'g"              ¦ (env "a" "b'c \\"d'" "=" "e" "\\"f 'g\\"" "=")
            ENV a=\\"b c=d                      ¦ (env "a" "\\\\\\"b" "=" "c" "d" "=")
            LABEL a b                           ¦ (label "a" "b" "")
            MAINTAINER A "B" <c@d>              ¦ (maintainer "A \\"B\\" <c@d>")
            RUN a \\b "c\\" d                   ¦ (run "a \\\\b \\"c\\\\\\" d")
            ONBUILD RUN a "b"                   ¦ (onbuild (run "a \\"b\\""))
            ONBUILD ADD . /x                    ¦ (onbuild (add "." "/x"))
            ONBUILD ENV a=b                     ¦ (onbuild (env "a" "b" "="))
            ONBUILD CMD ["a"]                   ¦ (onbuild (cmd "a"))
            RUN a \\⏎⏎⏎ b \\⏎⏎c                 ¦ (run "a  b c")
            RUN a \\⏎# no⏎⇥# no \\⏎⇥b           ¦ (run "a ⇥b")
            RUN a \\ ⇥⏎b                        ¦ (run "a b")
            RUN a \\\\⏎CMD b                    ¦ (run "a \\\\\\\\")⏎(cmd "b")
            RUN a \\                            ¦ (run "a")
            RUN a \\⏎⏎⏎                         ¦ (run "a")
            RUN a\\⏎CMD b                       ¦ (run "aCMD b")
            CMD a⏎\\                            ¦ (cmd "a")⏎()
            # escape=`⏎RUN a \\`⏎b              ¦ (run "a \\\\b")
            # Escape = `⏎CMD a`⏎b               ¦ (cmd "ab")
            # syntax=x⏎# escape=`⏎CMD a`⏎b      ¦ (cmd "ab")
            # no⏎# escape=`⏎CMD a`⏎CMD b        ¦ (cmd "a`")⏎(cmd "b")
            CMD a⏎# escape=`⏎CMD a\\⏎b          ¦ (cmd "a")⏎(cmd "ab")
            # escape=\\⏎CMD a\\⏎b               ¦ (cmd "ab")
            cMd a⏎⏎# b⏎⇥CMD c                   ¦ (cmd "a")⏎(cmd "c")
            """)
    void are(String text, String dumped) throws Exception {
        assertThat(dump(text.replace('⏎', '\n').replace('⇥', '\t') + "\n")
                        .replace('\n', '⏎')
                        .replace("\\t", "⇥"))
                .isEqualTo(dumped);
    }

    @Test
    void theLinesOfAnInstructionEndWithItsLastWord() throws Exception {
        var nodes = new Parser(SourceFile.of(
                        Path.of("/Dockerfile"),
                        "\n\nFROM a\n\nENV A \\\n\n # b\n  c\n\nRUN a \\\n\n && b \\\n && c\n\n"))
                .parse();

        assertThat(nodes).extracting(node -> node.span().startLine()).containsExactly(3, 5, 10);
        assertThat(nodes).extracting(node -> node.span().endLine()).containsExactly(3, 8, 13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# a\n\n  # b\n", "ENV A\n", "ENV A=b c\n", "CMD [\"a\", [\"b\"]]\n", "ADD [1, 2]\n"})
    void areNot(String text) {
        assertThatThrownBy(() -> dump(text)).isInstanceOf(InvalidInput.class);
    }
}
