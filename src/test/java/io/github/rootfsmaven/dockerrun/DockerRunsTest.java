package io.github.rootfsmaven.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Device;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerRunsTest {

    @Test
    void readsEveryFlagThatDecides() {
        Run run = run("""
                sudo -u me docker --context far -l debug container run --detach --name=web -itu 10:20 -w /srv \\
                    --read-only --privileged=false --cap-add net_admin --cap-drop=CAP_CHOWN --security-opt seccomp=unconfined \\
                    --device /dev/sda:/dev/x:r --device=/dev/sdb --device-cgroup-rule 'b *:* w' --pid=host --ipc private \\
                    -eA=1 --env B -m 64m --entrypoint sh --platform linux/arm64 --health-cmd 'touch /x' \\
                    example/web:1 -c 'echo -v hello' --read-only=false
                """);
        assertThat(run.name().shown()).isEqualTo("web");
        assertThat(run.image().orElseThrow().value()).isEqualTo("example/web:1");
        assertThat(run.readOnly()).isEqualTo(Known.of(true));
        assertThat(run.readOnlyFlag().orElseThrow().text()).isEqualTo("--read-only");
        assertThat(run.place().text()).isEqualTo("docker --context far -l debug container run");
        assertThat(run.user().orElseThrow().value()).isEqualTo("10:20");
        assertThat(run.workingDirectory().orElseThrow().value()).isEqualTo("/srv");
        assertThat(run.privileges().isPrivileged()).isFalse();
        assertThat(run.privileges().capabilities()).extracting(Located::value).containsExactly("NET_ADMIN");
        assertThat(run.privileges().dropped()).extracting(Located::value).containsExactly("CHOWN");
        assertThat(run.privileges().unconfined("seccomp")).isTrue();
        assertThat(run.privileges().devices()).extracting(Device::permissions).containsExactly("r", "rwm");
        assertThat(run.privileges().deviceRules()).extracting(Located::value).containsExactly("b *:* w");
        assertThat(run.namespaces().pid().orElseThrow().value()).isEqualTo("host");
        assertThat(run.namespaces().ipc().orElseThrow().value()).isEqualTo("private");
        assertThat(run.environment()).containsOnlyKeys("A", "B");
        assertThat(run.memoryLimited()).isTrue();
        assertThat(run.entrypoint().map(Command::words).orElseThrow()).containsExactly("sh");
        assertThat(run.command().map(Command::words).orElseThrow())
                .containsExactly("-c", "echo -v hello", "--read-only=false");
        assertThat(run.platform().orElseThrow().value()).isEqualTo("linux/arm64");
        assertThat(run.healthcheck().orElseThrow().shell()).isTrue();
        assertThat(run.complete()).isTrue();
        assertThat(run.once()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -v /a:/b                                            | BIND /a /b WRITABLE
            -v /a:/var/run/x:ro                                 | BIND /a /run/x READ_ONLY ro
            -v data:/b:z,ro                                     | VOLUME data /b READ_ONLY z ro
            -v /b                                               | ANONYMOUS_VOLUME - /b WRITABLE
            -v/a:/b                                             | BIND /a /b WRITABLE
            -v=/a:/b                                            | BIND /a /b WRITABLE
            --volume "$PWD":/b                                  | BIND $PWD /b WRITABLE
            -v $(pwd)/x:/b                                      | BIND $(pwd)/x /b WRITABLE
            -v ./x:/b                                           | BIND ./x /b WRITABLE
            -v data:/b:RO                                       | VOLUME data /b UNKNOWN RO
            --tmpfs /t                                          | TMPFS - /t WRITABLE
            --tmpfs=/t:size=1m,ro                               | TMPFS - /t READ_ONLY size=1m ro
            --mount type=bind,src=/a,dst=/b                     | BIND /a /b WRITABLE
            --mount type=bind,source=/a,target=/b,readonly      | BIND /a /b READ_ONLY
            --mount 'type=bind,"src=/a,b",dst=/b,ro=false'      | BIND /a,b /b WRITABLE
            --mount source=data,destination=/b                  | VOLUME data /b WRITABLE
            --mount dst=/b                                      | ANONYMOUS_VOLUME - /b WRITABLE
            --mount type=tmpfs,dst=/t,tmpfs-size=2m,tmpfs-mode=700 | TMPFS - /t WRITABLE size=2097152 mode=700
            --mount type=image,src=x,dst=/b                     | VOLUME x /b READ_ONLY
            --use-api-socket                                    | BIND /var/run/docker.sock /run/docker.sock WRITABLE
            """)
    void readsMounts(String flags, String expected) {
        assertThat(run("docker run --read-only " + flags + " image").mounts())
                .extracting(DockerRunsTest::shown)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-v $VOLUME", "-v /a:$TARGET", "-v a:b:c:d", "-v a:b", "--mount bogus=1,dst=/x", "--tmpfs $T"})
    void aMountAtAnUnknownPlaceLeavesTheRestUnknown(String flags) {
        Run run = run("docker run --read-only " + flags + " image");
        assertThat(run.mounts()).isEmpty();
        assertThat(run.complete()).isFalse();
        assertThat(run.readOnly()).isEqualTo(Known.of(true));
    }

    @ParameterizedTest
    @CsvSource({
        "docker run image, false",
        "docker run --read-only image, true",
        "docker run --read-only=1 image, true",
        "docker run --read-only=false image, false",
        "docker run --read-only=F image, false",
        "docker run --read-only --read-only=false image, false",
        "docker run image --read-only, false",
        "docker run -- image --read-only, false",
        "docker run --read-only=$X image, unknown",
        "docker run $OPTS image, unknown",
        "docker run $X image, unknown",
        "docker run $X -d image, unknown",
        "docker run \"$@\", unknown",
        "docker run \"${ARGS[@]}\" image, unknown",
        "docker run $OPTS, unknown",
        "docker run $(options) image, unknown",
        "docker run $IMAGE, false",
        "docker run $IMAGE --port 1, false",
        "docker run \"$1\" sh, false",
        "docker run -d $1, false",
        "docker run $REGISTRY/web:$TAG, false",
        "docker run ${IMAGE:-web}, false",
        "docker run ${OPTS:---read-only} web, unknown",
        "OPTS=-d; docker run $OPTS image, false",
        "OPTS='-d --read-only'; docker run $OPTS image, true",
        "OPTS=-d; OPTS=--read-only; docker run $OPTS image, unknown",
        "OPTS=-d; OPTS+=' --read-only'; docker run $OPTS image, unknown",
        "read OPTS; OPTS=-d; docker run $OPTS image, unknown",
        "f() { OPTS=-d; }; docker run $OPTS image, unknown",
        "export OPTS=-d; docker run $OPTS image, false",
        "OPTS=-d sh; docker run $OPTS image, unknown",
        "f() { local opts=-d; docker run $opts image; }, false"
    })
    void knowsWhetherTheRootIsReadOnly(String script, String expected) {
        assertThat(run(script).readOnly().value().map(Object::toString).orElse("unknown"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sudo docker run image",
                "exec docker run image",
                "env A=b -u C docker run image",
                "timeout 5 docker run image",
                "/usr/bin/docker run image",
                "A=b docker create image",
                "docker -H tcp://x run image",
                "docker --tls --host=x container create image",
                "x=$(docker run image)",
                "x=`docker run image`",
                "echo \"$(docker run image)\"",
                "true && ! docker run image || docker ps",
                "if docker run image; then :; fi",
                "for i in a b; do docker run image; done",
                "while :; do docker run image; done",
                "case $1 in start) docker run image;; esac",
                "f() { docker run image; }",
                "function f { ( docker run image ) & }",
                "echo x | docker run image | cat",
                "exit; docker run image",
                "docker run \\\n   image # x",
                "{ docker run image; } > log",
                "echo ${X:-$(docker run image)}",
                "D=docker; $D run image",
                "RUN='docker run'; $RUN image"
            })
    void findsTheLineWhereverItStands(String script) {
        DockerRuns runs = read("start.sh", script);
        assertThat(runs.problems()).isEmpty();
        assertThat(runs.runs()).hasSize(1);
        assertThat(runs.runs().get(0).image().orElseThrow().value()).isEqualTo("image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# docker run image",
                "echo docker run image",
                "echo 'docker run image'",
                "cat <<END\ndocker run image\nEND",
                "cat <<'END'\ndocker run image\nEND",
                "ssh host docker run image",
                "docker compose run image",
                "docker-compose run image",
                "docker exec c run image",
                "docker run --help",
                "docker run",
                "docker image rm run",
                "podman run image",
                "$ENGINE run image",
                "sudo -u docker run image",
                "x='docker run image'",
                "command -v docker"
            })
    void whatRunsNothingIsNoLine(String script) {
        assertThat(read("start.sh", script).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--rm -it, true",
        "--rm -i, true",
        "--rm, true",
        "--rm -it -p 80:80 --name x, true",
        "--rm -p 80:80, false",
        "--rm --name x, false",
        "--rm -d -it, false",
        "-it, false",
        "--rm=false -it, false"
    })
    void knowsWhatIsForOneJob(String flags, boolean once) {
        assertThat(run("docker run " + flags + " image").once()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "--unheard=secret image, '--unheard'",
        "-d -Zsecret image, '-Z'",
        "-d --name, '--name'",
        "--read-only yes --unheard, ''"
    })
    void saysWhichFlagItCannotRead(String arguments, String flag) {
        DockerRuns runs = read("start.sh", "docker run " + arguments);
        if (flag.isEmpty()) {
            assertThat(runs.problems()).isEmpty();
            assertThat(runs.runs().get(0).image().orElseThrow().value()).isEqualTo("yes");
            return;
        }
        assertThat(runs.runs()).isEmpty();
        assertThat(runs.problems()).hasSize(1);
        assertThat(runs.problems().get(0).message().english())
                .contains("'" + flag + "'")
                .doesNotContain("secret");
    }

    @Test
    void aScriptThatCannotBeReadToItsEndIsSaidToBeUnknown() {
        DockerRuns runs = read("start.sh", "docker run a\ndocker run 'b");
        assertThat(runs.runs()).isEmpty();
        assertThat(runs.problems()).hasSize(1);
        assertThat(read("start.sh", "echo 'docker run").isEmpty()).isTrue();
    }

    @Test
    void readsRecipesAsMakeHandsThemToTheShell() {
        DockerRuns runs = read("Makefile", """
                IMAGE := example/web
                TAG = $(shell git describe)
                RUN = docker run --rm \\
                    -it
                ENGINE ?= docker
                OPTS ?=
                TWICE = -d
                TWICE = --read-only
                ifdef X
                COND = -d
                endif
                LOOP = $(LOOP)
                own: OWN = -d
                define text
                \tdocker run defined
                endef
                docker run no-recipe
                start: build ; true
                \t@docker run -d -e A=$$A \\
                \t\t--name web$$1 \\
                \t\t$(IMAGE):$(TAG)
                # docker run comment
                \t-$(RUN) ${IMAGE} sh
                \t$(ENGINE) run --read-only $(IMAGE)
                \tdocker run $(OPTS) a
                \tdocker run $(TWICE) b
                \tdocker run $(COND) c
                \tdocker run $(OWN) d
                \t# docker run no
                \techo docker run no
                \tdocker run -v $(CURDIR):/src -v $(HOME)/.m2:/m2 $(LOOP)
                """);
        assertThat(runs.problems()).isEmpty();
        assertThat(runs.runs())
                .extracting(run -> run.place().startLine() + " " + run.place().text() + " "
                        + run.image().map(Located::shown).orElse("?") + " "
                        + run.readOnly().value().map(Object::toString).orElse("?") + (run.once() ? " once" : ""))
                .containsExactly(
                        "19 docker run example/web:$(shell git describe) false",
                        "23 $(RUN) example/web false once",
                        "24 $(ENGINE) run example/web true",
                        "25 docker run a ?",
                        "26 docker run ? ?",
                        "27 docker run ? ?",
                        "28 docker run ? ?",
                        "31 docker run $(LOOP) false");
        assertThat(runs.runs().get(0).name().shown()).isEqualTo("web$1");
        assertThat(runs.runs().get(7).mounts())
                .extracting(DockerRunsTest::shown)
                .containsExactly("BIND $(CURDIR) /src WRITABLE", "BIND $(HOME)/.m2 /m2 WRITABLE");
    }

    @Test
    void givesUpWhereRecipesHaveAnotherPrefix() {
        assertThat(read("Makefile", ".RECIPEPREFIX = >\na:\n\tdocker run x\n").isEmpty())
                .isTrue();
    }

    private static String shown(Mount mount) {
        String options = mount.options().stream()
                .map(Located::value)
                .map(option -> " " + option)
                .collect(Collectors.joining());
        Access access = mount.access();
        MountType type = mount.type();
        return type + " " + mount.source().map(Located::shown).orElse("-") + " " + mount.path() + " " + access
                + options;
    }

    private static Run run(String script) {
        DockerRuns runs = read("start.sh", script);
        assertThat(runs.problems()).isEmpty();
        assertThat(runs.runs()).hasSize(1);
        return runs.runs().get(0);
    }

    private static DockerRuns read(String name, String text) {
        return DockerRuns.read(SourceFile.of(Path.of("/project", name), text));
    }
}
