package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way a script goes: {@code yes} or {@code no}, {@code likely} the first, or perhaps {@code both}. {@code E} is empty,
 * {@code U} unknown. */
class DecisionsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            [ a ]                           => yes
            [ "$E" ]                        => no
            [ ]                             => no
            test                            => no
            [ ! a ]                         => no
            [ ! "$E" ]                      => yes
            [ -n a ]                        => yes
            [ -z a ]                        => no
            [ -z "$E" ]                     => yes
            [ ! -z "$E" ]                   => no
            [ -n "$U" ]                     => both
            [ -n "a$U" ]                    => yes
            [ a = a ]                       => yes
            [ a == b ]                      => no
            [ a != b ]                      => yes
            [ a = "$U" ]                    => both
            [ "$U" = a ]                    => both
            [ 1 -eq 01 ]                    => yes
            [ 1 -eq 2 ]                     => no
            [ 1 -ne 2 ]                     => yes
            [ 1 -ne 1 ]                     => no
            [ 1 -lt 2 ]                     => yes
            [ 2 -lt 2 ]                     => no
            [ 2 -le 2 ]                     => yes
            [ 3 -le 2 ]                     => no
            [ 3 -gt 2 ]                     => yes
            [ 2 -gt 2 ]                     => no
            [ 2 -ge 2 ]                     => yes
            [ -1 -ge 0 ]                    => no
            [ a -eq 1 ]                     => both
            [ 1 -eq a ]                     => both
            [ 1 -xy 1 ]                     => both
            [ a b c d ]                     => both
            [ a = a -a b = b ]              => yes
            [ a = a -a b = c ]              => no
            [ a = b -o b = b ]              => yes
            [ a = b -o b = c ]              => no
            [ a = b -o a = a -a b = c ]     => no
            [ a -a b ]                      => both
            [ -d /etc ]                     => likely
            [ -d /nothing ]                 => both
            [ -e /etc ]                     => likely
            [ -e /lib.sh ]                  => likely
            [ -r /lib.sh ]                  => likely
            [ -r /nothing ]                 => both
            [ -f /lib.sh ]                  => likely
            [ -f /etc ]                     => both
            [ -x /lib.sh ]                  => both
            [ -d "$U" ]                     => both
            [ -d /et* ]                     => both
            [ -q /etc ]                     => both
            expr ab : a                     => yes
            expr ab : b                     => no
            expr ab : 'a.'                  => both
            expr "$U" : a                   => both
            expr 1 + 2                      => both
            true && false                   => no
            true || false                   => yes
            false || true                   => yes
            false && true                   => no
            ! true                          => no
            ! false                         => yes
            ! ! true                        => yes
            (exit 3)                        => both
            grep x /y                       => both
            ! grep x /y                     => both
            grep x /y && false              => no
            grep x /y || true               => yes
            grep x /y && true               => both
            grep x /y || false              => both
            something                       => likely
            something && true               => likely
            something || false              => likely
            true && something               => likely
            something && grep x /y          => both
            false | true                    => yes
            true | false                    => no
            command -v true                 => both
            command true                    => yes
            command false                   => no
            builtin false                   => no
            read X                          => both
            X=1                             => likely
            >/dev/null                      => yes
            shift                           => yes
            shift 3                         => no
            shift 2                         => yes
            unset X                         => yes
            eval false                      => no
            eval "$U"                       => both
            . /lib.sh                       => yes
            . /missing                      => likely
            sh -c false                     => no
            f() { return 1; }; f            => no
            f() { return 0; }; f            => yes
            f() { return $U; }; f           => both
            f() { false; }; f               => no
            f() { false; return; }; f       => yes
            f() { if [ $U ]; then return 1; else return 0; fi; }; f => both
            f() { [ $U ] || return 1; return 0; }; f => both
            case x in x) false;; esac       => no
            case $U in x) false;; esac      => both
            for i in; do false; done        => likely
            while false; do true; done      => yes
            until true; do false; done      => yes
            for i in 1; do false; done      => likely
            { true; false; }                => no
            (false)                         => no
            { false; } 2>&1                 => no
            if true; then false; fi         => no
            if false; then true; else false; fi => no
            if [ $U ]; then true; else false; fi => both
            if [ $U ]; then false; else false; fi => no
            if false; then false; fi        => yes
            true &                          => yes
            :                               => yes
            """)
    void ofCommands(String condition, String way) {
        assertThat(way(condition)).isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            [[ a ]]                         => yes
            [[ $E ]]                        => no
            [[ -z $E ]]                     => yes
            [[ ! -z $E ]]                   => no
            [[ a = a ]]                     => yes
            [[ a == b ]]                    => no
            [[ a != b ]]                    => yes
            [[ a != a ]]                    => no
            [[ ab = a* ]]                   => yes
            [[ ab = ?b ]]                   => yes
            [[ ab = ?c ]]                   => no
            [[ ab = *c ]]                   => no
            [[ aab = *ab ]]                 => yes
            [[ ab = a?? ]]                  => no
            [[ a = a** ]]                   => yes
            [[ "" = * ]]                    => yes
            [[ ab = "a*" ]]                 => no
            [[ "a*" = "a*" ]]               => yes
            [[ ab = a"b"* ]]                => yes
            [[ ab = a"?"* ]]                => both
            [[ ab = [a]b ]]                 => both
            [[ $U = * ]]                    => yes
            [[ $U = a ]]                    => both
            [[ a = $U ]]                    => both
            [[ a =~ b ]]                    => both
            [[ a =~ ^(a|b)$ && a = b ]]     => no
            [[ a = a && b = b ]]            => yes
            [[ a = a && b = c ]]            => no
            [[ a = b || b = b ]]            => yes
            [[ a = b || b = c ]]            => no
            [[ a = b && a = a || a = a ]]   => yes
            [[ ( a = b ) && a = b ]]        => no
            [[ ( a = b ) ]]                 => both
            [[ ! ab = a* ]]                 => no
            [[ ! ab = b* ]]                 => yes
            [[ ! ( a = b ) ]]               => both
            [[ 2 -gt 1 ]]                   => yes
            [[ 1 -gt 2 ]]                   => no
            ((1 > 2))                       => both
            """)
    void ofBash(String condition, String way) {
        assertThat(way("#!/bin/bash\n", condition)).isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            a)                  => yes
            b)                  => no
            b|a)                => yes
            ""|a*)              => yes
            *)                  => yes
            [a])                => both
            $U)                 => both
            $U|a)               => yes
            $U|b)               => both
            "a")                => yes
            """)
    void ofACase(String choice, String way) {
        assertThat(way("f() { case a in " + choice + " return 0;; esac; return 1; }; f"))
                .isEqualTo(way);
    }

    @Test
    void aFunctionMayEndAtSeveralPlaces() {
        assertThat(Scripts.changesOf(
                        "f() { if [ $U ]; then return 1; else touch /a; return 0; fi; touch /never; }; f; touch /b"))
                .containsExactly("write /a ?", "write /b");
        assertThat(Scripts.changesOf("f() { [ $U ] && return; touch /a; return; touch /never; }; f && touch /b"))
                .containsExactly("write /a ?", "write /b ?");
    }

    /** What a variable is behind a loop that may have run any number of times, or behind a branch. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            X=/x; while read l; do X=/y; done                       => ?
            X=/x; while read l; do X=/x; done                       => ?
            X=/x; while false; do X=/y; done                        => /x
            X=/x; until true; do X=/y; done                         => /x
            X=/x; until read l; do X=/y; done                       => ?
            X=/x; Y=/x; while read l; do X=$Y; Y=/y; done           => ?
            X=/x; Y=/x; for i in $U; do X=$Y; Y=/y; done            => ?
            X=/x; for i in 1 2; do X=/y$i; done                     => /y2
            X=/x; for i in $U; do X=/y; done                        => ?
            X=/x; for i in; do X=/y; done                           => /x
            for X in /x /y; do :; done                              => /y
            for X in $U; do :; done                                 => ?
            X=/x; if [ $U ]; then X=/y; fi                          => ?
            X=/x; if [ $U ]; then X=/y; else X=/y; fi               => /y
            X=/x; if something; then X=/y; fi                       => /y
            X=/x; if ! something; then X=/y; fi                     => /x
            X=/x; if [ $U ]; then X=/y; exit 1; fi                  => /x
            X=/x; case $U in a) X=/y;; esac                         => ?
            X=/x; case $U in a) X=/y;; *) X=/y;; esac               => /y
            X=/x; case a in a) X=/y;; *) X=/z;; esac                => /y
            X=/x; [ $U ] && X=/y                                    => ?
            X=/x; something && X=/y                                 => /y
            X=/x; something || X=/y                                 => /x
            X=/x; (X=/y)                                            => /x
            X=/x; true | X=/y                                       => /x
            X=/x; ! X=/y                                            => /y
            X=/x; X=/y &                                            => /x
            X=/x; { X=/y; }                                         => /y
            X=/x; X=/y something                                    => /x
            X=/x; f() { X=/y; }; f                                  => /y
            X=/x; read X                                            => ?
            X=/x; unset X; X=/y${X:-/z}                             => /y/z
            """)
    void aVariableIsKnownWhereAllWaysAgree(String script, String value) {
        assertThat(Scripts.changesOf(script + "\ntouch $X").stream()
                        .map(change -> change.replaceAll("^write | [?]$", ""))
                        .toList())
                .containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            cd /x; cd -                                             => ?/a
            cd; cd x                                                => /home/x/a
            cd ~; cd ./x                                            => /home/./x/a
            cd -P /x; cd -- y                                       => /x/y/a
            pushd /x                                                => /x/a
            pushd /x; popd                                          => ?/a
            cd $U                                                   => ?/a
            cd /x*                                                  => ?/a
            [ $U ] && cd /x                                         => ?/a
            if [ $U ]; then cd /x; else cd /x; fi                   => /x/a
            (cd /x)                                                 => /work/a
            """)
    void theDirectoryIsKnownWhereAllWaysAgree(String script, String path) {
        assertThat(Scripts.with(script + "\ntouch a").variable("HOME", "/home").changes().stream()
                        .map(change -> change.replaceAll("^write | [?]$", ""))
                        .toList())
                .containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            shift                           => two three
            shift 2                         => three
            shift 4                         => one two three
            shift $U                        =>
            set a b                         => a b
            set -- a                        => a
            set -e                          => one two three
            set -e a                        => a
            set --                          =>
            set -o pipefail x               => x
            f() { set x; }; f               => one two three
            f() { shift; }; f a b           => one two three
            """)
    void argumentsAreThoseOfTheScript(String script, String arguments) {
        assertThat(Scripts.with(script + "\ntouch \"/$*\"").changes("one", "two", "three"))
                .first()
                .asString()
                .isIn("write /" + word(arguments), "write /" + word(arguments) + " !");
    }

    @Test
    void anotherUserThanRootIsNotNumberZero() {
        String script = "[ \"$(id -u)\" %s 0 ] && touch /a";
        assertThat(Scripts.with(script.formatted("=")).user("app").changes()).isEmpty();
        assertThat(Scripts.with(script.formatted("-eq")).user("app").changes()).isEmpty();
        assertThat(Scripts.with(script.formatted("!=")).user("app").changes()).containsExactly("write /a");
        assertThat(Scripts.with(script.formatted("-gt")).user("app").changes()).containsExactly("write /a");
        assertThat(Scripts.with(script.formatted("-lt")).user("app").changes()).containsExactly("write /a ?");
        assertThat(Scripts.with(script.formatted("=").replace("0", "5"))
                        .user("app")
                        .changes())
                .containsExactly("write /a ?");
    }

    private static String word(String text) {
        return text == null ? "" : text;
    }

    private static String way(String condition) {
        return way("", condition);
    }

    private static String way(String first, String condition) {
        String script = first + "if " + condition + "; then touch /yes; else touch /no; fi";
        List<String> changes =
                Scripts.with(script).variable("E", "").and("/lib.sh", "true").changes("one", "two");
        return switch (String.join(", ", changes)) {
            case "write /yes" -> "yes";
            case "write /no" -> "no";
            case "write /yes, write /no ?" -> "likely";
            case "write /yes ?, write /no" -> "unlikely";
            case "write /yes ?, write /no ?" -> "both";
            default -> changes.toString();
        };
    }
}
