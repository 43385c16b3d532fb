package io.github.rootfsmaven.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.app.Tries;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of a module with mistakes that nobody would make say something or nothing; the profile {@code fuzz} tries more. */
@Timeout(3600)
class AnyModuleTest {
    private static final String SETTINGS = """
            logging.file.name=${log.dir:/srv}/x.log
            spring.profiles.active=dev
            spring.datasource.url=jdbc:h2:file:${BASE_DIR:./}data;MODE=x
            server.tomcat.basedir = /work \\
              /more
            quarkus.log.file.enable: true
            quarkus.log.file.path=/a\\u0041.log
            """;

    private static final String DOCUMENTS = """
            logging: {file: {name: "${LOG:-/srv}/x.log", path: /y}}
            spring: {config: {activate: {on-profile: "!live | (a & b)"}}, datasource: {url: "jdbc:sqlite:x.db"}}
            ---
            spring.profiles.group.live: [eu]
            micronaut.server.multipart.location: /up
            """;

    private static final String LOGBACK = """
            <configuration><property name="A" value="${B:-/srv}"/><include resource="logback.xml"/>
            <appender name="F" class="ch.qos.logback.core.FileAppender"><file>${A}/x.log</file></appender>
            <if condition='isDefined("A")'><then><root><appender-ref ref="F"/></root></then></if>
            <root><appender-ref ref="F"/></root></configuration>
            """;

    private static final String LOG4J = """
            <Configuration><Properties><Property name="a">${sys:b:-/srv}</Property></Properties><Appenders>
            <RollingFile name="F" fileName="/srv/x.log" filePattern="x"/>
            <File name="G" fileName="${a}/${env:X}/x.log"/></Appenders>
            <Loggers><Root><AppenderRef ref="F"/><AppenderRef ref="G"/></Root></Loggers></Configuration>
            """;

    private static final Span PLACE =
            SourceFile.of(Path.of("/p/compose.yaml"), "services:").start();

    @TempDir
    Path directory;

    @Test
    void properties() throws IOException {
        tried("application.properties", SETTINGS);
    }

    @Test
    void documents() throws IOException {
        tried("application.yml", DOCUMENTS);
    }

    @Test
    void logback() throws IOException {
        tried("logback.xml", LOGBACK);
    }

    @Test
    void log4j() throws IOException {
        tried("log4j2.xml", LOG4J);
    }

    private void tried(String name, String seed) throws IOException {
        Path file =
                Files.createDirectories(directory.resolve("src/main/resources")).resolve(name);
        Files.writeString(file, seed);
        boolean settings = name.startsWith("application");
        List<String> libraries = settings
                ? List.of(
                        "org.springframework.boot:spring-boot-starter-web",
                        "com.h2database:h2",
                        "org.xerial:sqlite-jdbc")
                : List.of(
                        name.startsWith("log4j")
                                ? "org.apache.logging.log4j:log4j-core"
                                : "ch.qos.logback:logback-classic");
        List<Module.Dependency> dependencies = libraries.stream()
                .map(coordinates -> coordinates.split(":"))
                .map(parts -> new Module.Dependency(parts[0], parts[1], "1", true, Optional.empty()))
                .toList();
        Module module = new Module(
                "app",
                "jar",
                directory,
                directory.resolve("target"),
                "app",
                directory.resolve("target/classes"),
                List.of(directory.resolve("src/main/resources")),
                dependencies,
                true);
        Process process = new Process(
                Optional.of(Command.literal(List.of("java", "-jar", "app.jar"), false, PLACE)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Located.literal("/app", PLACE)),
                Map.of("BASE_DIR", Located.literal("/data", PLACE)),
                Optional.empty());
        assertThat(ModuleWrites.of(module, process, List.of(), List.of(), PLACE))
                .as(name)
                .isNotEmpty();
        Tries.of(name, Tries.MANY, List.of(seed), text -> {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            ModuleWrites.of(module, process, List.of(), List.of(), PLACE)
                    .forEach(write -> write.path().span().text());
        });
    }
}
