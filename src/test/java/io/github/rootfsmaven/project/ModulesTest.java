package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.dockerfile.Dockerfile;
import io.github.rootfsmaven.dockerfile.NamedContexts;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.project.BuiltImages.Built;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which module is in an image, from its Dockerfile. */
class ModulesTest {
    private static final String JAVA = "ENTRYPOINT [\"java\", \"-jar\", \"/app.jar\"]\n";

    @TempDir
    Path root;

    private Module parent;
    private Module service;
    private Module worker;

    @BeforeEach
    void modules() throws Exception {
        parent = module("parent", "pom", ".");
        service = module("service", "jar", "service");
        worker = module("worker", "jar", "worker");
    }

    private Module module(String name, String packaging, String place) throws Exception {
        Path directory = root.resolve(place).normalize();
        Files.createDirectories(directory.resolve("src"));
        Files.writeString(directory.resolve("pom.xml"), "<project/>");
        Path target = directory.resolve("target");
        return new Module(
                name,
                packaging,
                directory,
                target,
                name + "-1",
                target.resolve("classes"),
                List.of(),
                List.of(),
                false);
    }

    private Optional<String> in(String context, List<Module> modules, String dockerfile) throws Exception {
        Image image = Dockerfile.parse(SourceFile.of(root.resolve("Dockerfile"), dockerfile))
                .image(Optional.empty(), Map.of(), NamedContexts.none());
        Process process = new Process(
                image.entrypoint(), image.command(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
        BuildContext directory = BuildContext.of(root.resolve(context).normalize(), Optional.empty());
        Span place = SourceFile.of(root.resolve("Dockerfile"), dockerfile).start();
        Built built = new Built(image, place, Map.of("", directory), Optional.empty());
        return new Modules(() -> modules)
                .in(Optional.of(built), image, process, place)
                .map(Module::artifactId);
    }

    private Optional<String> among(String dockerfile) throws Exception {
        return in(".", List.of(parent, service, worker), dockerfile);
    }

    private Optional<String> alone(String dockerfile) throws Exception {
        return in("service", List.of(parent, service, worker), dockerfile);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY target/*.jar app.jar | service",
                "COPY target/app.jar /opt/app.jar | service",
                "COPY ./target/*.war /usr/local/tomcat/webapps/ROOT.war | service",
                "COPY target/quarkus-app/ /deployments/ | service",
                "COPY target/dependency/BOOT-INF/lib /app/lib | service",
                "COPY target/dependency /app/lib | service",
                "COPY target/classes /app/classes | service",
                "COPY target/{a}*.jar / | service",
                "COPY target/lib/*.jar target/app-1.jar /deployments/ | service",
                "COPY target/*-runner /work/application | ",
                "COPY target/site /usr/share/nginx/html | ",
                "COPY target/classes/static /usr/share/nginx/html | ",
                "COPY build/libs/*.jar app.jar | ",
                "COPY src/main/docker/run.sh / | ",
                "COPY --from=busybox:1 target/app.jar / | ",
                "ADD https://example.org/target/app.jar / | ",
                "COPY [[ / | ",
            })
    void whatIsCopiedFromTheModulesOwnDirectory(String copy, String module) throws Exception {
        assertThat(alone("FROM example/java:17\nWORKDIR /x\n" + copy + "\n")).isEqualTo(Optional.ofNullable(module));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY service/target/*.jar app.jar | service",
                "COPY worker/target/*.jar app.jar | worker",
                "COPY wor*/target/*.jar app.jar | worker",
                "COPY */target/*.jar /app/ | ",
                "COPY target/*.jar app.jar | parent",
                "COPY service/target/a.jar worker/target/b.jar /app/ | ",
            })
    void whatIsCopiedFromTheContextAbove(String copy, String module) throws Exception {
        assertThat(among("FROM example/java:17\nWORKDIR /x\n" + copy + "\n")).isEqualTo(Optional.ofNullable(module));
    }

    @Test
    void anArgumentWithADefault() throws Exception {
        assertThat(alone("FROM example/java\nARG JAR_FILE=target/*.jar\nCOPY ${JAR_FILE} /app.jar\n"))
                .contains("service");
        assertThat(alone("FROM example/java\nARG JAR_FILE\nCOPY ${JAR_FILE} /app.jar\n"))
                .isEmpty();
    }

    @Test
    void layersThatAStageTookApart() throws Exception {
        assertThat(alone("""
                FROM example/java AS builder
                WORKDIR /builder
                ARG JAR_FILE=target/*.jar
                COPY ${JAR_FILE} application.jar
                RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted
                FROM example/java
                WORKDIR /application
                COPY --from=builder /builder/extracted/dependencies/ ./
                COPY --from=builder /builder/extracted/spring-boot-loader/ ./
                COPY --from=builder /builder/extracted/application/ ./
                """)).contains("service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY . . | /app/target/*.jar | service",
                "COPY pom.xml .\\nCOPY src ./src | /app/target/app.jar | service",
                "COPY pom.xml .\\nCOPY src ./src | target/app.jar | ",
                "COPY ./ /app/ | /app/target/quarkus-app/lib/ | service",
                "COPY src src/ | /app/target/*.jar | service",
                "COPY pom.xml /tmp/\\nCOPY src /tmp/src | /tmp/target/*.jar | service",
                "COPY . . | /app/src/main/docker/run.sh | ",
                "COPY . . | /app/extracted/dependencies/ | service",
                "COPY . . | /app/frontend/dist/ | ",
            })
    void aBuildInDocker(String copies, String path, String module) throws Exception {
        assertThat(alone("FROM maven:3 AS build\nWORKDIR /app\n" + copies.replace("\\n", "\n")
                        + "\nRUN mvn package\nFROM example/java\nCOPY --from=build " + path + " /app.jar\n" + JAVA))
                .isEqualTo(Optional.ofNullable(module));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY . . | /app/service/target/*.jar | service",
                "COPY pom.xml .\\nCOPY service/pom.xml service/\\nCOPY service/src service/src | /app/service/target/*.jar"
                        + " | service",
                "COPY service/pom.xml service/src ./ | /app/target/x.jar | service",
                "COPY service . | /app/target/x.jar | service",
                "COPY . . | /app/*/target/*.jar | ",
                "COPY . . | /app.jar | ",
            })
    void aBuildOfSeveralModulesInDocker(String copies, String path, String module) throws Exception {
        assertThat(among("FROM maven:3 AS build\nWORKDIR /app\n" + copies.replace("\\n", "\n")
                        + "\nRUN mvn package\nFROM example/java\nCOPY --from=build " + path + " /app.jar\n" + JAVA))
                .isEqualTo(Optional.ofNullable(module));
    }

    @Test
    void severalStages() throws Exception {
        assertThat(among("""
                FROM maven:3 AS deps
                WORKDIR /build
                COPY pom.xml .
                COPY service/pom.xml service/pom.xml
                FROM deps AS package
                COPY service/src service/src
                RUN mvn package && mv service/target/s.jar service/target/app.jar
                FROM package AS extract
                RUN java -Djarmode=layertools -jar service/target/app.jar extract --destination service/target/extracted
                FROM example/java
                COPY --from=extract build/service/target/extracted/dependencies/ ./
                COPY --from=extract build/service/target/extracted/application/ ./
                """)).contains("service");
        assertThat(among("""
                FROM maven:3 AS build
                COPY . /src
                FROM busybox AS between
                COPY --from=0 /src/worker/target/w.jar /out/app.jar
                FROM example/java
                COPY --from=between /out/app.jar /app.jar
                """)).contains("worker");
    }

    @Test
    void aBuildWhoseResultIsMoved() throws Exception {
        assertThat(alone("""
                FROM maven:3 AS build
                COPY . /src
                RUN mvn package && mv /src/target/x.jar /out.jar
                FROM example/java
                COPY --from=build /out.jar /app.jar
                """ + JAVA)).contains("service");
    }

    @Test
    void sourcesThatAreBuiltAtTheStart() throws Exception {
        String all = "FROM maven:3\nWORKDIR /app\nCOPY . .\n";
        assertThat(alone(all + "CMD mvn spring-boot:run\n")).contains("service");
        assertThat(alone(all + "CMD [\"nginx\"]\n")).isEmpty();
        assertThat(among(all + "CMD java -jar service/target/x.jar\n")).isEmpty();
        assertThat(in(".", List.of(parent, service), all + "CMD java -jar x.jar\n"))
                .contains("service");
    }

    @Test
    void stagesThatCopyFromEachOtherInManyWays() throws Exception {
        StringBuilder stages = new StringBuilder("FROM busybox AS s0\nCOPY . /a\nCOPY . /b\n");
        for (int i = 1; i < 40; i++) {
            stages.append("FROM busybox AS s" + i + "\nCOPY --from=s" + (i - 1) + " /a /b /a/\nCOPY --from=s" + (i - 1)
                    + " /a /b /b/\n");
        }
        stages.append("FROM busybox\nCOPY --from=s39 /a/target/x.jar /b/target/x.jar /\n");
        assertThat(alone(stages.toString())).isEmpty();
    }

    @Test
    void nobodyAsksForModulesWithoutAnImageOfOurs() throws Exception {
        Files.writeString(root.resolve("compose.yaml"), "services: {db: {image: 'postgres:17'}}");
        ProjectSettings settings = ProjectSettings.in(root).withModules(() -> {
            throw new AssertionError("asked");
        });
        assertThat(ProjectLoader.load(settings).containers()).hasSize(1);
    }
}
