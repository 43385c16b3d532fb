package io.github.rootfsmaven.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files of a module say, as {@code path by}; {@code ?} stands behind what hangs on something unknown. */
class ModuleWritesTest {
    private static final Span PLACE =
            SourceFile.of(Path.of("/p/compose.yaml"), "services:").start();

    @TempDir
    Path directory;

    private final List<Module.Dependency> dependencies = new ArrayList<>();
    private final Map<String, Located<String>> environment = new HashMap<>();
    private final List<String> words = new ArrayList<>(List.of("java", "-jar", "app.jar"));
    private final List<String> copied = new ArrayList<>();
    private String user = "root";
    private String workingDirectory = "/app";

    @Test
    void aVariableWinsOverAFileAndAnArgumentOverBoth() throws Exception {
        spring();
        resource("application.properties", "logging.file.name=/srv/file.log");
        assertThat(writes()).containsExactly("/srv/file.log logging");
        variable("LOGGING_FILE_NAME", "/srv/variable.log");
        assertThat(writes()).containsExactly("/srv/variable.log logging");
        words.add(1, "-Dlogging.file.name=/srv/option.log");
        assertThat(writes()).containsExactly("/srv/option.log logging");
        words.add("--logging.file.name=/srv/argument.log");
        assertThat(writes()).containsExactly("/srv/argument.log logging");
    }

    @Test
    void aVariablesValueIsNeverShown() throws Exception {
        spring();
        variable("LOGGING_FILE_PATH", "/srv/s3cret");
        variable("SPRING_DATASOURCE_URL", "jdbc:h2:/srv/s3cret;PASSWORD=s3cret");
        variable("JAVA_TOOL_OPTIONS", "-Xmx1g -Dserver.tomcat.basedir=/srv/s3cret/work");
        assertThat(all())
                .extracting(write -> write.path().shown())
                .containsExactlyInAnyOrder(
                        "$LOGGING_FILE_PATH/spring.log", "$SPRING_DATASOURCE_URL", "$JAVA_TOOL_OPTIONS");
        assertThat(all()).extracting(Write::why).noneMatch(why -> why.english().contains("s3cret"));
    }

    @Test
    void filesOfTheActiveProfilesWin() throws Exception {
        spring();
        resource("application.yml", """
                logging.file.name: /srv/base.log
                spring.profiles.group.live: [eu]
                ---
                spring.config.activate.on-profile: "!live & !dev"
                logging.file.name: /srv/plain.log
                ---
                spring: {config: {activate: {on-profile: [dev, test]}}}
                logging.file.name: /srv/document.log
                """);
        resource("application-live.properties", "logging.file.name=/srv/live.log");
        resource("application-eu.yaml", "logging.file.name: /srv/eu.log");
        assertThat(writes()).containsExactly("/srv/plain.log logging");
        variable("SPRING_PROFILES_ACTIVE", "dev");
        assertThat(writes()).containsExactly("/srv/document.log logging");
        variable("SPRING_PROFILES_ACTIVE", "live");
        assertThat(writes()).containsExactly("/srv/eu.log logging");
        variable("SPRING_PROFILES_ACTIVE", "\uE000");
        assertThat(writes()).containsExactly("/srv/plain.log logging?");
    }

    @Test
    void placeholdersHaveDefaults() throws Exception {
        spring();
        resource("application.properties", """
                log.dir=${BASE_DIR:${other.dir:/srv}}/log
                logging.file.name=${log.dir}/${app.name:x}.log
                server.tomcat.basedir=${java.io.tmpdir}/work
                spring.servlet.multipart.location=${unknown}/up
                spring.datasource.url=jdbc:sqlite:@data.dir@/x.db
                """);
        assertThat(writes()).containsExactly("/srv/log/x.log logging", "/tmp server");
        variable("BASE_DIR", "/data");
        variable("APP_NAME", "shop");
        assertThat(writes()).contains("/data/log/shop.log logging");
    }

    /** Spring Boot's parent POM has Maven fill in {@code @name@}, which YAML alone does not allow. */
    @Test
    void whatMavenFillsInIsTakenFromTheClasses() throws Exception {
        spring();
        resource("application.yml", """
                spring.profiles.active: @profile@
                ---
                logging.file.name: logs/@project.artifactId@.log
                """);
        assertThat(writes()).isEmpty();
        Path classes = Files.createDirectories(directory.resolve("target/classes"));
        Files.writeString(classes.resolve("application.yml"), """
                spring.profiles.active: live
                ---
                logging.file.name: logs/shop.log
                """);
        assertThat(writes()).containsExactly("/app/logs/shop.log logging");
        assertThat(all()).allSatisfy(write -> {
            assertThat(write.path().span().file().path()).startsWith(directory.resolve("src"));
            assertThat(write.path().span().startLine()).isEqualTo(3);
        });
    }

