package io.github.rootfsmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value in these files that begins with "hunter" is a secret; everything else must stay readable. */
class SecretsTest {

    @Test
    void blockStyle() {
        assertThat(shown("compose.yaml", """
                services:
                  api:
                    image: nginx:1
                    environment:
                      PASSWORD: hunter2
                      "QUOTED": "hunter2 # no comment"
                      EMPTY:
                    read_only: false
                """)).isEqualTo("""
                services:
                  api:
                    image: nginx:1
                    environment:
                      PASSWORD: …
                      "QUOTED": "…
                      EMPTY:
                    read_only: false
                """);
    }

    @Test
    void settingsOfAProgram() {
        assertThat(shown("application.properties", """
                # a comment
                spring.datasource.url=jdbc:h2:file:./data;PASSWORD=hunter2
                a.b : hunter2
                c hunter2
                d[0]=hunter2,\\
                  hunter3=4
                e=
                """)).isEqualTo("""
                # a comment
                spring.datasource.url=…
                a.b : …
                c …
                d[0]=…
                  …
                e=
                """);
        assertThat(shown("application-prod.yml", """
                spring: # hunter2
                  datasource:
                    url: jdbc:h2:file:./data;PASSWORD=hunter2
                    "password": "hunter2
                      hunter3"
                ---
                list:
                  - hunter2
                  - key: hunter2
                text: |
                  hunter: 2
                # a comment
                flow: {hunter: 2}
                """)).isEqualTo("""
                spring: …
                  datasource:
                    url: …
                    "password": …
                      …
                ---
                list:
                  - …
                  - key: …
                text: …
                  …
                # a comment
                flow: …
                """);
    }

    @Test
    void configurationInXml() {
        assertThat(shown("logback.xml", """
                <configuration>
                  <!-- hunter2
                    hunter3 -->
                  <property name="PASSWORD" value="hunter2"/>
                  <appender name='FILE' class="a.FileAppender" password='hunter2'>
                    <file>/var/log/a.log</file><password>hunter2</password>
                    <secret>
                      hunter2
                    </secret>
                  </appender>
                </configuration>
                """)).isEqualTo("""
                <configuration>
                  <!-- …
                    … -->
                  <property name="PASSWORD" value="…"/>
                  <appender name='FILE' class="a.FileAppender" password='…'>
                    <file>/var/log/a.log</file><password>…</password>
                    <secret>
                      …
                    </secret>
                  </appender>
                </configuration>
                """);
    }

    /** Of code the string is shown that a finding is about, and no other. */
    @Test
    void stringsInCode() {
        SourceFile file = SourceFile.of(
                Path.of("/p/Notes.java"), "write(Path.of(\"/app/try.txt\"), \"hunter2 \\\" hunter3\"); log(\"hunter");
        Excerpt excerpt = Excerpt.of(new Span(file, 1, 15, 1, 29), new Secrets());
        assertThat(excerpt.line()).isEqualTo("write(Path.of(\"/app/try.txt\"), …); log(…");
        assertThat(Excerpt.of(file.lineSpan(1), new Secrets()).line()).isEqualTo("write(Path.of(…), …); log(…");
    }

    @Test
    void commandLines() {
        assertThat(shown("start.sh", """
                docker run -d -e PASSWORD=hunter2 --name a -eTOKEN="hunter 2" nginx
                docker run --env=lower=hunter2 --label "a.b/c=hunter2 it" -itel x='hunter2
                hunter3' -v /a:/b --mount type=bind,src=/a,dst=/b nginx
                sudo env KEY=hunter2 docker run --read-only=false \\
                    --env A=hunter2 \\
                    -e "JSON={\\"a\\": \\"hunter2\\"}" --security-opt seccomp=unconfined nginx
                id=$(docker run -d -e A=hunter2 nginx)
                V=$(grep "ENV VERSION=" Dockerfile)
                id="$(docker run -d -e A="hunter2 hunter" nginx)"
                """)).isEqualTo("""
                docker run -d -e PASSWORD=… --name a -eTOKEN=… nginx
                docker run --env=lower=… --label "a.b/c=… -itel x=…
                … -v /a:/b --mount type=bind,src=/a,dst=/b nginx
                sudo env KEY=… docker run --read-only=false \\
                    --env A=… \\
                    -e "JSON=… --security-opt seccomp=unconfined nginx
                id=$(docker run -d -e A=… nginx)
                V=$(grep "ENV VERSION=… Dockerfile)
                id="$(docker run -d -e A=… nginx)"
                """);
    }

