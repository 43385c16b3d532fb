package io.github.rootfsmaven.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownImagesTest {

    /** Reading it is what checks keys, words and paths; what is left is between the entries. */
    /** What is read when it is asked for is what is in the files. */
    @Test
    void theIndexHasEveryEntryByItsNamesAndPackages() {
        List<KnownImage> images = KnowledgeFile.bundled();
        KnowledgeIndex index = KnowledgeIndex.bundled();
        assertThat(index.all()).containsExactlyElementsOf(images);
        for (KnownImage image : images) {
            for (String name : image.names()) {
                String like = name.split(":", 2)[0].replace("*", "any");
                ImageName reference = new ImageName(like, Optional.of(tag(name)), Optional.empty());
                assertThat(index.named(reference)).as(name).contains(image);
            }
            for (String name : image.packages()) {
                assertThat(index.packaged(List.of(name))).as(name).contains(image);
            }
        }
        assertThat(index.named(new ImageName("nobody/knows", Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prom/*-exporter, prom/node-exporter,  true",
        "prom/*-exporter, prom/a/b-exporter,   false",
        "prom/*-exporter, prom/exporter,       false",
        "ubi*/*,          ubi9/openjdk-17,     true",
        "ubi*/*,          ubi9,                false",
        "*fpm*,           8-fpm-alpine,        true",
        "*fpm*,           fpm,                 true",
        "*/cp-server,     mirror/cp-server,    true",
        "*/cp-server,     a/mirror/cp-server,  false",
        "a.b*,            aXb,                 false",
        "a(*,             a(b,                 true",
    })
    void aStarStandsForAnythingButASlash(String pattern, String text, boolean fits) {
        assertThat(KnownImage.fits(pattern, text)).isEqualTo(fits);
    }

    private static String tag(String name) {
        return name.contains(":") ? name.split(":", 2)[1].replace("*", "any") : "latest";
    }

    @Test
    void whatComesWithThePluginIsWhole() {
        List<KnownImage> images = KnowledgeFile.bundled();
        assertThat(images).hasSizeGreaterThan(100);
        Set<String> ids = new HashSet<>();
        assertThat(images).allSatisfy(image -> {
            assertThat(ids.add(image.id())).as(image.id()).isTrue();
            assertThat(image.sources()).noneMatch(String::isBlank);
            assertThat(image.writes())
                    .as(image.id())
                    .extracting(KnownImage.Place::path)
                    .doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "postgres:17,               postgres-lt18",
        "postgres:17.2-bookworm,    postgres-lt18",
        "postgres:18,               postgres-ge18",
        "postgres,                  postgres-ge18",
        "postgres:latest,           postgres-ge18",
        "influxdb:1.8,              influxdb1",
        "influxdb:2.7-alpine,       influxdb2",
        "php:8-fpm,                 php-cli-fpm",
        "php:8.3-apache,            php-apache",
        "quay.io/keycloak/keycloak:16.1.1, keycloak-legacy",
        "quay.io/keycloak/keycloak:26.0,   keycloak-quarkus",
        "azul/zulu-openjdk-alpine:21, openjdk",
        "docker.io/traefik/whoami,  traefik-whoami",
        "quay.io/debezium/kafka:3.2, debezium-kafka",
        "ghcr.io/openzipkin/zipkin:latest, zipkin",
        "nextcloud:fpm-alpine,      nextcloud-fpm",
        "nextcloud:33-apache,       nextcloud",
        "springcommunity/spring-petclinic-api-gateway, spring-petclinic",
        "registry.example.com/cp-server:7, kafka-confluent",
        "${REGISTRY}/cp-server:7,   kafka-confluent",
        "${REGISTRY}confluentinc/cp-schema-registry:7, schema-registry-confluent",
        "${REGISTRY}/bitnami/redis, bitnami-redis",
        "${REGISTRY}/nginx,         ",
        "${FLAVOUR}nginx,           ",
        "ghcr.io/someone/nginx:1,   ",
        "nginxinc/nginx:1,          ",
    })
    void findsTheEntryOfAVersion(String reference, String id) {
        String text = reference.replaceAll("[$][{]\\w+}", String.valueOf(Text.UNRESOLVED));
        assertThat(ImageName.of(text, Text.UNRESOLVED)
                        .flatMap(KnownImages.bundled()::find)
                        .map(KnownImage::id)
                        .orElse(null))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "path: /var/run/x                   | 14 | a path is absolute and canonical: /run/x",
                "path: data                         | 14 | a path is absolute and canonical: data",
                "path: /x, kind: things             | 24 | 'things' is no kind",
                "path: /x, king: log                | 18 | 'king' is none of the keys",
                "path: /x, kind: log                |  7 | needed is missing",
                "path: /x, kind: log, needed: always, evidence: image |  7 | source is missing",
                "path: /x, kind: log, needed: always, evidence: script | 55 | 'script' is no evidence",
                "path: /x, kind: log, needed: always, evidence: image, source: s, if-set: X | 81 | if-set must be a list",
            })
    void whatDoesNotFollowTheFormIsRefusedWithItsPlace(String write, int column, String message) {
        SourceFile file = SourceFile.of(Path.of("images.yaml"), """
                schema: 1
                images:
                  - id: x
                    writes:
                    - {WRITE}
                    names: [x]
                    sources: [x]
                """.replace("WRITE", write));
        assertThatThrownBy(() -> KnowledgeFile.read(file)).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.getMessage()).startsWith(message);
            assertThat(refused.where().startLine()).isEqualTo(5);
            assertThat(refused.where().startColumn()).isEqualTo(column);
        });
    }

    @Test
    void anImageNeedsASource() {
        SourceFile file = SourceFile.of(Path.of("images.yaml"), "schema: 1\nimages:\n- {id: x, names: [x]}\n");
        assertThatThrownBy(() -> KnowledgeFile.read(file)).hasMessage("an image needs a name and a source");
    }

    private static final String OWN = """
            schema: 1
            images:
              - id: own-nginx
                names: [nginx, acme/billing]
                sources: [our wiki]
                writes:
                  - {path: /var/own, kind: cache, needed: always, evidence: documented, source: our wiki}
            """;

    private static final String SEEN = """
            schema: 1
            images:
              - id: nginx
                names: [nginx]
                digest: sha256:11
                sources: [docker diff]
                writes:
                  - {path: /run, kind: socket, needed: always, evidence: observed, source: docker diff}
                  - {path: /srv/seen, kind: file, needed: always, evidence: observed, source: docker diff}
            """;

    @TempDir
    Path directory;

    @Test
    void aFileOfTheUsersWins() throws Exception {
        Files.writeString(directory.resolve("own.yaml"), OWN);
        KnownImages known = KnownImages.with(List.of("own.yaml"), directory, directory.resolve("none"));
        assertThat(told(known, "nginx:1.29")).containsExactly("/var/own LIKELY");
        assertThat(told(known, "acme/billing:3")).containsExactly("/var/own LIKELY");
        assertThat(told(known, "redis:7")).isEqualTo(told(KnownImages.bundled(), "redis:7"));
    }

    @Test
    void aFileMayComeWithADependencyOfThePlugin() throws Exception {
        KnownImages known =
                KnownImages.with(List.of("knowledge/of-a-dependency.yaml"), directory, directory.resolve("none"));
        assertThat(told(known, "example.com/billing:1")).containsExactly("/opt/billing/work LIKELY");
    }

    @Test
    void aFileThatIsNowhereIsABadParameter() {
        assertThatThrownBy(() -> KnownImages.with(List.of("no.yaml"), directory, directory.resolve("none")))
                .isInstanceOf(BadParameter.class)
                .hasMessage("Parameter 'knowledge': there is no file no.yaml in " + directory
                        + ", and no such resource in the plugin's dependencies.");
    }

    /** What was seen is certain in the very image, and likely in another of its name; what we know stays. */
    @Test
    void whatWasObservedIsAdded() throws Exception {
        Path seen = Files.writeString(directory.resolve("seen.yaml"), SEEN);
        KnownImages known = KnownImages.with(List.of(), directory, seen);
        assertThat(told(known, "nginx@sha256:11"))
                .contains("/run CERTAIN", "/srv/seen CERTAIN", "/var/cache/nginx LIKELY");
        assertThat(told(known, "nginx:1.29"))
                .contains("/run LIKELY", "/srv/seen LIKELY", "/var/cache/nginx LIKELY")
                .doesNotHaveDuplicates();
    }

    private static List<String> told(KnownImages known, String reference) {
        Span place = SourceFile.of(Path.of("compose.yaml"), reference).start();
        Image image = Image.pulled(Optional.of(Located.literal(reference, place)));
        Process process = new Process(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
        return known.writes(image, process, List.of(), Optional.empty(), place)
                .map(write -> write.path().value() + " " + Confidence.of(write))
                .toList();
    }
}
