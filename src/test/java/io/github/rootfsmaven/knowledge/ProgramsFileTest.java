package io.github.rootfsmaven.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsFileTest {
    private static final String WHOLE = """
            schema: 1
            programs:
              - names: [x]
                writes:
                  - options: [-p]
                    path: ./x
                    kind: log
                    evidence: documented
                    says: "x logs there"
                    sources: [there]
            variables:
              - name: X_DIR
                holds: path
                kind: log
                evidence: inferred
                says: "x logs there"
                sources: [there]
            """;

    @Test
    void aWholeFileIsRead() {
        assertThatCode(() -> read(WHOLE)).doesNotThrowAnyException();
    }

    /** Reading it is what checks keys, words and paths; what is read when it is asked for is what is in the file. */
    @Test
    void whatComesWithThePluginIsWholeAndFoundByItsNames() throws InvalidInput {
        ProgramsFile.Read whole = read(KnowledgeFile.resource(ProgramsFile.NAME));
        KnownPrograms found = ProgramsFile.bundled();
        assertThat(whole.programs())
                .hasSizeGreaterThan(10)
                .allSatisfy(program -> assertThat(program.names())
                        .allSatisfy(name -> assertThat(found.named(name).map(KnownProgram::toString))
                                .containsExactly(program.toString())));
        assertThat(whole.variables())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        variable -> assertThat(found.variable(variable.name().replace("*", "ANY_")))
                                .contains(variable));
    }

    @ParameterizedTest
    @CsvSource({
        "X_DIR,  X_DIR,     true",
        "X_DIR,  MY_X_DIR,  false",
        "*X_DIR, X_DIR,     true",
        "*X_DIR, MY_X_DIR,  true",
        "*X_DIR, MYX_DIR,   false",
        "*X_DIR, X_DIR_OF,  false",
        "A_*B,   A_B,       true",
        "A_*B,   A_C_B,     true",
        "A_*B,   A_CB,      false",
        "A_*_B,  A_B,       false",
    })
    void aStarStandsForWordsWithTheirUnderscore(String name, String variable, boolean meant) {
        assertThat(KnownProgram.Variable.isNamed(name, variable)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "schema: 1            | schema: 2          | schema must be 1",
                "names: [x]           | names: []          | names is missing",
                "sources: [there]     | sources: []        | sources is missing",
                "path: ./x            | path: x            | absolute and canonical",
                "path: ./x            | path: /var/run/x   | absolute and canonical",
                "kind: log            | kind: logs         | 'logs' is no kind",
                "says:                | say:               | 'say' is none of the keys",
                "holds: path          | holds: options     | options are those of a program",
                "options: [-p]        | part: '('          | regular expression",
                "path: ./x            | path: [./x]        | path must be a single value",
                "holds: path          | holds: [path]      | holds must be a single value",
                "evidence: inferred   | sometimes: 1       | sometimes must be true or false",
            })
    void whatDoesNotFollowIsRefused(String whole, String broken, String message) {
        assertThatThrownBy(() -> read(WHOLE.replaceFirst(java.util.regex.Pattern.quote(whole), broken)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    private static ProgramsFile.Read read(String text) throws InvalidInput {
        return ProgramsFile.read(SourceFile.of(Path.of("programs.yaml"), text));
    }
}
