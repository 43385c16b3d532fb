package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What it means if a write fails: {@code !} stops what follows, {@code ~} is taken, {@code ?} may not happen. Each script
 * goes on with a colon, so that nothing is the last command of the start.
 */
class FailuresTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            touch /a                                    => /a
            set -e; touch /a                            => /a !
            set -eu; touch /a                           => /a !
            set -o errexit; touch /a                    => /a !
            set -euo pipefail; touch /a                 => /a !
            set -o pipefail; touch /a                   => /a
            set -e; set +e; touch /a                    => /a
            set -o errexit; set +o errexit; touch /a    => /a
            set -e -- x; touch /a$1                     => /ax !
            set -e; touch /a | cat                      => /a
            set -e; cat | touch /a                      => /a !
            set -e; touch /a &                          => /a
            set -e; (touch /a)                          => /a !
            set -e; (touch /a; true) || exit 1          => /a !
            set -e; (set +e; touch /a; true)            => /a
            set -e; X=$(touch /a)                       => /a !
            set -e; echo $(touch /a)                    => /a
            set -e; export X=$(touch /a)                => /a
            set -e; { touch /a; }                       => /a !
            set -e; ! touch /a                          => /a !
            set -e; if touch /a; then :; fi             => /a ~
            set -e; while touch /a; do break; done      => /a ~
            set -e; until touch /a; do :; done          => /a ~
            set -e; for i in 1; do touch /a; done       => /a !
            set -e; case x in x) touch /a;; esac        => /a !
            set -e; f() { touch /a; }; f                => /a !
            set -e; f() { touch /a; }; f || true        => /a ~
            set -e; sh -c 'touch /a'                    => /a !
            set -e; sh -c 'touch /a; true'              => /a
            set -e; sh -ec 'touch /a; true'             => /a !
            set -e; eval 'touch /a'                     => /a !
            set -e; touch /a && touch /b                => /a, /b !
            set -e; touch /a || touch /b                => /a ~, /b ? !
            set -e; touch /a || exit                    => /a !
            set -e; touch /a || exit 0                  => /a ~
            set -e; touch /a || { echo no; exit 1; }    => /a !
            set -e; touch /a || { exit 1; echo no; }    => /a ~
            f() { touch /a || return 1; }; f            => /a !
            touch /a || exit $U                         => /a !
            touch /a; exit                              => /a
            touch /a && touch /b || exit 1              => /a !, /b !
            touch /a && touch /b || true                => /a ~, /b ~
            touch /a || true && touch /b                => /a ~, /b
            touch /a || touch /b || exit 1              => /a ~, /b ? !
            if touch /a; then touch /b; else exit 1; fi => /a !, /b
            if [ $U ]; then exit 1; fi; touch /a        => /a
            if [ $U ]; then exit 0; fi; touch /a        => /a ?
            [ $U ] && exit 1; touch /a                  => /a
            sh -c 'touch /a' || exit 1                  => /a !
            sh -c 'touch /a; true' || exit 1            => /a
            sh -c 'touch /a' || true                    => /a ~
            [ $U ] || touch /a                          => /a ?
            : > /a                                      => /a !
            echo > /a                                   => /a
            exec > /a                                   => /a !
            true > /a                                   => /a
            { echo; } > /a                              => /a
            while read -r l; do echo; done > /a         => /a
            shift > /a                                  => /a !
            """)
    void areFollowed(String script, String writes) {
        assertThat(String.join(", ", Scripts.changesOf(script + "\n:")).replace("write ", ""))
                .isEqualTo(writes);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            : > /a                                      => /a
            exec > /a                                   => /a !
            shift > /a                                  => /a
            """)
    void ofBashsRedirectionsEndNoShell(String script, String writes) {
        assertThat(String.join(", ", Scripts.changesOf("#!/bin/bash\n" + script + "\n:"))
                        .replace("write ", ""))
                .isEqualTo(writes);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            touch /a                                    => /a
            echo > /a                                   => /a !
            echo x || echo > /a                         => /a ? !
            touch /a || exit 1                          => /a !
            exec touch /a                               => /a
            """)
    void ofTheLastCommandAreThoseOfTheStart(String script, String writes) {
        assertThat(String.join(", ", Scripts.changesOf(script)).replace("write ", ""))
                .isEqualTo(writes);
    }
}
