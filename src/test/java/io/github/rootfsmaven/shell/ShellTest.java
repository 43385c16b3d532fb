package io.github.rootfsmaven.shell;

import static io.github.rootfsmaven.shell.Scripts.changesOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the reader says of scripts; one behaviour each. */
class ShellTest {

    @Test
    void everyKindOfRedirectionWrites() {
        assertThat(changesOf("a > /1; a >> /2; a >| /3; a 2> /4; a &> /5; a >& /6; a <> /7; a 2>>/8"))
                .containsExactly(
                        "write /1",
                        "write /2",
                        "write /3",
                        "write /4",
                        "write /5",
                        "write /6",
                        "write /7",
                        "write /8 !");
    }

    @Test
    void devicesAndDescriptorsAreNoFiles() {
        assertThat(changesOf("a >/dev/null 2>&1; a >&2; a >/dev/stdout 2>/proc/self/fd/1; a 2>&- </in"))
                .isEmpty();
    }

    @Test
    void quotesAreTakenAway() {
        assertThat(changesOf("a > '/a b'; a > \"/c\"d; a > /e\\ f; a > $'/g'; touch \"/h/\"'i'\"$X\""))
                .containsExactly("write /a b", "write /cd", "write /e f", "write /g", "write /h/i?");
    }

    @Test
    void relativePathsAreSeenFromTheWorkingDirectory() {
        assertThat(changesOf("a >x; cd /opt; a >y; cd lib && a >z; (cd /sub; a >s); a >t; cd \"$UNKNOWN\"; a >u"))
                .containsExactly(
                        "write /work/x",
                        "write /opt/y",
                        "write /opt/lib/z",
                        "write /sub/s",
                        "write /opt/lib/t",
                        "write ?/u !");
    }

    @Test
    void assignmentsAreFollowedInOrder() {
        assertThat(changesOf("F=/a; a >$F; F=$F/b; a >\"${F}.c\"; export G=/d; touch $G; unset F"))
                .containsExactly("write /a", "write /a/b.c", "write /d");
    }

    @Test
    void anUnknownVariableIsNoPath() {
        assertThat(changesOf("touch /a/$X/b; touch $X")).containsExactly("write /a/?/b", "write ?");
    }

    @Test
    void defaultsHoldWhereNobodySaysAnything() {
        assertThat(changesOf("touch ${A:-/a}; : ${B:=/b}; touch $B; touch ${C-/c}"))
                .containsExactly("write /a", "write /b", "write /c");
        assertThat(Scripts.with("touch ${A:-/a}").variable("A", "/x").changes()).containsExactly("write /x");
    }

    @Test
    void patternsCutPiecesOff() {
        assertThat(changesOf("F=/a/b.tmpl; touch ${F%.tmpl}; touch ${F##*/}; touch \"${F%/*}/c\"; touch ${F#/}"))
                .containsExactly("write /a/b", "write /work/b.tmpl", "write /a/c", "write /work/a/b.tmpl");
    }

    @Test
    void valuesOfTheEnvironmentAreUsedAndNotShown() {
        Reading reading =
                Scripts.with("touch \"$DIR/x\"").variable("DIR", "/s3cret").read("/start");
        assertThat(reading.changes()).singleElement().satisfies(change -> {
            assertThat(change.path().value()).isEqualTo("/s3cret/x");
            assertThat(change.path().shown()).isEqualTo("$DIR/x");
            assertThat(change.words().english()).isEqualTo("touches $DIR/x");
        });
    }

    @Test
    void aConditionMakesItPossible() {
        assertThat(changesOf("if [ -n \"$X\" ]; then touch /a; else touch /b; fi; [ -f /x ] && touch /c; touch /d"))
                .containsExactly("write /a ?", "write /b ?", "write /c ?", "write /d");
    }

    @Test
    void aConditionThatIsKnownDecides() {
        assertThat(Scripts.with(
                                "if [ \"$1\" = run ]; then touch /a; else touch /b; fi; [ \"${1:0:1}\" = - ] || touch /c")
                        .changes("run"))
                .containsExactly("write /a", "write /c");
        assertThat(Scripts.with("case \"$1\" in r*|x) touch /a;; *) touch /b;; esac")
                        .changes("run"))
                .containsExactly("write /a");
        assertThat(Scripts.with("[[ $MODE == dev* && -n $MODE ]] && touch /a")
                        .variable("MODE", "develop")
                        .changes())
                .containsExactly("write /a");
    }

