package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import io.github.rootfsmaven.text.SourceFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** No text may do anything but become changes; the profile {@code fuzz} tries more of them. */
@Timeout(3600)
class AnyScriptTest {
    private static final int TRIES = Integer.getInteger("rootfs.fuzz", 5_000);

    private static final String SEED = """
            #!/bin/bash
            set -eo pipefail
            # a comment 'with a quote
            f() { local a=("$1" x) b=$(id -u); touch "/a/${1:-b}" && return 0; }
            function g { f "$@"; g x; }
            if [ "$(id -u)" = '0' ] && ! [[ $X =~ ^(a|b)$ || -w /x ]]; then
              find /data \\! -user app -exec chown app '{}' +
              exec gosu app "$BASH_SOURCE" "$@"
            elif test -f /y; then :; else echo "${Y:=$(cat <<'E'
            x ) `
            E
            )}" >> "$DIR"/z; fi
            case "$1" in (a*|"b c") sed -i "s/a/${b//x/y}/" /etc/*.conf ;; *) ;; esac
            for i in 1 2 {a,b}; do mkdir -p "/var/$i" 2>&1 | tee -a /log || true; done
            while read -r line; do eval "touch $line"; done < <(ls)
            until (( i++ > $((3 + (4))) )); do sleep 1 & wait; done
            cat <<-EOF <<< "$Q" &> /out
            \tbody ${A%.*} $(touch /n)
            \tEOF
            ( cd /opt; sh -c "touch \\"a b\\" $'c\\n'" ) 3>&-
            { date; } >| file; x=`echo \\`pwd\\``
            su - app -c 'env A=1 timeout 5 nice -n 3 sh /start'; . /start; exec "$@" > /o
            """;

    private static final String[] PIECES = {
        "$",
        "${",
        "}",
        "\"",
        "'",
        "\\",
        "`",
        "<<",
        "<<-",
        "<<<",
        "[[",
        "]]",
        "{",
        "(",
        ")",
        "((",
        "))",
        "$((",
        "$(",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "#",
        ";",
        ";;",
        "&",
        "&&",
        "||",
        "|",
        ">",
        ">&",
        "=",
        "*",
        "?",
        "if ",
        "then ",
        "fi ",
        "do ",
        "done ",
        "case x in ",
        "esac ",
        "for i in ",
        "while ",
        "f() ",
        "function ",
        "exec ",
        "set -e\n",
        "-exec ",
        "\uE000",
        "\uFFFF",
        "\uD83D",
        "\0",
        "EOF",
        "$@",
        "eval ",
        "sh -c '",
        "sed -i ",
        "cd ",
        "shift\n",
        "set -- "
    };

    /** What makes a long script when it is repeated. */
    private static final String[] REPEATED = {
        "(",
        "{ ",
        "$(",
        "$((",
        "\"$(",
        "${a:-",
        "`",
        "((",
        "if true; then ",
        "case x in x) ",
        "f() ",
        "! ",
        "<<E ",
        "while true; do ",
        "'",
        "\"",
        "a ",
        "a;",
        "a\n",
        "a|",
        "a&&",
        "a||",
        "x=",
        "x=(",
        "[[ ",
        "[[ a && ",
        "touch /a;",
        "{a,b}",
        "$a",
        "${a}",
        "a>b ",
        "\\",
        "\\\n",
        "cat <<E\nx\nE\n",
        "env ",
        "sh -c ",
        "eval ",
        "exec ",
        "f() { f; }; f; ",
        "if [ $x ]; then a=1; fi; ",
        "case $x in a) b=1;; esac;",
        "x=$x$x; ",
        "x=${x%*a*a*a}; ",
        "set -- \"$@\" \"$@\" a;"
    };

    @Test
    void theSeedIsRead() {
        assertThat(Scripts.with(SEED).read("/start").complete()).isTrue();
        assertThat(Scripts.with(SEED).changes("x")).hasSizeGreaterThan(10);
    }

    @Test
    void mutationsAreRead() {
        Random random = new Random(20_261_124);
        for (int i = 0; i < TRIES; i++) {
            StringBuilder text = new StringBuilder(SEED);
            for (int mutation = random.nextInt(10); mutation >= 0; mutation--) {
                int at = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), at + random.nextInt(14));
                text.replace(at, random.nextBoolean() ? at : to, PIECES[random.nextInt(PIECES.length)]);
            }
            isRead(text.toString());
        }
    }

    @Test
    void piecesInAnyOrderAreRead() {
        Random random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(60); piece >= 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? "a" : "");
            }
            isRead(text.toString());
        }
    }

    @Test
    @Timeout(300)
    void largeScriptsAreRead() {
        for (String piece : REPEATED) {
            isRead(piece.repeat(20_000));
            isRead("a" + piece.repeat(3_000) + "\n" + "touch /x\n");
        }
        isRead("x=aaaaaaaaaaaaaaaa; " + "x=$x$x$x$x; ".repeat(50) + "touch $x");
        isRead("if a; then b; " + "elif $x; then c; ".repeat(20_000) + "fi");
        isRead("f() { g; g; }; g() { h; h; }; h() { f; f; }; f");
        isRead("sh -c 'eval \"$0\"' 'sh -c \"$0\"'; " + "sh /start; ".repeat(50));
        isRead("for a in 1 2 3 4 5 6 7 8 9; do ".repeat(20) + "touch /x; " + "done; ".repeat(20));
    }

    /** Four times the script is four times the work, give or take; the memory that a thread takes is the same in every run. */
    @TestFactory
    Stream<DynamicTest> aParseIsLinear() {
        return Stream.concat(Arrays.stream(REPEATED), Stream.of(SEED))
                .map(piece -> DynamicTest.dynamicTest(piece.replace("\n", "\\n"), () -> {
                    int times = Math.max(1, 40_000 / piece.length());
                    work(piece.repeat(times));
                    long once = work(piece.repeat(times));
                    assertThat(work(piece.repeat(4 * times))).isLessThan(once * 6);
                }));
    }

    private static long work(String text) {
        ScriptText script = ScriptText.of(SourceFile.of(Path.of("/s.sh"), "#!/bin/bash\n" + text));
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        Script.read(script);
        return thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static void isRead(String text) {
        assertThatCode(() -> Scripts.with(text)
                        .and("/work/a", text)
                        .read("/start", "a", "touch")
                        .changes()
                        .forEach(change -> change.span().text()))
                .as(text.length() > 2000 ? text.substring(0, 60) : text)
                .doesNotThrowAnyException();
    }
}
