package io.github.rootfsmaven.dockerfile;

import static io.github.rootfsmaven.dockerfile.Dockerfiles.image;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.parse;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.refused;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.told;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.value;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    @Test
    void theLastStageIsTheImage() throws Exception {
        Image image = image("""
                FROM maven AS build
                VOLUME /not-this
                USER nor-this
                FROM eclipse-temurin:17
                VOLUME /data
                USER app
                """);

        assertThat(image.base()).contains("eclipse-temurin:17");
        assertThat(image.reference().map(Located::value)).contains("eclipse-temurin:17");
        assertThat(values(image.volumes())).containsExactly("/data");
        assertThat(image.volumes().get(0).span().text()).isEqualTo("/data");
        assertThat(image.user().map(Located::value)).contains("app");
        assertThat(image.built()).isTrue();
    }

    @Test
    void settingsAreInheritedAlongTheChainOfStages() throws Exception {
        Image image = image("""
                FROM alpine AS one
                VOLUME /a
                WORKDIR /w
                USER app
                ENV X=1
                COPY x /x
                FROM one AS two
                VOLUME /b /a
                WORKDIR sub
                FROM two
                ENV Y=$X-2
                """);

        assertThat(image.base()).contains("alpine");
        assertThat(values(image.volumes())).containsExactly("/a", "/b");
        assertThat(value(image.workingDirectory().orElseThrow())).isEqualTo("/w/sub");
        assertThat(image.workingDirectory().orElseThrow().span().text()).isEqualTo("sub");
        assertThat(image.user().map(Located::value)).contains("app");
        assertThat(value(image.environment().get("Y"))).isEqualTo("1-2");
        assertThat(image.copied()).hasSize(1);
    }

    @Test
    void packagesAreThoseThatAnyStageOfTheChainInstalls() throws Exception {
        Image image = image("""
                FROM debian:12 AS base
                RUN apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
                    nginx-light=1.22* ca-certificates && apt-get remove -y perl
                FROM base
                RUN ["apk", "add", "--no-cache", "redis"]
                RUN if true; then dnf -y install httpd; fi
                """);
        assertThat(image.packages())
                .containsExactly("apt:nginx-light", "apt:ca-certificates", "apk:redis", "rpm:httpd");
    }

    @Test
    void aTargetIsFoundInAnyCase() throws Exception {
        Dockerfile dockerfile = parse("FROM a AS Dev\nUSER dev\nFROM b\nUSER prod\n");

        assertThat(dockerfile.image(Optional.of("DEV"), Map.of()).user().map(Located::value))
                .contains("dev");
        assertThat(dockerfile.place(Optional.of("dev")).text()).isEqualTo("FROM a AS Dev");
        assertThat(dockerfile.place(Optional.empty()).text()).isEqualTo("FROM b");
    }

    @Test
    void anUnknownTargetIsToldAtTheLastFrom() {
        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class, () -> parse("FROM a\nFROM b\n").image(Optional.of("prod"), Map.of()));

        assertThat(told(refusal)).isEqualTo("2:1 target stage \"prod\" could not be found");
    }

    @Test
    void ofTwoStagesWithOneNameTheLaterCounts() throws Exception {
        assertThat(image("FROM scratch AS x\nUSER a\nFROM scratch AS x\nUSER b\nFROM x\n")
                        .user()
                        .map(Located::value))
                .contains("b");
    }

    @Test
    void fromDoesNotFindAStageInAnotherCase() {
        assertThat(told(refused("FROM scratch AS Build\nFROM Build\n")))
                .startsWith("2:6 failed to parse stage name \"Build\": invalid reference format");
    }

    @Test
    void anEntrypointTakesAnInheritedCommandAway() throws Exception {
        Image image = image("FROM x AS a\nCMD [\"serve\"]\nFROM a\nENTRYPOINT [\"/run\"]\n");

        assertThat(image.entrypoint().map(Command::words)).contains(List.of("/run"));
        assertThat(image.command().map(Command::words)).contains(List.of());
    }

    @Test
    void anEntrypointKeepsACommandOfItsOwnStage() throws Exception {
        Image image = image("FROM x\nCMD serve\nENTRYPOINT [\"/run\"]\n");

        assertThat(image.command().map(Command::words)).contains(List.of("serve"));
        assertThat(image.command().map(Command::shell)).contains(true);
    }

    @Test
    void nothingIsKnownOfACommandNobodySets() throws Exception {
        assertThat(image("FROM x\n").command()).isEmpty();
        assertThat(image("FROM x\n").entrypoint()).isEmpty();
        assertThat(image("FROM x\n").user()).isEmpty();
        assertThat(image("FROM x\n").workingDirectory()).isEmpty();
    }

    @Test
    void aRelativeWorkdirOnAPulledBaseIsUnknown() throws Exception {
        assertThat(image("FROM x\nWORKDIR app\n").workingDirectory()).isEmpty();
        assertThat(image("FROM x\nWORKDIR /a\nWORKDIR $WHO\n").workingDirectory())
                .isEmpty();
    }

    @Test
    void aRelativeWorkdirFromScratchBeginsAtTheRoot() throws Exception {
        assertThat(image("FROM scratch\nWORKDIR app\nWORKDIR ../b/\n")
                        .workingDirectory()
                        .map(Located::value))
                .contains("/b");
    }

    @Test
    void scratchIsNoReference() throws Exception {
        assertThat(image("FROM scratch\n").base()).contains("scratch");
        assertThat(image("FROM scratch\n").reference()).isEmpty();
    }

    @Test
    void volumesAreCleanedAndBeginAtTheRoot() throws Exception {
        Image image = image("FROM x\nWORKDIR /w\nVOLUME /a/../b/ data [\"/c\"]\nVOLUME [\"/d e\", \"/b\"]\n");

        assertThat(values(image.volumes())).containsExactly("/b", "/data", "/[/c]", "/d e");
    }

    @Test
    void whatIsCopiedHasItsAbsoluteTarget() throws Exception {
        Image image = image("""
                FROM x AS build
                FROM x
                COPY lost .
                WORKDIR /app
                COPY target/a.jar app.jar
                COPY --from=build /out/one /out/two lib
                ADD conf/ /etc/app/
                COPY . .
                COPY <<EOF run.sh
                exec java
                EOF
                """);

        assertThat(image.copied())
                .extracting(
                        copied -> copied.sources().stream().map(Located::value).toList(),
                        copied -> copied.target().value(),
                        Copied::directory)
                .containsExactly(
                        // nobody knows the base image's working directory
                        tuple(List.of("lost"), Text.UNRESOLVED + "/.", true),
                        tuple(List.of("target/a.jar"), "/app/app.jar", false),
                        tuple(List.of("/out/one", "/out/two"), "/app/lib", true),
                        tuple(List.of("conf/"), "/etc/app", true),
                        tuple(List.of("."), "/app", true),
                        tuple(List.of(), "/app/run.sh", false));
    }

    @Test
    void whatStagesCopyIsKeptWhereFilesComeFromThem() throws Exception {
        Image image = image("""
                FROM x AS unused
                COPY u /u
                FROM x AS first
                COPY a /a
                FROM first AS second
                COPY b /b
                FROM x AS third
                COPY --from=first /a /c
                FROM x
                COPY --from=second /b /b
                COPY --from=3 /c /c
                COPY --from=unknown /d /d
                """);

        assertThat(image.copied())
                .extracting(Copied::stage)
                .containsExactly(Optional.of(2), Optional.of(3), Optional.empty());
        assertThat(image.stages()).containsOnlyKeys(1, 2, 3);
        assertThat(image.stages().get(2))
                .extracting(copied -> copied.target().value())
                .containsExactly("/a", "/b");
        assertThat(image.stages().get(3)).extracting(Copied::stage).containsExactly(Optional.of(1));
    }

    @Test
    void anArgumentBeforeFromIsForFromAlone() throws Exception {
        Image image = image("""
                ARG VERSION=3
                FROM alpine:$VERSION
                VOLUME /data/$VERSION
                ARG VERSION
                VOLUME /v/${VERSION}
                """);

        assertThat(image.base()).contains("alpine:3");
        assertThat(image.reference().map(Located::shown)).contains("alpine:$VERSION");
        assertThat(values(image.volumes())).containsExactly("/data/?", "/v/3");
    }

    @Test
    void aGivenArgumentGoesBeforeItsDefault() throws Exception {
        String dockerfile = "ARG TAG=1\nFROM a:$TAG\nARG DIR=/d\nVOLUME $DIR/x\n";

        Image image = image(dockerfile, Map.of("TAG", "2", "DIR", "/e"));

        assertThat(image.base()).contains("a:2");
        assertThat(values(image.volumes())).containsExactly("/e/x");
        assertThat(image.volumes().get(0).shown()).isEqualTo("$DIR/x");
        assertThat(image.volumes().get(0).origin()).isEqualTo(Located.Origin.INTERPOLATED);
    }

    @Test
    void anArgumentWithoutValueIsNeverGuessed() throws Exception {
        Image image = image("ARG BASE\nFROM $BASE\nARG DIR\nVOLUME /x/$DIR\nUSER ${UID:-$DIR}\n");

        assertThat(image.base()).isEmpty();
        assertThat(values(image.volumes())).containsExactly("/x/?");
        assertThat(image.volumes().get(0).shown()).isEqualTo("/x/$DIR");
        assertThat(image.user().map(Dockerfiles::value)).contains("?");
    }

    @Test
    void whatTheBaseImageSetsIsUnknown() throws Exception {
        assertThat(values(image("FROM tomcat\nVOLUME $CATALINA_HOME/temp\n").volumes()))
                .containsExactly("?/temp");
    }

    @Test
    void nothingIsSetFromScratch() throws Exception {
        assertThat(values(image("FROM scratch\nVOLUME /x$HOME\n").volumes())).containsExactly("/x");
    }

    @Test
    void predefinedArgumentsAreUnknown() throws Exception {
        Image image = image("FROM a-$TARGETARCH\nARG TARGETARCH\nARG HTTP_PROXY\nVOLUME /$TARGETARCH/$HTTP_PROXY\n");

        assertThat(image.base()).isEmpty();
        assertThat(values(image.volumes())).containsExactly("/?/?");
    }

    @Test
    void aNameThatNoArgumentDeclaresLeavesFromBlank() {
        assertThat(told(refused("FROM $BASE\n"))).isEqualTo("1:6 base name ($BASE) should not be blank");
    }

    @Test
    void theWordsOfOneEnvSeeTheVariablesBeforeIt() throws Exception {
        Image image = image("FROM a\nENV A=1\nENV A=2 B=$A\nENV C=$A\n");

        assertThat(value(image.environment().get("B"))).isEqualTo("1");
        assertThat(value(image.environment().get("C"))).isEqualTo("2");
    }

    @Test
    void anArgumentHidesAVariableOnlyInItsStage() throws Exception {
        Image image = image("FROM a AS x\nENV D=/env\nARG D=/arg\nVOLUME $D/1\nFROM x\nVOLUME $D/2\n");

        assertThat(values(image.volumes())).containsExactly("/arg/1", "/env/2");
        assertThat(value(image.environment().get("D"))).isEqualTo("/env");
    }

    @Test
    void argumentsOfAnEarlierStageStayInForce() throws Exception {
        assertThat(values(
                        image("FROM a AS x\nARG D=/arg\nFROM x\nVOLUME $D/2\n").volumes()))
                .containsExactly("/arg/2");
    }

    @Test
    void onlyStagesThatAreBuiltAreJudged() throws Exception {
        assertThat(image("FROM a\nUSER ${}\nFROM b\n").base()).contains("b");
        assertThat(told(refused("FROM a AS x\nUSER ${}\nFROM b\nCOPY --from=x /a /b\n")))
                .startsWith("2:6 ");
    }

    @Test
    void whatACopiedStageIsBuiltOnIsJudgedToo() {
        assertThat(told(refused("FROM a AS x\nUSER ${}\nFROM x AS y\nFROM b\nCOPY --from=y /a /b\n")))
                .startsWith("2:6 ");
    }

    @Test
    void aStageCannotCopyFromItselfOrALaterOne() {
        assertThat(told(refused("FROM a AS x\nCOPY --from=X /a /b\n")))
                .isEqualTo("2:6 circular dependency detected on stage: x");
        assertThat(told(refused("FROM a AS x\nCOPY --from=y /a /b\nFROM b AS y\nCOPY --from=0 / /\n")))
                .startsWith("2:6 cannot copy from stage \"y\"");
    }

    @Test
    void variablesThatDoubleEachOtherDoNotExplode() throws Exception {
        StringBuilder bomb = new StringBuilder("FROM a\nENV A=xxxxxxxx\n");
        for (int i = 0; i < 200; i++) {
            bomb.append("ENV A=$A$A\n");
        }
        bomb.append("VOLUME /$A\n");

        assertThat(values(image(bomb.toString()).volumes())).containsExactly("/?");
    }

    @Test
    void aShellIsPartOfTheCommandsBehindIt() throws Exception {
        Image image = image("""
                FROM scratch AS a
                CMD before
                HEALTHCHECK CMD check
                SHELL ["/bin/bash", "-o", "pipefail", "-c"]
                FROM a
                ENTRYPOINT exec run
                CMD ["word"]
                """);

        assertThat(image.entrypoint().map(Command::words))
                .contains(List.of("/bin/bash", "-o", "pipefail", "-c", "exec run"));
        assertThat(image.entrypoint().map(Command::shell)).contains(false);
        assertThat(image.command().map(Command::words)).contains(List.of("word"));
        assertThat(image.healthcheck().map(Command::words))
                .contains(List.of("/bin/bash", "-o", "pipefail", "-c", "check"));
        assertThat(image("FROM scratch\nCMD before\nSHELL [\"/x\"]\n").command().map(Command::shell))
                .contains(true);
    }

    @Test
    void dotsBehindAnUnknownPartMayLeadAnywhere() throws Exception {
        Image image = image("FROM x\nVOLUME /a/../b/$X /a/$X/../b\n");

        assertThat(values(image.volumes())).containsExactly("/b/?", "/a/?/../b");
    }

    @Test
    void stagesBesideTheChainAreJudgedWithTheirVariables() throws Exception {
        String copies = "FROM scratch\nCOPY --from=x / /\n";

        assertThat(told(refused("FROM scratch AS x\nENV A=${B:?message}\n" + copies)))
                .startsWith("2:7 failed to process");
        assertThat(image("FROM scratch AS x\nENV B=1\nENV A=${B:?message}\n" + copies)
                        .base())
                .contains("scratch");
    }

    @Test
    void aStageThatIsMountedIsBuilt() {
        assertThat(told(refused("FROM a AS x\nUSER ${}\nFROM b\nRUN --mount=from=X,target=/x true\n")))
                .startsWith("2:6 ");
        assertThat(told(refused("FROM b\nRUN --mount=from=x,target=/x true\nFROM a AS x\nFROM b\nCOPY --from=0 / /\n")))
                .startsWith("2:5 cannot mount from stage \"x\"");
    }
}