    @Test
    void whatMayBringOtherSettingsMakesItUnsure() throws Exception {
        spring();
        resource("application.properties", "logging.file.name=x.log");
        copied.add("/app/app.jar");
        assertThat(writes()).containsExactly("/app/x.log logging");
        copied.add("/app/config/application.yml");
        assertThat(writes()).containsExactly("/app/x.log logging?");
        copied.clear();
        for (String start : List.of("sleep", "/entrypoint.sh", "catalina.sh")) {
            words.clear();
            words.add(start);
            assertThat(writes()).containsExactly("/app/x.log logging?");
        }
        words.clear();
        words.addAll(List.of("sh", "-c", "exec java $OPTIONS -Dlogging.file.name=/srv/y.log -jar app.jar"));
        assertThat(writes()).containsExactly("/srv/y.log logging");
    }

    @Test
    void aRelativePathNeedsAWorkingDirectory() throws Exception {
        spring();
        resource("application.properties", "logging.file.name=logs/x.log");
        workingDirectory = "";
        assertThat(writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./x, /app/x.mv.db",
        "jdbc:h2:file:./data/x;MODE=PostgreSQL, /app/data/x.mv.db",
        "jdbc:h2:nio:/d/x, /d/x.mv.db",
        "jdbc:h2:~/x, /root/x.mv.db",
        "r2dbc:h2:file:///./x, /app/x.mv.db",
        "jdbc:hsqldb:file:x;shutdown=true, /app/x.lck",
        "jdbc:derby:x;create=true, /app/x",
        "jdbc:derby:directory:x, /app/x",
        "jdbc:sqlite:x.db, /app/x.db",
        "jdbc:sqlite:file:/d/x.db?cache=shared, /d/x.db",
    })
    void databasesInFiles(String url, String path) throws Exception {
        spring();
        resource("application.properties", "spring.datasource.url=" + url);
        assertThat(writes()).containsExactly(path + " database");
        assertThat(all()).extracting(Write::kind).containsExactly(Write.Kind.PERSISTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:x",
                "jdbc:h2:tcp://h/~/x",
                "jdbc:h2:ssl://h/./x",
                "jdbc:h2:zip:~/x.zip!/x",
                "jdbc:h2:./x;ACCESS_MODE_DATA=r",
                "r2dbc:h2:mem:///x",
                "jdbc:hsqldb:mem:x",
                "jdbc:hsqldb:hsql://h/x",
                "jdbc:hsqldb:res:x",
                "jdbc:hsqldb:file:x;readonly=true",
                "jdbc:derby:memory:x",
                "jdbc:derby://h/x",
                "jdbc:derby:classpath:x",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x?mode=memory&cache=shared",
                "jdbc:postgresql://h/./x",
                ""
            })
    void databasesElsewhere(String url) throws Exception {
        spring();
        resource("application.properties", "spring.datasource.url=" + url);
        assertThat(writes()).isEmpty();
    }

    @Test
    void theHomeOfAUserIsNotGuessed() throws Exception {
        spring();
        resource("application.properties", "spring.datasource.url=jdbc:h2:~/x");
        user = "app";
        assertThat(writes()).isEmpty();
        user = "";
        assertThat(writes()).containsExactly("/root/x.mv.db database?");
        words.add(1, "-Duser.home=/data");
        assertThat(writes()).containsExactly("/data/x.mv.db database");
    }

    @Test
    void quarkus() throws Exception {
        uses("io.quarkus", "quarkus-arc");
        resource("application.properties", """
                quarkus.log.file.enable=true
                %dev.quarkus.log.file.path=/srv/dev.log
                %prod.quarkus.datasource.jdbc.url=jdbc:h2:file:./data/x
                quarkus.datasource.jdbc.url=jdbc:postgresql://h/x
                quarkus.datasource.users.jdbc.url=jdbc:sqlite:users.db
                quarkus.log.handler.file.audit.enable=true
                quarkus.log.handler.file.audit.path=/srv/audit.log
                quarkus.log.handler.file.off.path=/srv/off.log
                quarkus.http.body.uploads-directory=file-uploads
                logging.file.name=/srv/spring.log
                """);
        assertThat(writes())
                .containsExactlyInAnyOrder(
                        "/app/quarkus.log logging",
                        "/srv/audit.log logging",
                        "/app/file-uploads server",
                        "/app/data/x.mv.db database",
                        "/app/users.db database");
        variable("QUARKUS_PROFILE", "dev");
        assertThat(writes()).contains("/srv/dev.log logging").doesNotContain("/app/data/x.mv.db database");
    }