    @Test
    void theUserDecidesWhatRootDoes() {
        String script = "if [ \"$(id -u)\" = 0 ]; then chown app /data; exec gosu app \"$0\" \"$@\"; fi; touch /x";
        assertThat(Scripts.with(script).user("0").changes()).containsExactly("owner /data", "write /x");
        assertThat(Scripts.with(script).user("1000").changes()).containsExactly("write /x");
        assertThat(Scripts.with(script).changes()).containsExactly("owner /data ?", "write /x ?", "write /x ?");
    }

    @Test
    void everyChoiceOfACaseIsPossible() {
        assertThat(changesOf("case $X in a) touch /a;; (b|c) touch /b;; *) touch /c; esac"))
                .containsExactly("write /a ?", "write /b ?", "write /c ?");
    }

    @Test
    void loopsGoOverWhatIsKnown() {
        assertThat(
                        changesOf(
                                "for d in a b; do touch /$d; done; for f in $X; do touch /$f; done; while read l; do touch /l; done"))
                .containsExactly("write /a", "write /b", "write /? ?", "write /l ?");
    }

    @Test
    void functionsRunWhereTheyAreCalled() {
        assertThat(
                        changesOf(
                                "f() { touch $1; }\nfunction g { f /b; return 0; touch /never; }\nf /a; g; h() { touch /unused; }"))
                .containsExactly("write /a", "write /b");
    }

    @Test
    void whatIsPastTheEndIsNotRead() {
        assertThat(changesOf("touch /a; exec app; touch /b")).containsExactly("write /a");
        assertThat(changesOf("[ -f /x ] && exit 0; touch /b")).containsExactly("write /b ?");
        assertThat(changesOf("[ -f /x ] || { echo missing; exit 1; }; touch /b"))
                .containsExactly("write /b");
    }

    @Test
    void aFailureThatIsTakenIsSaid() {
        assertThat(changesOf("set -e; touch /a || true; touch /b || :; touch /c 2>/dev/null || exit 0; touch /d; :"))
                .containsExactly("write /a ~", "write /b ~", "write /c ~", "write /d !");
        assertThat(changesOf("touch /a || exit 1; if ! touch /b; then exit 1; fi; if ! touch /c; then echo; fi"))
                .containsExactly("write /a !", "write /b !", "write /c ~");
    }

    @Test
    void whoLooksFirstIsTolerant() {
        assertThat(changesOf(
                        "if [ -w /etc/x ]; then touch /etc/x; fi; [ -w /b ] && touch /b; test ! -w /c || touch /c"))
                .containsExactly("write /etc/x ? ~", "write /b ? ~", "write /c ? ~");
    }

    @Test
    void aChainStopsAtItsFirstFailure() {
        assertThat(changesOf("mkdir /a && touch /b && exec app")).containsExactly("directory /a !", "write /b !");
        assertThat(changesOf("mkdir /a && touch /b; app")).containsExactly("directory /a", "write /b");
    }

    @Test
    void theOptionMayStandInTheFirstLine() {
        assertThat(changesOf("#!/bin/sh -eu\ntouch /a\n:")).containsExactly("write /a !");
    }

    @Test
    void hereDocumentsAreTextNotCommands() {
        assertThat(
                        changesOf(
                                "cat <<EOF > /a\ntouch /no\nEOF\ncat <<-'E F' >/b\n\ttouch /no\n\tE F\ncat <<A <<B; touch /c\nx\nA\ntouch /no\nB\ntouch /d"))
                .containsExactly("write /a", "write /b", "write /c", "write /d");
    }

    @Test
    void bashMayKeepHereDocumentsInFiles() {
        assertThat(changesOf("#!/bin/bash\ncat <<< x\n:")).containsExactly("write /tmp ?");
    }

    @Test
    void commentsAndContinuationsAreNoWords() {
        assertThat(changesOf("touch /a \\\n  /b # touch /c\n# touch /d\ntouch /e#f"))
                .containsExactly("write /a", "write /b", "write /e#f");
    }

    @Test
    void substitutionsRun() {
        assertThat(changesOf("X=$(touch /a); Y=`touch /b`; echo \"$(touch /c; echo)\" $((1+(2))) <(touch /d)"))
                .containsExactly("write /a", "write /b", "write /c");
    }

