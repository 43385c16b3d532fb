package io.github.rootfsmaven.dockerfile;

import static io.github.rootfsmaven.dockerfile.Dockerfiles.instructions;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.parse;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.refused;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionParserTest {

    @Test
    void fromHasAnImageANameAndAPlatform() throws Exception {
        var from = parse("from --platform=linux/amd64 alpine:3 as Build\n")
                .stages()
                .get(0);

        assertThat(from.from().image().text()).isEqualTo("alpine:3");
        assertThat(from.from().platform().orElseThrow().text()).isEqualTo("linux/amd64");
        assertThat(from.name()).contains("build");
    }

    @Test
    void envTakesManyPairsOrOneOfTheOldForm() throws Exception {
        var instructions = instructions("FROM a\nENV A=1 B=\"x y\" C=\nENV D  e=f  g\n");

        var pairs = ((Instruction.Env) instructions.get(0)).variables();
        assertThat(pairs).extracting(pair -> pair.key().text()).containsExactly("A", "B", "C");
        assertThat(pairs)
                .extracting(pair -> pair.value().orElseThrow().span().text())
                .containsExactly("1", "\"x y\"", "");
        var old = ((Instruction.Env) instructions.get(1)).variables().get(0);
        assertThat(old.key().text()).isEqualTo("D");
        assertThat(old.value().orElseThrow().text()).isEqualTo("e=f  g");
    }

    @Test
    void copyHasFlagsSourcesAndATarget() throws Exception {
        var copy = (Instruction.Copy) instructions("FROM a\nCOPY --from=b --chown=app:app --chmod=755 --link x y /z/\n")
                .get(0);

        assertThat(copy.add()).isFalse();
        assertThat(copy.from().orElseThrow().text()).isEqualTo("b");
        assertThat(copy.chown().orElseThrow().span().text()).isEqualTo("--chown=app:app");
        assertThat(copy.chmod().orElseThrow().text()).isEqualTo("755");
        assertThat(copy.link()).isTrue();
        assertThat(copy.sources()).extracting(Word::text).containsExactly("x", "y");
        assertThat(copy.target().text()).isEqualTo("/z/");
    }

    @Test
    void whatIsNoJsonIsTheShellForm() throws Exception {
        var cmd = (Instruction.Cmd) instructions("FROM a\nCMD [\"a\", 'b']\n").get(0);

        assertThat(cmd.command().shell()).isTrue();
        assertThat(cmd.command().words()).containsExactly("[\"a\", 'b']");
    }

    @Test
    void theExecFormHasItsWords() throws Exception {
        var cmd = (Instruction.Cmd) instructions("FROM a\nCMD [\"a\\t\", \"\\ud83d\\ude00\", \"$B\"]\n")
                .get(0);

        assertThat(cmd.command().shell()).isFalse();
        assertThat(cmd.command().words()).containsExactly("a\t", "😀", "$B");
    }

    @Test
    void onbuildKeepsItsTrigger() throws Exception {
        var onbuild = (Instruction.Onbuild)
                instructions("FROM a\nONBUILD VOLUME /x\n").get(0);

        assertThat(onbuild.trigger()).containsInstanceOf(Instruction.Volume.class);
    }

    @Test
    void anOnbuildTriggerIsOnlyJudgedWhenItRuns() throws Exception {
        assertThat(((Instruction.Onbuild)
                                instructions("FROM a\nONBUILD NONSENSE\n").get(0))
                        .trigger())
                .isEmpty();
    }

    @Test
    void healthcheckMayBeTurnedOff() throws Exception {
        var instructions = instructions("FROM a\nHEALTHCHECK NONE\nHEALTHCHECK --interval=1m30s CMD curl x\n");

        assertThat(((Instruction.Healthcheck) instructions.get(0)).command()).isEmpty();
        assertThat(((Instruction.Healthcheck) instructions.get(1))
                        .command()
                        .orElseThrow()
                        .words())
                .containsExactly("curl x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            FRM a                        | 2:1 unknown instruction: FRM
            FROM                         | 2:1 FROM requires either one or three arguments
            FROM a b                     | 2:1 FROM requires either one or three arguments
            FROM a AS 1                  | 2:11 invalid name for build stage: "1", name can't start with a number or contain symbols
            FROM --plat=x a              | 2:6 unknown flag: --plat
            VOLUME                       | 2:1 VOLUME requires at least one argument
            VOLUME ["/a", ""]            | 2:15 VOLUME specified can not be an empty string
            VOLUME ["/a", 1]             | 2:8 when using JSON array syntax, arrays must be comprised of strings only
            USER                         | 2:1 USER requires exactly one argument
            WORKDIR                      | 2:1 WORKDIR requires exactly one argument
            STOPSIGNAL                   | 2:1 STOPSIGNAL requires exactly one argument
            EXPOSE                       | 2:1 EXPOSE requires at least one argument
            ENV                          | 2:1 ENV requires at least one argument
            ENV A                        | 2:1 ENV must have two arguments
            ENV A=b C                    | 2:9 Syntax error - can't find = in "C". Must be of the form: name=value
            ENV =b                       | 2:5 ENV names can not be blank
            LABEL =b                     | 2:7 LABEL names can not be blank
            ARG                          | 2:1 ARG requires at least one argument
            ARG =x                       | 2:5 ARG names can not be blank
            COPY x                       | 2:1 COPY requires at least two arguments, but only one was provided. Destination could not be determined
            ADD --from=x a /b            | 2:5 unknown flag: --from
            COPY --chown a /b            | 2:6 missing a value on flag: --chown
            COPY --link=yes a /b         | 2:6 expecting boolean value for flag --link, not: yes
            COPY --chown=1 --chown=2 a b | 2:16 duplicate flag specified: --chown
            COPY a <<b                   | 2:8 unterminated heredoc
            COPY --from=9 a /b           | 2:6 invalid stage index 9
            COPY --from=$x a /b          | 2:6 variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround
            CMD --x                      | 2:5 unknown flag: --x
            SHELL /bin/sh                | 2:1 SHELL requires the arguments to be in JSON form
            SHELL []                     | 2:1 SHELL requires at least one argument
            HEALTHCHECK NONE x           | 2:18 HEALTHCHECK NONE takes no arguments
            HEALTHCHECK CMD              | 2:1 Missing command after HEALTHCHECK CMD
            HEALTHCHECK curl x           | 2:13 Unknown type "CURL" in HEALTHCHECK (try CMD)
            HEALTHCHECK --timeout=1 CMD x| 2:13 time: invalid duration "1"
            ONBUILD                      | 2:1 ONBUILD requires at least one argument
            ONBUILD FROM x               | 2:9 FROM isn't allowed as an ONBUILD trigger
            ONBUILD ONBUILD RUN x        | 2:9 Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed
            WORKDIR /a/${                | 2:9 failed to process "/a/${": syntax error: missing '}'
            WORKDIR ${a!b}               | 2:9 failed to process "${a!b}": unsupported modifier (!) in substitution
            USER 'app                    | 2:6 failed to process "'app": unexpected end of statement while looking for matching single-quote
            LABEL a=${}                  | 2:9 failed to process "${}": syntax error: bad substitution
            """)
    void whatTheReferenceRefuses(String line, String told) {
        assertThat(told(refused("FROM a\n" + line + "\n"))).isEqualTo(told);
    }

    @Test
    void nothingButArgMayStandBeforeFrom() {
        assertThat(told(refused("ARG a\n  RUN x\nFROM a\n"))).isEqualTo("2:3 no build stage in current context");
    }

    @Test
    void argAloneBuildsNothing() {
        assertThat(told(refused("ARG a\n"))).isEqualTo("1:1 dockerfile contains no stages to build");
    }

    @Test
    void aLineThatCannotBeCutIsToldBeforeAnUnknownInstructionAbove() {
        assertThat(told(refused("FROM a\nNONSENSE\nENV A\n"))).isEqualTo("3:1 ENV must have two arguments");
    }
}
