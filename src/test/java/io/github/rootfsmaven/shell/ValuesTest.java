package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What words become: each is touched, with {@code A} set to {@code /x/ab.c.d}, {@code E} to nothing, {@code N} unset. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            $A                  => write /x/ab.c.d
            ${A:-/y}            => write /x/ab.c.d
            ${A-/y}             => write /x/ab.c.d
            ${E:-/y}            => write /y
            "/e${E-/y}"         => write /e
            ${N:-/y}            => write /y
            ${N-/y}             => write /y
            /n${N:-$E}          => write /n
            ${N:=/y} $N         => write /y, write /y
            ${A:=/y}            => write /x/ab.c.d
            ${E=/y} /$E         => write /y, write //y
            ${A:+/y}            => write /y
            /n${E:+/y}          => write /n
            /n${N:+/y}          => write /n
            /n${N+y}            => write /n
            ${A:?no}            => write /x/ab.c.d
            /n${N:?no}          => write /n?
            ${A%.*}             => write /x/ab.c
            ${A%%.*}            => write /x/ab
            ${A#*.}/c           => write /work/c.d/c
            ${A##*.}/d          => write /work/d/d
            /${A##*/}           => write /ab.c.d
            ${A%/*}             => write /x
            ${A%nothing}        => write /x/ab.c.d
            ${A%.?}             => write /x/ab.c
            ${A%$E}             => write /x/ab.c.d
            /a${N%.*}           => write /a?
            ${A%[.]d}           => write ?
            ${A:0:2}            => write /x
            ${A:2}              => write /ab.c.d
            ${A:0:99}           => write /x/ab.c.d
            /z${A:99}           => write /z
            ${A:1:1}            => write /work/x
            /a${A:x}            => write /a?
            /a${A/x/y}          => write /a?
            /a${#A}             => write /a9
            /a${#E}             => write /a0
            /a${#N}             => write /a?
            /a$#${#@}${#*}      => write /a222
            /a$1$2$3            => write /aonetwo
            /a${10}             => write /a
            /a/$*               => write /a/one, write /work/two
            "/a/$*"             => write /a/one two
            "/a/$@"             => write /a/one, write /work/two
            "$@"/b              => write /work/one, write /work/two/b
            $0                  => write /start
            /a$?$$$!            => write /a???
            $PWD/a              => write /work/a
            /a${!A}             => write /a?
            /a${B[0]}           => write /a?
            ~/a                 => write /home/app/a
            ~                   => write /home/app
            /a~ /b/~ ~app/c     => write /a~, write /b/~, write /work/~app/c
            "~/a"               => write /work/~/a
            /a$                 => write /a$
            /a$'b c'            => write /ab c
            /a$"b c"            => write /ab c
            /a$(((1)))          => write /a?
            /${A#"/x/"}         => write /ab.c.d
            "/${N:-"a"b"c"}d"   => write /abcd
            "/${N:-a'b}"        => write /a'b
            /${z_Z:-9}/$a_1Z-   => write /9/?-
            /a$'b\\tc'          => write /a?
            "/a\\b\\$A\\"c"     => write /a\\b$A"c
            /a\\$A              => write /a$A
            '/a$A'              => write /a$A
            $B                  => write /1, write /2
            "$B"                => write /1 /2
            /a$E                => write /a
            $E                  =>
            "$E"/a              => write /a
            /${A}.x/"$1"        => write //x/ab.c.d.x/one
            /a$((1+2))          => write /a?
            "${N:-"/a b"}"      => write /a b
            "${N:-'/a'}"        => write /work/'/a'
            """)
    void parametersAndQuotes(String words, String changes) {
        assertThat(String.join(", ", in("touch " + words).changes("one", "two")))
                .isEqualTo(changes == null ? "" : changes);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            $(pwd)/a                    => write /work/a
            $(cd /opt && pwd)/a         => write /opt/a
            $(cd /opt; pwd)/a           => write ?
            $(cd /opt || pwd)/a         => write ?
            $(dirname $A)               => write /x
            $(dirname -- "$A")          => write /x
            $(dirname a)/b              => write /work/./b
            $(dirname /a)               => write /
            /$(basename $A)             => write /ab.c.d
            /$(basename $A .d)          => write /?
            $(echo /a)                  => write /a
            $(echo /a /b)               => write ?
            $(echo -n /a)               => write ?
            $(readlink -f /a)           => write /a
            $(realpath /a)              => write /a
            $(realpath a)               => write ?
            $(realpath)                 => write ?
            $(dirname $N)/a             => write ?
            /a$(date)                   => write /a?
            /a$(id -u)                  => write /a?
            /a$(id -g)                  => write /a?
            """)
    void outputs(String words, String changes) {
        assertThat(String.join(", ", in("touch " + words).changes())).isEqualTo(changes);
    }

    @Test
    void functionsKnowTheirNames() {
        assertThat(
                        Scripts.changesOf(
                                "f() { touch /$FUNCNAME /${FUNCNAME[1]} /${FUNCNAME[2]} /x${FUNCNAME[3]} /${#FUNCNAME[@]}; }; g() { f; }; g"))
                .containsExactly("write /f", "write /g", "write /main", "write /x", "write /3");
        assertThat(Scripts.changesOf("touch /a${FUNCNAME[@]} $BASH_SOURCE /b${BASH_SOURCE[1]} /c${FUNCNAME[0]}"))
                .containsExactly("write /a?", "write /start", "write /b?", "write /cmain");
    }

    @Test
    void backquotesAreOutputs() {
        assertThat(Scripts.changesOf("touch `pwd`/a `dirname \\`pwd\\`/x`/b"))
                .containsExactly("write /work/a", "write /work/b");
    }

    @Test
    void theNumberOfTheUserIsKnownForRootAndForNumbers() {
        assertThat(Scripts.with("touch /$(id -u)").user("root").changes()).containsExactly("write /0");
        assertThat(Scripts.with("touch /$(id -u)").user("12").changes()).containsExactly("write /12");
        assertThat(Scripts.with("touch /$(id -u)").user("app").changes()).containsExactly("write /?");
        assertThat(Scripts.with("touch /$(id -g)").user("12").changes()).containsExactly("write /?");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            /{a,b}/{c,d}        => write /a/c, write /a/d, write /b/c, write /b/d
            /{a,}x              => write /ax, write /x
            /{a}                => write /{a}
            /a,b                => write /a,b
            /{a}{b,c}           => write /{a}{b,c}
            "/{a,b}"            => write /{a,b}
            /x/{a,*}            => write /x/a, write /x ?
            """)
    void braces(String words, String changes) {
        assertThat(String.join(", ", Scripts.changesOf("#!/bin/bash\ntouch " + words)))
                .isEqualTo(changes);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            /a/*.c              => write /a ?
            /a/b?               => write /a ?
            /a[12]/b            => write / ?
            /a[12               => write /a[12
            *.c                 => write /work ?
            /a/"*".c            => write /a/*.c
            /a/\\*              => write /a/*
            "$A"/*              => write /x/ab.c.d ?
            """)
    void patternsOfFiles(String words, String changes) {
        assertThat(String.join(", ", in("touch " + words).changes())).isEqualTo(changes);
    }

    private static Scripts in(String script) {
        return Scripts.with(script)
                .variable("A", "/x/ab.c.d")
                .variable("B", "/1 /2")
                .variable("E", "")
                .variable("HOME", "/home/app");
    }
}