    @Test
    void programsThatWriteAreKnown() {
        assertThat(changesOf(
                        "x | tee -a /1 /2; sed -i.bak -e s/a/b/ /etc/c.conf; sed -n -i 's/a/b/' /f; sed s/a/b/ /no"))
                .containsExactly("write /1", "write /2", "replace_in /etc", "replace_in /");
        assertThat(changesOf("cp -r /a /b; mv /c /d; install -m 755 /e /f; ln -sf /g /h; rm -rf /i; rm /j; rmdir /k"))
                .containsExactly(
                        "write /b",
                        "write /d",
                        "remove /c",
                        "write /f",
                        "link /h",
                        "remove_if_there /i",
                        "remove /j",
                        "remove /k");
        assertThat(
                        changesOf(
                                "mkdir -p /etc /new; mkdir /etc; chown -R a:b /x; chmod -x /y; chmod u=rw,go= /z; truncate -s 0 /t"))
                .containsExactly(
                        "directory_if_missing /new", "directory /etc", "owner /x", "mode /y", "mode /z", "write /t");
        assertThat(
                        changesOf(
                                "dd if=/a of=/b; tar -xzf /a -C /c; tar xf a; curl -sSLo /d u; wget -qO /e u; wget -P /f http://h/g; curl -O http://h/i"))
                .containsExactly(
                        "write /b", "write /c", "write /work", "write /d", "write /e", "write /f", "write /work/i");
        assertThat(
                        changesOf(
                                "dockerize -template /a.t:/a -stdout x; gomplate -f a -o /b; unzip x -d /c; perl -pi -e s/a/b/ /d/e"))
                .containsExactly("write /a", "write /b", "write /c", "replace_in /d");
    }

    @Test
    void systemToolsAreKnown() {
        assertThat(
                        changesOf(
                                "useradd -u 1 app; usermod -u 5 x; groupmod -g 5 x; setcap cap=ep /bin/x; update-ca-certificates"))
                .containsExactly(
                        "account /etc/passwd",
                        "write /etc/passwd",
                        "write /etc/group",
                        "write /bin/x",
                        "write /etc/ssl/certs");
    }

    @Test
    void installingAndBuildingIsKnown() {
        assertThat(
                        changesOf(
                                "apt-get update -y; apk add --no-cache x; pip install -r r; npm ci; npm run dev; yarn; npm start; npm test"))
                .containsExactly(
                        "install /var/lib/dpkg",
                        "install /lib/apk/db",
                        "install /usr/local/lib",
                        "install /work/node_modules",
                        "install /work/node_modules",
                        "install /work/node_modules");
        assertThat(
                        changesOf(
                                "./mvnw spring-boot:run; gradle bootRun; dotnet run; dotnet app.dll; go version; composer install"))
                .containsExactly(
                        "install /work/target", "install /work/build", "install /work/obj", "install /work/vendor");
    }

    @Test
    void runnersRunWhatTheyAreGiven() {
        assertThat(
                        changesOf(
                                "sh -c 'touch /a'; bash -ec \"touch /b\"; env A=/c sh -c 'touch $A'; su -c 'touch /d' app; gosu app touch /e"))
                .containsExactly("write /a", "write /b", "write /c", "write /d", "write /e");
        assertThat(
                        changesOf(
                                "tini -g -- dumb-init nohup timeout -k 5 10 touch /a; exec setpriv --reuid 1 nice -n 5 touch /b"))
                .containsExactly("write /a", "write /b");
    }

    @Test
    void findRunsWhatItIsGivenWhereItLooks() {
        assertThat(changesOf("find /data \\! -user app -exec chown app '{}' +")).containsExactly("owner /data ?");
    }

    @Test
    void findLooksIntoSeveralPlaces() {
        assertThat(changesOf("find -L /a /b \\( -type d \\) -exec chown x '{}' +; find -delete; find /c -name d"))
                .containsExactly("owner /a ?", "owner /b ?", "remove /work ?");
    }

    @Test
    void temporaryFilesAreMadeWhereTheVariableOrTheTemplateSays() {
        assertThat(changesOf("a=$(mktemp); mktemp -d /run/x.XX; mktemp -p /c; mktemp d.XX; mktemp -t e.XX; mktemp -u"))
                .containsExactly("write /tmp", "write /run", "write /c", "write /work", "write /tmp");
        assertThat(Scripts.with("mktemp").variable("TMPDIR", "/run").changes()).containsExactly("write /run");
    }

