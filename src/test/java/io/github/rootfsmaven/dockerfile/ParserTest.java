package io.github.rootfsmaven.dockerfile;

import static io.github.rootfsmaven.dockerfile.Dockerfiles.instructions;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.parse;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.refused;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParserTest {

    @Test
    void anInstructionIsWhereItIsWritten() throws Exception {
        List<Instruction> instructions = instructions("""
                # the base
                FROM alpine

                   VOLUME /data\s\s
                USER app
                """);

        assertThat(instructions.get(0).span().text()).isEqualTo("VOLUME /data");
        assertThat(instructions.get(0).span().startLine()).isEqualTo(4);
        assertThat(instructions.get(0).span().startColumn()).isEqualTo(4);
        assertThat(instructions.get(1).span().text()).isEqualTo("USER app");
    }

    @Test
    void everyWordIsWhereItIsWritten() throws Exception {
        var volume = (Instruction.Volume)
                instructions("FROM a\nVOLUME /é🐳/x  \"/b\"\n").get(0);

        assertThat(volume.paths()).extracting(word -> word.span().text()).containsExactly("/é🐳/x", "\"/b\"");
        assertThat(volume.paths().get(1).span().startColumn()).isEqualTo(15);
    }

    @Test
    void elementsOfJsonAreWhereTheyAreWritten() throws Exception {
        var volume = (Instruction.Volume)
                instructions("FROM a\nVOLUME [ \"/a\\u0062\" , \"/c d\" ]\n").get(0);

        assertThat(volume.paths()).extracting(Word::text).containsExactly("/ab", "/c d");
        assertThat(volume.paths()).extracting(word -> word.span().text()).containsExactly("\"/a\\u0062\"", "\"/c d\"");
    }

    @Test
    void aContinuationJoinsLines() throws Exception {
        var volume = (Instruction.Volume) instructions("""
                FROM a
                VOLUME /one \\
                    /tw\\
                o
                """).get(0);

        assertThat(volume.paths()).extracting(Word::text).containsExactly("/one", "/two");
        assertThat(volume.paths().get(1).span().text()).isEqualTo("/tw\\\no");
        assertThat(volume.span().text()).isEqualTo("VOLUME /one \\\n    /tw\\\no");
    }

    @Test
    void commentsAndBlankLinesInsideAContinuationAreNotThere() throws Exception {
        List<Instruction> instructions = instructions("""
                FROM a
                RUN one \\
                # not this
                   # nor this

                  && two
                USER x
                """);

        var run = (Instruction.Run) instructions.get(0);
        assertThat(run.command().words()).containsExactly("one   && two");
        assertThat(run.span().endLine()).isEqualTo(6);
        assertThat(instructions.get(1)).isInstanceOf(Instruction.User.class);
    }

    @Test
    void aBackslashThatIsEscapedContinuesNothing() throws Exception {
        assertThat(instructions("FROM a\nRUN echo \\\\\nUSER x\n")).hasSize(2);
    }

    @Test
    void blanksBehindTheContinuationAreForgiven() throws Exception {
        assertThat(instructions("FROM a\nRUN echo \\ \t\n x\nUSER x\n")).hasSize(2);
    }

    @Test
    void carriageReturnsBelongToTheLineBreak() throws Exception {
        List<Instruction> instructions = instructions("FROM a\r\nRUN one \\\r\n  two\r\nWORKDIR /x\r\n");

        assertThat(((Instruction.Run) instructions.get(0)).command().words()).containsExactly("one   two");
        Span path = ((Instruction.Workdir) instructions.get(1)).path().span();
        assertThat(path.text()).isEqualTo("/x");
        assertThat(path.startLine()).isEqualTo(4);
    }

    @Test
    void theEscapeDirectiveChangesWhatContinues() throws Exception {
        var instructions = instructions("""
                # syntax=docker/dockerfile:1
                # escape=`
                FROM a
                VOLUME C:\\data `
                  D:\\
                USER x
                """);

        assertThat(((Instruction.Volume) instructions.get(0)).paths())
                .extracting(Word::text)
                .containsExactly("C:\\data", "D:\\");
        assertThat(instructions).hasSize(2);
    }

    @Test
    void aDirectiveBehindAnotherCommentIsAComment() throws Exception {
        assertThat(instructions("# hello\n# escape=`\nFROM a\nRUN a \\\n b\n")).hasSize(1);
    }

    @Test
    void aDirectiveMustNotBeRepeated() {
        assertThat(told(refused("# escape=\\\n# escape=`\nFROM a\n")))
                .isEqualTo("2:1 only one escape parser directive can be used");
    }

    @Test
    void onlyTwoCharactersEscape() {
        assertThat(told(refused("# escape=x\nFROM a\n")))
                .isEqualTo("1:1 invalid escape token 'x' does not match ` or \\");
    }

    @Test
    void aHeredocIsTheScript() throws Exception {
        var instructions = instructions("""
                FROM a
                RUN <<EOF
                USER not-this
                  mkdir /data \\
                EOF
                USER app
                """);

        var run = (Instruction.Run) instructions.get(0);
        assertThat(run.command().words()).containsExactly("USER not-this\n  mkdir /data \\\n");
        assertThat(run.heredocs().get(0).span().text()).isEqualTo("USER not-this\n  mkdir /data \\\n");
        assertThat(run.span().text()).endsWith("\nEOF");
        assertThat(instructions).hasSize(2);
    }

    @Test
    void aHeredocBesideOtherWordsIsLeftToTheShell() throws Exception {
        var run = (Instruction.Run)
                instructions("FROM a\nRUN cat <<EOF > /x\nhello\nEOF\n").get(0);

        assertThat(run.command().words()).containsExactly("cat <<EOF > /x\nhello\nEOF");
    }

    @Test
    void severalHeredocsFollowEachOther() throws Exception {
        var instructions = instructions("""
                FROM a
                COPY <<one <<"two" <<-'three' plain /target/
                1
                one
                $2
                two
                \t\t3
                \tthree
                USER app
                """);

        var copy = (Instruction.Copy) instructions.get(0);
        assertThat(copy.heredocs()).extracting(Heredoc::name).containsExactly("one", "two", "three");
        assertThat(copy.heredocs()).extracting(Heredoc::text).containsExactly("1\n", "$2\n", "3\n");
        assertThat(copy.heredocs()).extracting(Heredoc::expand).containsExactly(true, false, false);
        assertThat(copy.sources()).extracting(Word::text).containsExactly("plain");
        assertThat(instructions).hasSize(2);
    }

    @Test
    void aHeredocWithShebangIsAProgram() throws Exception {
        var run = (Instruction.Run)
                instructions("FROM a\nRUN <<EOF\n#!/usr/bin/python\nx\nEOF\n").get(0);

        assertThat(run.command().shell()).isFalse();
        assertThat(run.command().words()).containsExactly("/dev/pipes/EOF");
    }

    @Test
    void quotedShiftOperatorsAreNoHeredocs() throws Exception {
        assertThat(instructions("FROM a\nRUN echo \"<<EOF\" $((1<<2))\nUSER x\n"))
                .hasSize(2);
    }

    @Test
    void anUnterminatedHeredocIsRefusedAtItsWord() {
        assertThat(told(refused("FROM a\nRUN cat <<EOF\n EOF\n"))).isEqualTo("2:9 unterminated heredoc");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(told(refused(""))).isEqualTo("1:1 the Dockerfile cannot be empty");
        assertThat(told(refused("# nothing\n\n"))).isEqualTo("1:1 file with no instructions");
    }

    @Test
    void aLineLongerThanTheReferenceReadsIsRefused() throws Exception {
        assertThat(parse("FROM a\n#" + "x".repeat(65_533) + "\n").stages()).hasSize(1);
        assertThat(told(refused("FROM a\n#" + "x".repeat(65_534) + "\n")))
                .isEqualTo("2:1 dockerfile line greater than max allowed size of 65535");
    }
}
