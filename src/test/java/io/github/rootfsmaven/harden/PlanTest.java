package io.github.rootfsmaven.harden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @TempDir
    Path temporary;

    @Test
    void aSettingThatTakesTheWriteAwayIsOfferedBesideTheMount() throws Exception {
        Files.writeString(temporary.resolve("Dockerfile"), """
                FROM eclipse-temurin:21-jre
                COPY shop.jar /app/shop.jar
                CMD ["java", "-XX:+HeapDumpOnOutOfMemoryError", "-XX:HeapDumpPath=/var/dumps", "-jar", "/app/shop.jar"]
                """);
        Plan plan = plan("services: {shop: {build: .}}\n");
        assertThat(plan.alternatives()).singleElement().satisfies(alternative -> {
            assertThat(alternative.path()).isEqualTo("/var/dumps");
            assertThat(alternative.setting().english()).contains("HeapDumpPath");
        });
    }

    /** It would be needed there as well. */
    @Test
    void aVariableOfAnImageThatNamesAnotherPlaceIsNone() throws Exception {
        Plan plan = plan("services: {db: {image: 'postgres:16'}}\n");
        assertThat(plan.intentions()).hasSizeGreaterThan(2);
        assertThat(plan.alternatives()).isEmpty();
    }

    @Test
    void whatNeedsNoMountNeedsNoOther() throws Exception {
        Files.writeString(temporary.resolve("Dockerfile"), """
                FROM eclipse-temurin:21-jre
                CMD ["java", "-XX:HeapDumpPath=/var/dumps", "-jar", "/app/shop.jar"]
                """);
        Plan plan = plan("services: {shop: {build: ., read_only: true, tmpfs: [/tmp, /var/dumps]}}\n");
        assertThat(plan.alternatives()).isEmpty();
    }

    private Plan plan(String compose) throws Exception {
        Files.writeString(temporary.resolve("compose.yaml"), compose);
        return Plan.of(
                        ProjectLoader.load(ProjectSettings.in(temporary)),
                        KnownImages.bundled(),
                        Rules.all(),
                        List.of(),
                        HardenSettings.standard())
                .get(0);
    }
}
