package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(textBlock = """
            compose.yaml,                          PRODUCTION
            docker-compose.dev.yml,                DEVELOPMENT
            docker-compose-local.yml,              DEVELOPMENT
            compose.override.yaml,                 DEVELOPMENT
            docker-compose.override.https.yml,     DEVELOPMENT
            docker-compose.override.unit_tests.yml, TEST
            compose.hardened.yaml,                 PRODUCTION
            devices.yml,                           PRODUCTION
            localstack.yml,                        PRODUCTION
            it-tools/compose.yaml,                 PRODUCTION
            confluent-local/compose.yaml,          PRODUCTION
            local/compose.yaml,                    DEVELOPMENT
            .devcontainer/compose.yaml,            DEVELOPMENT
            src/test/resources/compose.yaml,       TEST
            src/it/a/compose.yaml,                 TEST
            shop-e2e/compose.yaml,                 TEST
            ../dev/compose.yaml,                   PRODUCTION
            scripts/run-tests.sh,                  TEST
            Dockerfile.dev,                        DEVELOPMENT
            """)
    void aFilesNameTellsWhatItIsFor(String file, Scope scope) {
        assertThat(Scopes.standard(directory).of(directory.resolve(file).normalize()))
                .isEqualTo(scope);
    }

    @Test
    void theUserKnowsBetter() {
        Scopes scopes = Scopes.standard(directory)
                .under(Map.of(
                        Scope.PRODUCTION, patterns("compose.override.yaml", "", ""),
                        Scope.DEVELOPMENT, patterns("ops/laptop/**", "monitoring", "mail*"),
                        Scope.TEST, patterns("", "bench", "")));
        assertThat(scopes.of(directory.resolve("compose.override.yaml"))).isEqualTo(Scope.PRODUCTION);
        assertThat(scopes.of(directory.resolve("ops/laptop/a.yaml"))).isEqualTo(Scope.DEVELOPMENT);
        assertThat(scopes.of("mailhog", List.of(), Scope.PRODUCTION)).isEqualTo(Scope.DEVELOPMENT);
        assertThat(scopes.of("grafana", List.of("monitoring"), Scope.PRODUCTION))
                .isEqualTo(Scope.DEVELOPMENT);
        assertThat(scopes.of("load", List.of("bench"), Scope.PRODUCTION)).isEqualTo(Scope.TEST);
        assertThat(scopes.of("api", List.of(), Scope.PRODUCTION)).isEqualTo(Scope.PRODUCTION);
    }

    /** Profiles are often called after optional parts of what runs in production. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            dev,            DEVELOPMENT
            e2e,            TEST
            elasticsearch,  PRODUCTION
            dev elasticsearch, PRODUCTION
            dev e2e,        DEVELOPMENT
            """)
    void aProfilesNameTellsOnlyIfItSaysSo(String profiles, Scope scope) {
        assertThat(Scopes.standard(directory).of("a", List.of(profiles.split(" ")), Scope.PRODUCTION))
                .isEqualTo(scope);
    }

    @Test
    void anOverrideMakesOnlyWhatItAddsDevelopment() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services: {api: {image: x}}");
        Files.writeString(
                directory.resolve("compose.override.yaml"),
                "services: {api: {ports: ['80:80']}, mail: {image: x}, tool: {image: x, profiles: [test]}}");
        assertThat(load().containers())
                .extracting(of -> of.name().orElseThrow().value() + " " + of.scope())
                .containsExactlyInAnyOrder("api PRODUCTION", "mail DEVELOPMENT", "tool TEST");
        assertThat(load().production().orElseThrow().containers())
                .extracting(of -> of.name().orElseThrow().value())
                .containsExactly("api");
    }

    /** Nobody can tell what the base alone is, so it is not called development. */
    @Test
    void aBaseThatCannotBeReadAloneIsForProductionAsAWhole() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services: {api: {read_only: false}}");
        Files.writeString(directory.resolve("compose.override.yaml"), "services: {api: {image: x}}");
        assertThat(load().containers()).extracting(Container::scope).containsExactly(Scope.PRODUCTION);
        assertThat(load().production()).isEmpty();
    }

    @Test
    void aStackOfDevelopmentAlone() throws Exception {
        Files.createDirectory(directory.resolve("docker"));
        Files.writeString(directory.resolve("docker/compose.dev.yaml"), "services: {api: {image: x}}");
        Files.writeString(directory.resolve("Dockerfile.dev"), "FROM x\n");
        Files.writeString(directory.resolve("test.sh"), "docker run -d x\n");
        assertThat(load().containers())
                .extracting(Container::scope)
                .containsExactly(Scope.DEVELOPMENT, Scope.DEVELOPMENT, Scope.TEST);
        assertThat(load().production()).isEmpty();
    }

    private Project load() throws Exception {
        return ProjectLoader.load(ProjectSettings.in(directory));
    }

    private static Scopes.Patterns patterns(String files, String profiles, String services) {
        return new Scopes.Patterns(list(files), list(profiles), list(services));
    }

    private static List<String> list(String word) {
        return Stream.of(word).filter(one -> !one.isEmpty()).toList();
    }
}
