package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that run others, as whom, and what of it matters. */
class RunnersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "busybox touch /a",
                "env touch /a",
                "env -i A=b touch /a",
                "env -u A touch /a",
                "tini -- touch /a",
                "/sbin/tini -g -p SIGTERM touch /a",
                "dumb-init touch /a",
                "nohup touch /a",
                "setsid touch /a",
                "gosu app touch /a",
                "su-exec app:app touch /a",
                "s6-setuidgid app touch /a",
                "chpst -u app touch /a",
                "sudo -u app touch /a",
                "sudo touch /a",
                "doas -u app touch /a",
                "runuser -u app -- touch /a",
                "runuser app -c 'touch /a'",
                "su app -c 'touch /a'",
                "su -c 'touch /a' app",
                "su - app --command 'touch /a'",
                "setpriv --reuid 1 --regid=1 --clear-groups touch /a",
                "nice -n 5 touch /a",
                "ionice -c 2 touch /a",
                "stdbuf -o L touch /a",
                "timeout 5 touch /a",
                "timeout -s KILL 5 touch /a",
                "command touch /a",
                "exec touch /a",
                "exec -a name touch /a",
                "eval touch /a",
                "eval 'touch' '/a'",
                "sh -c 'touch /a'",
                "sh -c 'touch $1' sh /a",
                "bash -c 'touch /{a,}' && true",
                "sh /touch.sh /a",
                "/touch.sh /a",
                "touch.sh /a",
                ". /touch.sh /a",
                "sh -e -o pipefail /touch.sh /a",
            })
    void runTheRest(String script) {
        assertThat(Scripts.with(script)
                        .and("/touch.sh", "touch /a")
                        .and("/usr/local/bin/touch.sh", "touch $1")
                        .changes())
                .first()
                .asString()
                .matches("write /a!?( !)?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "env A=b",
                "gosu",
                "gosu app",
                "timeout 5",
                "timeout",
                "tini --",
                "su app",
                "su",
                "sh",
                "sh -c",
                "sh /missing",
                "missing.sh",
                "./missing.sh",
                "exec",
                "eval",
                ".",
                ". missing",
                ". \"$U\"",
                "command -v touch /a",
                "xargs touch /a",
                "\"\" touch /a",
                "\"$U\" touch /a",
                "find /a -name touch",
                "find /a -exec",
            })
    void orNothing(String script) {
        assertThat(Scripts.changesOf(script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            gosu 5 /who                     => write /5
            chpst -u 5 /who                 => write /5
            sudo -u root /who               => write /0
            su -c /who                      => write /0
            su root -c /who                 => write /0
            su - 5 -c /who                  => write /5
            runuser -u 5 /who               => write /5
            runuser 5 -c /who               => write /5
            gosu 5 true; /who               => write /1
            """)
    void asSomebodyElse(String script, String change) {
        assertThat(Scripts.with(script).user("1").and("/who", "touch /$(id -u)").changes())
                .containsExactly(change);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            find /a -exec chmod 1 {} +                      => mode /a ?
            find /a -type f -exec rm -f {} ';' -exec touch /b ';'  => remove_if_there /a ?, write /b ?
            find -H /a /b -delete                           => remove /a ?, remove /b ?
            find -O3 /a -delete                             => remove /a ?
            find . -execdir touch {} ';'                    => write /work ?
            find -ok touch {} ';'                           => write /work ?
            find /a '!' -user app -okdir touch {} ';'       => write /a ?
            """)
    void findRunsWhereItLooks(String script, String changes) {
        assertThat(String.join(", ", Scripts.changesOf(script))).isEqualTo(changes);
    }

    @Test
    void thePathIsSearchedInOrder() {
        Scripts scripts =
                Scripts.with("PATH=/one:/two; x").and("/one/x", "touch /1").and("/two/x", "touch /2");
        assertThat(scripts.changes()).containsExactly("write /1");
        assertThat(Scripts.with("PATH=$U:/two; x").and("/bin/x", "touch /3").changes())
                .containsExactly("write /3");
    }

    @Test
    void whatAScriptChangesOfItselfIsItsOwn() {
        assertThat(Scripts.with("/a; touch $X y; . /a; touch $X z")
                        .and("/a", "X=/x; cd /opt")
                        .changes())
                .containsExactly("write ?", "write /work/y", "write /x", "write /opt/z");
    }

    @Test
    void aScriptRunsItselfTwiceAtMost() {
        assertThat(Scripts.changesOf("touch /a; /start")).containsExactly("write /a", "write /a");
        assertThat(Scripts.changesOf("f() { touch /b; f; }; f")).containsExactly("write /b", "write /b");
    }

    @Test
    void programsAreInvocationsWithTheirArguments() {
        Reading reading = Scripts.with(
                        "set -e\nfirst a 'b c' || true\n[ -n \"$U\" ] && second\ncd /opt\nexec /bin/third")
                .read("/start");
        assertThat(reading.invocations())
                .extracting(
                        Invocation::program,
                        invocation -> invocation.arguments().stream()
                                .map(Argument::value)
                                .toList()
                                .toString(),
                        invocation -> invocation.directory().orElseThrow().value(),
                        Invocation::conditional,
                        Invocation::ends)
                .containsExactly(
                        tuple("first", "[a, b c]", "/work", false, false),
                        tuple("second", "[]", "/work", true, true),
                        tuple("third", "[]", "/opt", false, true));
    }
}