    @Test
    void choicesFallThrough() {
        assertThat(changesOf("#!/bin/bash\ncase b in a) touch /a ;; b) touch /b ;& c) touch /c ;; *) touch /d ;; esac"))
                .containsExactly("write /b", "write /c");
        assertThat(changesOf("#!/bin/bash\ncase $X in a) # nothing\n;& b) touch /b ;; esac; touch /c"))
                .containsExactly("write /b ?", "write /b ?", "write /c");
        assertThat(changesOf("#!/bin/bash\ncase a in a) touch /a ;;& [a]) touch /b ;; *) touch /c;; esac"))
                .containsExactly("write /a ?", "write /b ?", "write /c ?");
    }

    @Test
    void extendedPatternsAreNotMatchedButRead() {
        assertThat(changesOf("#!/bin/bash\ncase $X in +(a|b)) touch /a ;; esac; rm -f /x/!(keep); touch /c"))
                .containsExactly("write /a ?", "remove_if_there /x/!?", "write /c");
    }

    @Test
    void whatHangsOnAWriteIsNotCertain() {
        assertThat(changesOf("if touch /a; then touch /b || exit 1; fi")).containsExactly("write /a ~", "write /b ? !");
        assertThat(changesOf("if ! touch /a; then exit 1; fi; touch /b")).containsExactly("write /a !", "write /b");
    }

    @Test
    void aVariableNobodySetsIsNotThereWhereTheScriptAsks() {
        String script = "if [ -n \"${X+x}\" ]; then touch /a; fi; [ -z \"${X:+x}\" ] && touch /b";
        assertThat(changesOf(script)).containsExactly("write /b");
        assertThat(Scripts.with(script).variable("X", "1").changes()).containsExactly("write /a");
    }

    @Test
    void exprTellsABeginning() {
        String script = "if expr \"$1\" : ap >/dev/null; then touch /a; else touch /b; fi; expr $1 : 'a.' && touch /c";
        assertThat(Scripts.with(script).changes("apache")).containsExactly("write /a", "write /c ?");
        assertThat(Scripts.with(script).changes("fpm")).containsExactly("write /b", "write /c ?");
    }

    @Test
    void scriptsCallScripts() {
        assertThat(Scripts.with(". /lib.sh; helper; other")
                        .and("/lib.sh", "helper() { touch /a; }")
                        .and("/usr/local/bin/other", "#!/bin/sh\ntouch /b")
                        .changes())
                .containsExactly("write /a", "write /b");
    }

    @Test
    void theCommandIsRunWithItsRole() {
        Reading reading = Scripts.with("touch /a; exec \"$@\"").read("/start", "touch", "/b");
        assertThat(reading.changes())
                .extracting(Change::role)
                .containsExactly(Change.Role.ENTRYPOINT, Change.Role.COMMAND);
    }

    @Test
    void aScriptThatIsSourcedKnowsIt() {
        String script = """
                _is_sourced() {
                    [ "${#FUNCNAME[@]}" -ge 2 ] && [ "${FUNCNAME[0]}" = '_is_sourced' ] && [ "${FUNCNAME[1]}" = 'source' ]
                }
                _main() { touch /a; }
                if ! _is_sourced; then
                    _main "$@"
                fi
                """;
        assertThat(changesOf(script)).containsExactly("write /a");
    }

    @Test
    void patternsAreThePlaceTheyLookInto() {
        assertThat(changesOf("chown app /data/*; rm -f /var/run/*.pid; chmod 1 /a?/b"))
                .containsExactly("owner /data ?", "remove_if_there /var/run ?", "mode / ?");
    }

    @Test
    void bracesAreBash() {
        assertThat(changesOf("#!/bin/bash\ntouch /{a,b}/c")).containsExactly("write /a/c", "write /b/c");
        assertThat(changesOf("touch /{a,b}/c")).containsExactly("write ?");
    }

    @Test
    void whatCannotBeReadIsSaidAndNothingIsCertainThen() {
        assertThat(Scripts.with("touch /a; if true; touch /b; 'unclosed")
                        .read("/start")
                        .complete())
                .isFalse();
        assertThat(changesOf("touch /a; 'unclosed")).containsExactly("write /a ?");
    }

    @Test
    void aPlaceIsKeptForEachChange() {
        Reading reading = Scripts.with("#!/bin/sh\n\n  echo x > \"/etc/a\"\n").read("/start");
        assertThat(reading.changes()).singleElement().satisfies(change -> {
            assertThat(change.span().startLine()).isEqualTo(3);
            assertThat(change.span().text()).isEqualTo("\"/etc/a\"");
            assertThat(change.words().english()).isEqualTo("writes /etc/a");
            assertThat(change.script()).isEqualTo("start");
        });
    }
}