    @Test
    void micronaut() throws Exception {
        uses("io.micronaut", "micronaut-runtime");
        resource("application.yml", """
                micronaut: {server: {multipart: {location: /srv/up}}}
                datasources: {default: {url: "jdbc:h2:file:./x"}}
                """);
        assertThat(writes()).containsExactly("/app/x.mv.db database");
        variable("MICRONAUT_SERVER_MULTIPART_DISK", "true");
        assertThat(writes()).contains("/srv/up server");
    }

    @Test
    void logbackWithoutSpring() throws Exception {
        uses("ch.qos.logback", "logback-classic");
        resource("logback.xml", """
                <configuration>
                  <property name="DIR" value="${LOG_DIR:-logs}"/>
                  <appender name="A" class="ch.qos.logback.core.FileAppender"><file>${DIR}/a.log</file></appender>
                  <appender name="B" class="ch.qos.logback.core.rolling.RollingFileAppender">
                    <rollingPolicy><fileNamePattern>/srv/b/%d.log</fileNamePattern></rollingPolicy>
                  </appender>
                  <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender"><appender-ref ref="B"/></appender>
                  <appender name="C" class="ch.qos.logback.core.FileAppender"><file>${UNKNOWN}/c.log</file></appender>
                  <appender name="M" class="ch.qos.logback.core.FileAppender"><file>/srv/@name@.log</file></appender>
                  <appender name="D" class="ch.qos.logback.core.FileAppender"><file>/srv/d.log</file></appender>
                  <if condition='isDefined("X")'><then><root><appender-ref ref="D"/></root></then></if>
                  <appender name="E" class="ch.qos.logback.core.FileAppender"><file>/srv/e.log</file></appender>
                  <springProfile name="x"><root><appender-ref ref="E"/></root></springProfile>
                  <root><appender-ref ref="A"/><appender-ref ref="ASYNC"/><appender-ref ref="C"/><appender-ref ref="M"/></root>
                </configuration>
                """);
        assertThat(writes())
                .containsExactlyInAnyOrder("/app/logs/a.log logging", "/srv/b logging", "/srv/d.log logging?");
        assertThat(all()).noneMatch(write -> write.step().orElseThrow().stops());
        variable("LOG_DIR", "/data");
        assertThat(writes()).contains("/data/a.log logging");
    }