    @Test
    void sequences() {
        assertThat(shown("compose.yaml", """
                services:
                  api:
                    environment:
                    - PASSWORD=hunter2
                    - "QUOTED=hunter2"
                    - NAME_ONLY
                    - TYPO:hunter2
                    - A: hunter2
                    labels:
                      - traefik.rule=hunter2
                    volumes:
                    - ./a=b:/c
                """)).isEqualTo("""
                services:
                  api:
                    environment:
                    - PASSWORD=…
                    - "QUOTED=…
                    - NAME_ONLY
                    - TYPO…
                    - A: …
                    labels:
                      - traefik.rule=…
                    volumes:
                    - ./a=b:/c
                """);
    }

    @Test
    void flowStyle() {
        assertThat(shown("compose.yaml", """
                services:
                  api: {image: a, environment: {A: hunter2, B: [hunter2]}, read_only: false}
                  two: {environment: [A=hunter2], labels: {"a": "hunter2 }"}, tmpfs: [/tmp]}
                  three:
                    environment: {A: "hunter2",
                  B: hunter2, C: '}'
                  }
                    image: b
                """)).isEqualTo("""
                services:
                  api: {image: a, environment: {…}, read_only: false}
                  two: {environment: […], labels: {…}, tmpfs: [/tmp]}
                  three:
                    environment: {…
                  …
                  }
                    image: b
                """);
    }

    @Test
    void json() {
        assertThat(shown("compose.json", """
                {
                  "services": {
                    "api": {
                      "image": "a",
                      "environment": {
                        "A": "hunter2",
                        "B": "hunter3"
                      },
                      "read_only": false
                    }
                  }
                }
                """))
                .doesNotContain("hunter")
                .contains("\"image\": \"a\",")
                .contains("\"read_only\": false");
    }

    @Test
    void buildArgumentsAndConfigs() {
        assertThat(shown("compose.yaml", """
                services:
                  api:
                    build:
                      context: .
                      args:
                        TOKEN: hunter2
                      target: x
                configs:
                  app:
                    content: |
                      password=hunter2

                      environment: hunter2
                  other:
                    content: hunter2
                    file: ./x
                """)).isEqualTo("""
                services:
                  api:
                    build:
                      context: .
                      args:
                        TOKEN: …
                      target: x
                configs:
                  app:
                    content: |
                      …

                      …
                  other:
                    content: …
                    file: ./x
                """);
    }

    @Test
    void severalLines() {
        assertThat(shown("compose.yaml", """
                services:
                  api:
                    environment:
                      A: "hunter1
                    hunter2
                  hunter3"
                      B: hunter4
                        hunter5
                      C: >-
                        hunter6
                    command: |
                      echo hello
                """)).isEqualTo("""
                services:
                  api:
                    environment:
                      A: "…
                    …
                  …
                      B: …
                        …
                      C: >-
                        …
                    command: |
                      echo hello
                """);
    }

