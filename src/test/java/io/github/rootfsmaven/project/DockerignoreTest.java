package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moby/patternmatcher matches; each line was tried with a COPY of the path, BuildKit of Docker 28.5. */
class DockerignoreTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            run.sh            ¦ run.sh        ¦ true
            run.sh            ¦ bin/run.sh    ¦ false
            /run.sh           ¦ run.sh        ¦ true
            ./a/../run.sh     ¦ run.sh        ¦ true
            bin               ¦ bin/a/run.sh  ¦ true
            bin/              ¦ bin/run.sh    ¦ true
            bi                ¦ bin/run.sh    ¦ false
            *.sh              ¦ run.sh        ¦ true
            *.sh              ¦ bin/run.sh    ¦ false
            **/*.sh           ¦ bin/a/run.sh  ¦ true
            **/*.sh           ¦ run.sh        ¦ true
            **/run.sh         ¦ bin/run.sh    ¦ true
            **/run.sh         ¦ bin/a-run.sh  ¦ false
            **.sh             ¦ bin/run.sh    ¦ true
            bin/**            ¦ bin/a/run.sh  ¦ true
            bin/**/run.sh     ¦ bin/run.sh    ¦ true
            */run.sh          ¦ bin/run.sh    ¦ true
            */run.sh          ¦ bin/a/run.sh  ¦ false
            ?un.sh            ¦ run.sh        ¦ true
            ?un.sh            ¦ /un.sh        ¦ false
            [a-r]un.sh        ¦ run.sh        ¦ true
            [^r]un.sh         ¦ run.sh        ¦ false
            [r                ¦ [r            ¦ false
            run\\.sh         ¦ run.sh        ¦ true
            run.sh            ¦ runxsh        ¦ false
            *                 ¦ bin/run.sh    ¦ true
            #run.sh           ¦ #run.sh       ¦ false
            ~  run.sh  ~      ¦ run.sh        ¦ true
            *⏎!run.sh         ¦ run.sh        ¦ false
            *⏎!run.sh         ¦ stop.sh       ¦ true
            *⏎!bin            ¦ bin/run.sh    ¦ false
            !run.sh⏎run.sh    ¦ run.sh        ¦ true
            bin⏎!bin/run.sh   ¦ bin/run.sh    ¦ false
            bin⏎! bin/*.sh⏎bin/run.sh ¦ bin/run.sh ¦ true
            """)
    void ignores(String file, String path, boolean ignored) {
        assertThat(Dockerignore.of(file.replace('⏎', '\n')).ignores(path)).isEqualTo(ignored);
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoPartOfAPattern() {
        assertThat(Dockerignore.of("\uFEFFrun.sh\r\n").ignores("run.sh")).isTrue();
        assertThat(Dockerignore.none().ignores("run.sh")).isFalse();
    }
}