    @Test
    void springBootsOwnLogbackFiles() throws Exception {
        spring();
        resource("logback-spring.xml", """
                <configuration>
                  <include resource="org/springframework/boot/logging/logback/base.xml"/>
                </configuration>
                """);
        assertThat(writes()).containsExactly("/tmp logging");
        variable("LOGGING_FILE_NAME", "/srv/x.log");
        assertThat(writes()).containsExactly("/srv/x.log logging");
        variable("LOGGING_CONFIG", "classpath:console.xml");
        resource("console.xml", "<configuration/>");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aKeyOfOldVersionsIsUnsure() throws Exception {
        spring();
        resource("application.properties", "logging.file=/srv/x.log");
        assertThat(writes()).containsExactly("/srv/x.log logging?");
        resource("application.properties", "logging.file=/srv/x.log\nlogging.file.name=/srv/y.log");
        assertThat(writes()).containsExactly("/srv/y.log logging");
    }

    @Test
    void log4jInSpring() throws Exception {
        uses("org.springframework.boot", "spring-boot-starter-log4j2");
        resource("logback-spring.xml", "<configuration/>");
        resource("log4j2-spring.xml", """
                <Configuration>
                  <Appenders>
                    <SpringProfile name="dev"><File name="F" fileName="/srv/dev.log"/></SpringProfile>
                    <SpringProfile name="!dev"><File name="F" fileName="${spring:log.dir}/f.log"/></SpringProfile>
                    <RollingFile name="R" filePattern="logs/$${date:yyyy}/r-%i.log"/>
                    <Appender type="RandomAccessFile" name="A" fileName="${sys:java.io.tmpdir}/a.log"/>
                    <File name="D" fileName="/srv/d.log"/>
                  </Appenders>
                  <Loggers>
                    <Root><AppenderRef ref="F"/><AppenderRef ref="R"/><AppenderRef ref="A"/></Root>
                    <SpringProfile name="dev"><Logger name="x"><AppenderRef ref="D"/></Logger></SpringProfile>
                  </Loggers>
                </Configuration>
                """);
        resource("application.yml", "log.dir: /data");
        assertThat(writes()).containsExactly("/data/f.log logging", "/app/logs logging", "/tmp logging");
        assertThat(all()).noneMatch(write -> write.step().orElseThrow().stops());
    }

    /** Whatever stands in the files: no crash, no hang, and nothing from outside of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<a",
                "<configuration><appender",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><configuration><property name='a' value='&x;'/></configuration>",
                "<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><configuration>&c;</configuration>",
                "<configuration><property name='A' value='${B}${B}'/><property name='B' value='${A}${A}'/>"
                        + "<appender name='F' class='FileAppender'><file>${A}</file></appender>"
                        + "<root><appender-ref ref='F'/></root></configuration>",
                "<configuration><include resource='logback.xml'/></configuration>",
                "a: [&x [*x, *x]]",
                "logging.file.name=${logging.file.name}\\u12",
                "logging.file.name=${a:${b:${c:${logging.file.name}${logging.file.name}}}}",
                "\\",
                "x\\\n\\\n"
            })
    void hostileFiles(String text) throws Exception {
        spring();
        for (String name : List.of("application.yml", "application.properties", "logback.xml", "log4j2.xml")) {
            resource(name, text);
        }
        assertThat(writes()).noneMatch(write -> write.contains("root:"));
        StringBuilder growing = new StringBuilder("logging.file.name=${a0}\n");
        StringBuilder xml = new StringBuilder("<Configuration><Properties>");
        for (int i = 0; i < 10; i++) {
            growing.append("a" + i + "=" + ("${a" + (i + 1) + "}").repeat(500) + "\n");
            xml.append("<Property name='a" + i + "'>" + ("${a" + (i + 1) + "}").repeat(500) + "</Property>");
        }
        resource("application.properties", growing + "a10=/srv");
        resource(
                "log4j2.xml",
                xml + "</Properties><Appenders><File name='F' fileName='${a0}'/></Appenders>"
                        + "<Loggers><Root><AppenderRef ref='F'/></Root></Loggers></Configuration>");
        assertThat(writes()).isEmpty();
        resource("logback.xml", "<a>".repeat(100_000));
        resource("application.yml", "${".repeat(100_000));
        assertThat(writes()).isEmpty();
    }

    /** Compiled classes with some bytes changed are mostly broken, and never more than that. */
    @Test
    void brokenClasses() throws Exception {
        Path classes = Files.createDirectories(directory.resolve("target/classes"));
        byte[] bytes;
        try (var in = FileCalls.class.getResourceAsStream("ModuleWrites.class")) {
            bytes = in.readAllBytes();
        }
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            byte[] broken = bytes.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                ConstantPaths.of(ClassFile.read(broken, any -> true));
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
        Files.write(classes.resolve("A.class"), new byte[] {1, 2, 3});
        assertThat(writes()).isEmpty();
    }

    private void spring() {
        uses("org.springframework.boot", "spring-boot-starter-web");
        uses("ch.qos.logback", "logback-classic");
    }

    private void uses(String group, String artifact) {
        dependencies.add(new Module.Dependency(group, artifact, "1", true, Optional.empty()));
    }

    private void resource(String name, String text) throws IOException {
        Path file = directory.resolve("src/main/resources").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void variable(String name, String value) {
        environment.put(name, Located.literal(value, PLACE));
    }

    private List<String> writes() {
        return all().stream()
                .map(write -> write.path().value() + " "
                        + write.step().orElseThrow().by().name().toLowerCase(Locale.ROOT)
                        + (write.isConditional() ? "?" : ""))
                .toList();
    }

    private List<Write> all() {
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
                Optional.of(Command.literal(words, false, PLACE)),
                Optional.empty(),
                Optional.of(user).filter(name -> !name.isEmpty()).map(name -> Located.literal(name, PLACE)),
                Optional.of(workingDirectory).filter(name -> !name.isEmpty()).map(name -> Located.literal(name, PLACE)),
                environment,
                Optional.empty());
        return ModuleWrites.of(module, process, List.of(), copied, PLACE);
    }
}