    @Test
    void anchors() {
        assertThat(shown("compose.yaml", """
                x-env: &env
                  A: hunter2
                x-more: &more {B: hunter2}
                x-base: &base
                  image: nginx
                  environment:
                    <<: [*env, *more]
                x-list: &list
                  - A=hunter2
                services:
                  api:
                    <<: *base
                  two:
                    environment: *list
                """)).isEqualTo("""
                x-env: &env
                  A: …
                x-more: &more {…}
                x-base: &base
                  image: nginx
                  environment:
                    <<: […]
                x-list: &list
                  - A=…
                services:
                  api:
                    <<: *base
                  two:
                    environment: *list
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a quote too many, before or in the block
                "image: \"nginx\nenvironment:\n  A: \"hunter2\"\n  B: hunter3\n",
                "environment:\n  A: 'hunter2\n  B: hunter3\nimage: x\n",
                // a bracket too many
                "volumes: [a\nenvironment:\n  A: hunter2\n",
                "environment: {A: hunter2\n  B: hunter3\n",
                "environment: [A=hunter2, {B: hunter3}, \"hunter4\n",
                // a misspelt key, tabs, no blank behind the colon, a text instead of a mapping
                "enviroment:\n  A: hunter2\n",
                "environment:\n\tA: hunter2\n",
                "environment:\n  A:hunter2\n",
                "environment: hunter2\n",
                "environment:\n  A hunter2\n",
                "Environment:\n  A: hunter2\n",
                "? environment\n: {A: hunter2}\n",
                "\"environment\" : {A: hunter2}\n",
                "environment: !reset {A: hunter2}\n",
                "environment: &a\n  A: hunter2\n",
                "- environment:\n  - A=hunter2\n",
                "- - environment:\n    - A=hunter2\n",
                "build: {args: [A=hunter2]}\n",
                "services:\n  [name]:\n    environment:\n      A: hunter2\n",
                "environment: {A: \"a\\\"hunter2\", B: hunter3}\n",
                "environment: {A: 'it''s hunter2', B: hunter3}\n",
            })
    void brokenAndOdd(String text) {
        assertThat(shown("compose.yaml", text)).doesNotContain("hunter");
    }

    @Test
    void aServiceMayBeCalledLikeASecret() {
        assertThat(shown("compose.yaml", """
                services:
                  environment:
                    image: nginx
                  labels:
                    read_only: false
                """)).doesNotContain("…");
    }

    @Test
    void filesOfVariablesAreNoSecretNames() {
        assertThat(shown("compose.yaml", """
                services:
                  api:
                    env_file: ./prod.env
                    label_file: x
                """)).doesNotContain("…");
    }

    @Test
    void dockerfile() {
        assertThat(shown("Dockerfile", """
                FROM nginx
                ARG TOKEN=hunter2
                ARG NAME
                ENV A=hunter2 B=hunter3
                ENV OLD hunter2
                env C=hunter2 \\
                    # a comment
                    D=hunter3 \\

                    "hunter4"
                ONBUILD ENV E=hunter5
                LABEL a="hunter6"
                VOLUME /var/lib/app
                """)).isEqualTo("""
                FROM nginx
                ARG TOKEN=…
                ARG NAME
                ENV A=…
                ENV OLD …
                env C=… \\
                    # a comment
                    D=… \\

                    …
                ONBUILD ENV E=…
                LABEL a=…
                VOLUME /var/lib/app
                """);
    }

    @Test
    void dockerfileInCompose() {
        assertThat(shown("compose.yaml", """
                services:
                  api:
                    build:
                      dockerfile_inline: |
                        FROM nginx
                        ENV A=hunter2
                        VOLUME /data
                """)).doesNotContain("hunter").contains("VOLUME /data");
    }

    @Test
    void filesOfVariables() {
        assertThat(shown(".env", "# a comment\nA=hunter2\nexport B: hunter3\nC='hunter4\nhunter5'\n"))
                .isEqualTo("# a comment\nA=…\nexport B:…\nC=…\n…\n");
        assertThat(shown("variables.txt", "A=hunter2\n")).isEqualTo("A=…\n");
    }

    private static String shown(String name, String text) {
        SourceFile file = SourceFile.of(Path.of("/repo").resolve(name), text);
        Secrets secrets = new Secrets();
        return IntStream.rangeClosed(1, file.lineCount())
                .mapToObj(line ->
                        Excerpt.of(new Span(file, line, 1, line, 1), secrets).line())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
