package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs together in a script: which words are commands, and whether it has an end. */
class GrammarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a",
                "\"a",
                "$'a",
                "`a",
                "\"`a\"",
                "`'a`",
                "$(a",
                "$('a)",
                "${a",
                "\"${a\"",
                "(a",
                "<(a",
                "{ a",
                "a <<E\nx",
                "a <<-E\nx\n E",
                "a <<E <<F\nE\n",
                "x=(a",
                "if a",
                "if a; then b",
                "if a; then b; else c",
                "if a; b; fi",
                "while a; do b",
                "until a; b; done",
                "for i in a; do b",
                "for i in a; b; done",
                "for ((i=0; i<1; i++)); do b",
                "case x",
                "case x in",
                "case x in a) b",
                "case x in a b) c;; esac",
                "case x on a) b;; esac",
                "[[ a",
                "f() {",
                "f() { a",
                "a )",
                "a; )",
            })
    void hasNoEnd(String script) {
        assertThat(Scripts.with("#!/bin/bash\n" + script).read("/start").complete())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# 'a",
                "a # 'b",
                "a#'b'",
                "a \\\n b",
                "a \\\r\n b\r\n",
                "a;",
                "a &",
                "a & b",
                "a; b &\n",
                "a |\n b",
                "a |& b",
                "a &&\n\n b ||\n c",
                "! a",
                "time a",
                "coproc a",
                "a <<E\nx '\nE",
                "a <<-E\n\t\tx\n\tE\n",
                "a <<'E F'\n'\nE F\n",
                "a <<E <<F\nx\nE\ny\nF\n",
                "a <<E\r\n'\r\nE\r\n",
                "(a)",
                "( a; b )",
                "((1 + (2)))",
                "((a) || b)",
                "$((1 + (2)))",
                "$( (a) )",
                "{ a; }",
                "{ a\n}",
                "if a; then b; elif c; then d; else e; fi",
                "if a\nthen\nb\nfi",
                "while a; do b; done < c",
                "until a\ndo b; done",
                "for i; do a; done",
                "for i do a; done",
                "for i in; do a; done",
                "for i in a b\ndo c; done",
                "for ((i=0; i<1; i++)); do b; done",
                "for ((i=0; i<1; i++)) { b; }",
                "for i in a; { b; }",
                "select i in a; do b; done",
                "case x in esac",
                "case x\nin\na) b\nesac",
                "case x in a|b) c;; (d) e; esac",
                "case x in a) ;; esac",
                "case x in a) b ;& c) d ;;& *) e; esac",
                "f() { a; }",
                "f () (a)",
                "f()\n{ a; }",
                "function f { a; }",
                "function f() { a; }",
                "function f ( ) { a; }",
                "[[ a && ( b || c ) ]]",
                "[[ a =~ (b|c)' d' ]]",
                "[[ a\n&& b ]]",
                "x=(a 'b' $(c))",
                "x=(\na # b\nc\n)",
                "x[1]=a",
                "x+=a",
                "export x=(a b) y",
                "a <(b) >(c)",
                "+(a|b)",
                "a$",
                "a \\",
                "echo if then fi",
                "${a:-\"b\"}${#a}${!a}${a[1]}",
                "\"${a:-\"b\"c}\"",
            })
    void hasAnEnd(String script) {
        assertThat(Scripts.with("#!/bin/bash\n" + script).read("/start").complete())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            touch /a;touch /b&touch /c|touch /d     => /a, /b, /c, /d
            touch /a&&touch /b||touch /c            => /a ~, /b ~, /c ?
            touch /a>/b>>/c</d                      => /b, /c, /a
            touch 2>/a /b                           => /a, /b
            touch a2>/b                             => /b, /work/a2
            touch /1>/a                             => /a, /1
            2>/a touch /b                           => /a, /b
            A=/x touch /b                           => /b
            A=/x B=/y; touch $A $B                  => /x, /y
            A=/x; A+=/y; touch $A                   => ?
            A[1]=/x; touch /${A}z                   => /?z
            A=(/x); touch $A                        => ?
            export A=/x B=/y; touch $A $B           => /x, /y
            declare -r A=/x; touch $A               => /x
            echo A=/x; touch /$A                    => /?
            echo touch /a                           =>
            if touch /a; then touch /b; fi          => /a ~, /b ?
            touch if; touch then                    => /work/if, /work/then
            ifx() { touch /a; }; ifx                => /a
            f() { touch /a; } >/b; f                => /b, /a
            { touch /a; } >/b                       => /b, /a
            (touch /a) >/b 2>>/c                    => /b, /c, /a
            f () ( touch /a ); f                    => /a
            function f { touch /a; }; f             => /a
            function f() { touch /a; }; f           => /a
            touch /a\\;b                            => /a;b
            touch /a;: # touch /b                   => /a
            touch /a#b                              => /a#b
            touch "/a\\;b" '/c\\;d'                 => /a\\;b, /c\\;d
            for i in /a /b; do touch $i; done       => /a, /b
            for i do touch $i; done                 => /one
            for i in; do touch /a; done             =>
            for ((;;)); do touch /a; done           => /a ?
            select i in /a; do touch $i; done       => /a
            while read x; do touch /a; done         => /a ?
            case a in b) touch /b;; a) touch /a; esac   => /a
            case a in (a) touch /a ;; esac          => /a
            [[ a =~ a|b ]] && touch /a              => /a ?
            ! touch /a                              => /a
            time touch /a                           => /a
            echo $(touch /a; touch /b)              => /a, /b
            echo "$(touch /a)"                      => /a
            echo <(touch /a)                        =>
            coproc touch /a                         => /a
            eval 'touch /a; touch /b'               => /a, /b
            touch /a &>/b                           => /b, /a
            touch /a &>>/b                          => /b, /a
            touch /a >&2 2>&1 2>&-                  => /a
            touch /a >&/b                           => /b, /a
            touch /a >|/b <>/c                      => /b, /c, /a
            touch /a >                              => /a
            """)
    void commands(String script, String writes) {
        String text = "#!/bin/bash\n" + script + "\n:";
        assertThat(String.join(", ", Scripts.with(text).changes("/one")).replace("write ", ""))
                .isEqualTo(writes == null ? "" : writes);
    }
}
