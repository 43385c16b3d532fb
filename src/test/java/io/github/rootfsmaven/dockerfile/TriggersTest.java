package io.github.rootfsmaven.dockerfile;

import static io.github.rootfsmaven.dockerfile.Dockerfiles.image;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.refused;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.told;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.text.Located;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ONBUILD of a stage, in the stages that are built on it: BuildKit's {@code initOnBuildTriggers}. */
class TriggersTest {
    @Test
    void triggersOfABaseStageComeFirst() throws Exception {
        Image image = image("""
                FROM scratch AS base
                ONBUILD VOLUME /data
                ONBUILD USER 1000
                ONBUILD WORKDIR /w
                FROM base
                WORKDIR sub
                """);

        assertThat(values(image.volumes())).containsExactly("/data");
        assertThat(image.volumes().get(0).span().startLine()).isEqualTo(2);
        assertThat(image.user().map(Located::value)).contains("1000");
        assertThat(image.workingDirectory().map(Located::value)).contains("/w/sub");
    }

    @Test
    void triggersAreNotForTheStageItselfNorForGrandchildren() throws Exception {
        String base = "FROM scratch AS base\nONBUILD VOLUME /data\n";

        assertThat(image(base).volumes()).isEmpty();
        assertThat(values(image(base + "FROM base AS child\nUSER 1\nFROM child\nVOLUME /own\n")
                        .volumes()))
                .containsExactly("/data", "/own");
        assertThat(image(base + "FROM base AS child\nONBUILD USER 1\nFROM scratch\nCOPY --from=child / /\n")
                        .user())
                .isEmpty();
    }

    @Test
    void aTriggersCommandCountsAsTheStagesOwn() throws Exception {
        Image image = image("FROM scratch AS a\nONBUILD CMD [\"serve\"]\nFROM a\nENTRYPOINT [\"/run\"]\n");

        assertThat(image.command().map(Command::words)).contains(List.of("serve"));
    }

    @Test
    void aWrongTriggerIsRefusedWhereItIsCarriedOut() throws Exception {
        assertThat(image("FROM scratch AS a\nONBUILD USER a b c\nONBUILD SHELL []\n")
                        .base())
                .contains("scratch");
        assertThat(told(refused("FROM scratch AS a\nONBUILD SHELL []\nFROM a\n")))
                .isEqualTo("3:1 SHELL requires at least one argument");
    }

    @Test
    void aTriggerMayTakeFilesFromAStage() {
        assertThat(told(refused(
                        "FROM scratch AS x\nUSER ${}\nFROM scratch AS a\n" + "ONBUILD COPY --from=x / /\nFROM a\n")))
                .startsWith("2:6 ");
    }

    @Test
    void aTriggerIsReadWithoutTheEscapeDirective() throws Exception {
        String base = "# escape=`\nFROM scratch AS a\nONBUILD ENV A=x` y=z\n";

        assertThat(image(base).environment()).isEmpty();
        assertThat(image(base + "FROM a\n").environment()).containsOnlyKeys("A", "y");
        assertThat(image("# escape=`\nFROM scratch AS a\nONBUILD ENV A=x` y\n").base())
                .contains("scratch");
    }
}
