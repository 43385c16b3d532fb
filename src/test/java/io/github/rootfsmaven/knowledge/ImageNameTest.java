package io.github.rootfsmaven.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ?} stands for a variable without a value. */
class ImageNameTest {

    @ParameterizedTest
    @CsvSource({
        "nginx,                                          nginx,                  latest",
        "nginx:1.29-alpine,                              nginx,                  1.29-alpine",
        "docker.io/library/nginx:1,                      nginx,                  1",
        "index.docker.io/nginx:1,                        nginx,                  1",
        "docker.io/bitnami/nginx,                        bitnami/nginx,          latest",
        "library/nginx,                                  nginx,                  latest",
        "nginx:1.29@sha256:00,                           nginx,                  1.29",
        "nginx@sha256:00,                                nginx,                  ",
        "nginx:?,                                        nginx,                  ",
        "nginx:1.?,                                      nginx,                  ",
        "localhost:5000/nginx,                           localhost:5000/nginx,   latest",
        "quay.io/keycloak/keycloak:26,                   quay.io/keycloak/keycloak, 26",
        "mirror.gcr.io/library/nginx:1,                  nginx,                  1",
        "public.ecr.aws/docker/library/nginx:1,          nginx,                  1",
        "harbor.example.com/docker-hub/bitnami/redis:8,  bitnami/redis,          8",
        "nexus.example.com/repository/docker.io/redis:8, redis,                  8",
        "?/library/nginx:1,                              nginx,                  1",
        "?/nginx:1,                                      unknown.host/nginx,     1",
    })
    void isWhatTheRegistryMeans(String reference, String repository, String tag) {
        ImageName name = ImageName.of(reference.replace('?', Text.UNRESOLVED), Text.UNRESOLVED)
                .orElseThrow();
        assertThat(name.repository()).isEqualTo(repository);
        assertThat(name.tag().orElse(null)).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?:1", "ng?nx:1", "team/app-?", "?nginx"})
    void ofAnUnknownRepositoryNothingIsKnown(String reference) {
        assertThat(ImageName.of(reference.replace('?', Text.UNRESOLVED), Text.UNRESOLVED))
                .isEmpty();
    }

    /** Where the beginning of a name is unknown, what follows counts; of two known names all of it. */
    @ParameterizedTest
    @CsvSource({
        "acme/billing:1,      acme/billing:2,                 true",
        "acme/billing,        billing,                        false",
        "?/billing:1,         registry.example.com/billing:2, true",
        "billing,             ?/billing,                      true",
        "?/acme/billing,      other/billing,                  false",
        "?/billing,           acme/my-billing,                false",
    })
    void mayBeAnother(String one, String other, boolean same) {
        assertThat(name(one).mayBe(name(other))).isEqualTo(same);
        assertThat(name(other).mayBe(name(one))).isEqualTo(same);
    }

    private static ImageName name(String reference) {
        return ImageName.of(reference.replace('?', Text.UNRESOLVED), Text.UNRESOLVED)
                .orElseThrow();
    }
}
