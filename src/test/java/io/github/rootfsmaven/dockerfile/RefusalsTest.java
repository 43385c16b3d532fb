package io.github.rootfsmaven.dockerfile;

import static io.github.rootfsmaven.dockerfile.Dockerfiles.image;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.refused;
import static io.github.rootfsmaven.dockerfile.Dockerfiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BuildKit refuses, and what looks like it but is right; seen with the BuildKit of Docker 28.5. */
class RefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EXPOSE x | 2:8 invalid containerPort: x",
                "EXPOSE 80/none | 2:8 invalid port: \"80/none\": invalid proto: none",
                "EXPOSE 70000 | 2:8 invalid containerPort: 70000",
                "EXPOSE 9-8 | 2:8 invalid containerPort: 9-8",
                "EXPOSE x:80 | 2:8 invalid hostPort: x",
                "EXPOSE /tcp | 2:8 invalid port: \"/tcp\": no port specified",
                "STOPSIGNAL NONE | 2:12 invalid signal: NONE",
                "STOPSIGNAL 0 | 2:12 invalid signal: 0",
                "HEALTHCHECK --interval=1ns CMD a | 2:13 Interval \"interval\" cannot be less than 1ms",
                "HEALTHCHECK --timeout=-1s CMD a | 2:13 Interval \"timeout\" cannot be less than 1ms",
                "RUN --mount=target true | 2:5 invalid field 'target' must be a key=value pair",
                "RUN --mount=type=none,target=/x true | 2:5 unsupported mount type \"none\"",
                "RUN --mount=what=1 true | 2:5 unexpected key 'what' in 'what=1'",
                "RUN --mount=from=$A true | 2:5 'from' doesn't support variable expansion, define alias stage instead",
                "RUN --mount='a\"b' true | 2:5 failed to parse csv mounts: bare \" in a field",
                "RUN --network=some true | 2:5 invalid network mode \"some\"",
                "RUN --security=some true | 2:5 not a valid security mode: \"some\"",
                "COPY --chmod=abc a /x/ | 2:6 invalid chmod parameter: 'abc'. it should be octal string and between 0 and 07777",
                "COPY --chmod=10000 a /x/ | 2:6 invalid chmod parameter: '10000'. it should be octal string and between 0 and 07777",
                "COPY --chmod=0o755 a /x/ | 2:6 invalid chmod parameter: '0o755'. it should be octal string and between 0 and 07777",
                "COPY --chmod=8 a /x/ | 2:6 invalid chmod parameter: '8'. it should be octal string and between 0 and 07777",
                "COPY --from=No / /x/ | 2:6 failed to parse stage name \"No\": invalid reference format: repository name (No) must be lowercase",
            })
    void isRefused(String instruction, String why) {
        assertThat(told(refused("FROM scratch\n" + instruction + "\n"))).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPOSE 80 443/tcp 90-91/UDP 1:2",
                "EXPOSE ${PORT:-8080}",
                "EXPOSE $UNSET",
                "STOPSIGNAL SIGRTMIN+3",
                "STOPSIGNAL term",
                "STOPSIGNAL 99",
                "HEALTHCHECK --interval=0 --timeout=1ms CMD a",
                "RUN --mount=type=cache,target=/c,ro --mount=\"\\\"type=tmpfs\\\",target=/t\" true",
                "RUN --mount=type=$UNKNOWN true",
                "COPY --chmod=07777 a /x/",
                "COPY --chmod=0 a /x/",
                "COPY --chmod=u=rwx,go=r a /x/",
                "COPY --chmod=+x a /x/",
                "COPY --chmod=$MODE a /x/",
                "COPY --from=a.b:80/c/d__e:T-1 / /x/",
            })
    void isRight(String instruction) throws Exception {
        assertThat(image("FROM x\n" + instruction + "\n").base()).contains("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/c/d", "linux/", "linux/a b", "/amd64"})
    void thereIsNoSuchPlatform(String platform) {
        assertThat(told(refused("FROM --platform='" + platform + "' x\n")))
                .isEqualTo("1:6 failed to parse platform " + platform);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/arm/v7", "windows(10.0.17763)/amd64", "amd64", "$TARGETPLATFORM", "$BUILDOS/arm64"})
    void thereMayBeSuchAPlatform(String platform) throws Exception {
        assertThat(image("FROM --platform=" + platform + " x\n").base()).contains("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b", "a:", "-a", "a..b", "a@b", "a:-b", "a/-b", "_.x/a"})
    void noImageIsCalledSo(String name) {
        assertThat(told(refused("FROM " + name + "\nFROM scratch\n")))
                .startsWith("1:6 failed to parse stage name \"" + name + "\": invalid reference format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a/b",
                "localhost/a",
                "Reg/a",
                "[::1]:5000/a:1",
                "a@sha256:0123456789abcdef0123456789abcdef",
                "a:1@sha256:0123456789abcdef0123456789abcdef",
                "a-b--c/d_e__f.g"
            })
    void anImageMayBeCalledSo(String name) throws Exception {
        assertThat(image("FROM " + name + "\n").base()).contains(name);
    }
}
