package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.model.Module;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the plugin says of real programs before they run, against what they do: every path that a writable container
 * changes was told of, the path at which a read-only one fails was warned of, and with mounts on exactly the places that
 * were warned of it serves.
 */
@OnEngine(image = RealImages.DEBIAN)
class EnginePredictionTest {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final Pattern REFUSED =
            Pattern.compile("[\"'\\[ ](/[^\"'\\]() :]+)[^\\n]{0,40}?(?:30: )?Read-only file system");

    @TempDir
    Path temporary;

    @Test
    @Claim("Predicted and seen, nginx of Debian: what it writes, where it dies, and that it serves with those places")
    void nginx() throws Exception {
        predicted("""
                FROM debian:12
                RUN apt-get update && apt-get install -y --no-install-recommends nginx-light curl
                CMD ["nginx", "-g", "daemon off;"]
                """, "curl -s http://localhost/", "nginx", true);
    }

    @Test
    @Claim("Predicted and seen, redis of Debian with its configuration: what it writes, where it dies, where it serves")
    void redis() throws Exception {
        predicted("""
                FROM debian:12
                RUN apt-get install -y redis-server
                CMD ["redis-server", "/etc/redis/redis.conf", "--daemonize", "no"]
                """, "redis-cli ping && redis-cli save", "OK", true);
    }

    @Test
    @Claim(
            "Predicted and seen, postgresql of Debian: what it writes, where it dies, and that it serves with those places")
    void postgresql() throws Exception {
        predicted("""
                FROM debian:12
                RUN apt-get install -y postgresql
                USER postgres
                CMD ["/usr/lib/postgresql/15/bin/postgres", "-D", "/var/lib/postgresql/15/main", \
                     "-c", "config_file=/etc/postgresql/15/main/postgresql.conf"]
                """, "psql -h /run/postgresql -c 'select 41 + 1'", "42", Engine.runcIsAtLeast(1, 3));
    }

    /** It goes on without its deployment descriptors' directory, which nobody writes. */
    @Test
    @Claim(
            "Predicted and seen, tomcat of Debian: what it writes and where it is refused, and that it serves with those places")
    void tomcat() throws Exception {
        predicted(
                """
                FROM debian:12
                RUN apt-get install -y tomcat10 curl
                ENV CATALINA_HOME=/usr/share/tomcat10 CATALINA_BASE=/var/lib/tomcat10 CATALINA_TMPDIR=/tmp
                CMD ["/usr/share/tomcat10/bin/catalina.sh", "run"]
                """,
                "curl -s -o /dev/null -w '%{http_code}' http://localhost:8080/",
                "200",
                true,
                "/etc/tomcat10/Catalina");
    }

    @Test
    @Claim(
            "Predicted and seen, a Java program with sqlite-jdbc: without a place for its native library it fails, on a tmpfs"
                    + " without `exec`, too; with `exec` it answers")
    void javaWithANativeLibrary() throws Exception {
        Files.createDirectories(temporary.resolve("target"));
        Path jar = notes(temporary, temporary.resolve("target/app.jar"));
        Files.writeString(temporary.resolve("Dockerfile"), """
                FROM debian:12
                COPY target/app.jar target/sqlite.jar target/slf4j.jar /app/
                CMD ["java", "-cp", "/app/*", "Notes"]
                """);
        Module module = new Module(
                "notes",
                "jar",
                temporary,
                temporary.resolve("target"),
                "app",
                temporary.resolve("target/classes"),
                List.of(),
                List.of(new Module.Dependency("org.xerial", "sqlite-jdbc", "3.47.2.0", true, Optional.empty())),
                true);
        String mounts = "read_only: true\ntmpfs: [\"/tmp:size=64m\", \"/data:size=1m\"]\n";
        Files.writeString(temporary.resolve("compose.yaml"), compose("build: .", mounts, ""));
        Prediction prediction = Prediction.of(temporary, List.of(module));
        assertThat(prediction.report().findings())
                .extracting(finding -> finding.finding().rule())
                .contains("native-library-needs-exec-tmp");
        assertThat(prediction.writes())
                .extracting(write -> write.path().value())
                .contains("/tmp");

        String libraries = "volumes: [\"" + jar.getParent() + ":/app:ro\"]\n"
                + "command: [java, -cp, \"/app/*\", Notes]\nimage: " + RealImages.DEBIAN + "\n";
        try (Stack stack = Stack.up(compose(libraries, mounts, ""))) {
            ended(stack);
            assertThat(stack.logs("app")).contains("No native library found").doesNotContain("noted 42");
        }
        try (Stack stack = Stack.up(compose(libraries, mounts.replace("/tmp:", "/tmp:exec,"), ""))) {
            ended(stack);
            assertThat(stack.logs("app")).contains("noted 42");
        }
        try (Stack stack = Stack.up(compose(libraries, "read_only: true\n", ""))) {
            ended(stack);
            assertThat(stack.logs("app")).contains("'/data' does not exist").doesNotContain("noted 42");
        }
    }

    private void predicted(
            String dockerfile, String request, String answer, boolean everybodysDirectoriesWork, String... tolerated)
            throws Exception {
        Files.writeString(temporary.resolve("Dockerfile"), dockerfile);
        Files.writeString(temporary.resolve("compose.yaml"), compose("build: .", "read_only: true\n", ""));
        Prediction prediction = Prediction.of(temporary, List.of());
        assertThat(prediction.report().containers().get(0).verdict()).isEqualTo(Verdict.BREAKS);
        String image = "image: " + image(dockerfile) + "\n";

        try (Stack stack = Stack.up(compose(image, "", ""))) {
            answers(stack, request, answer);
            assertThat(changed(stack))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(prediction.tells(path)
                                    || Stream.of(tolerated).anyMatch(path::startsWith))
                            .as(path + " is not told of: " + prediction.all())
                            .isTrue());
        }
        try (Stack stack = Stack.up(compose(image, "read_only: true\n", ""))) {
            assertThat(Deadline.reached(
                            PATIENCE, () -> !running(stack) || stack.logs("app").contains("Read-only file system")))
                    .as(stack.logs("app"))
                    .isTrue();
            Matcher refused = REFUSED.matcher(stack.logs("app"));
            while (refused.find()) {
                String path = refused.group(1).replace("/var/lib/tomcat10/logs", "/var/log/tomcat10");
                assertThat(prediction.warns(path) || Stream.of(tolerated).anyMatch(path::startsWith))
                        .as(path + " is not warned of")
                        .isTrue();
            }
        }
        if (everybodysDirectoriesWork) {
            try (Stack stack =
                    Stack.up(compose(image, "read_only: true\n" + prediction.mounts(), prediction.volumes()))) {
                answers(stack, request, answer);
            }
        }
    }

    static String compose(String source, String mounts, String end) {
        return "services:\n  app:\n    network_mode: none\n" + source.indent(4) + mounts.indent(4) + end;
    }

    /** The same image from what is at hand here: everything in the Dockerfile but the packages, which are installed. */
    static String image(String dockerfile) {
        String name = "rootfs-test/predicted:" + Integer.toHexString(dockerfile.hashCode());
        String text = dockerfile
                .replace("FROM debian:12", "FROM " + RealImages.DEBIAN)
                .replaceAll("(?m)^RUN apt-get.*\\R", "");
        Answer built = Docker.run(Path.of("."), text, "build", "-q", "-t", name, "-");
        assertThat(built.succeeded()).as(built.said()).isTrue();
        return name;
    }

    /** Files and new directories, without the directories that changed only because of them. */
    private static List<String> changed(Stack stack) {
        List<String> all = Docker.run("diff", stack.container("app"))
                .out()
                .lines()
                .filter(line -> !line.startsWith("D "))
                .map(line -> line.substring(2))
                .toList();
        return all.stream()
                .filter(path -> all.stream().noneMatch(other -> other.startsWith(path + "/")))
                .toList();
    }

    static void answers(Stack stack, String request, String answer) {
        assertThat(Deadline.reached(
                        PATIENCE, () -> stack.own("app", request).out().contains(answer)))
                .as(() -> stack.own("app", request).said() + stack.logs("app"))
                .isTrue();
    }

    static void ended(Stack stack) {
        assertThat(Deadline.reached(PATIENCE, () -> !running(stack)))
                .as(stack.logs("app"))
                .isTrue();
    }

    static boolean running(Stack stack) {
        return Docker.run("inspect", "--format", "{{.State.Running}}", stack.container("app"))
                .out()
                .equals("true");
    }

    /** A program that keeps notes in SQLite, with its libraries beside it. */
    static Path notes(Path temporary, Path jar) throws Exception {
        Path source = Files.writeString(temporary.resolve("Notes.java"), """
                import java.sql.*;
                public class Notes {
                    public static void main(String[] words) throws Exception {
                        try (Connection db = DriverManager.getConnection("jdbc:sqlite:/data/notes.db");
                                Statement statement = db.createStatement()) {
                            statement.executeUpdate("create table note (text integer)");
                            statement.executeUpdate("insert into note values (42)");
                            ResultSet all = statement.executeQuery("select text from note");
                            System.out.println("noted " + all.getInt(1));
                        }
                    }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "--release", "17", "-d", temporary.toString(), source.toString()))
                .isZero();
        EngineNativeLibraryTest.Jars.write(jar, "Notes", Map.of("Notes.class", temporary.resolve("Notes.class")));
        copy("org.sqlite.JDBC", jar.resolveSibling("sqlite.jar"));
        copy("org.slf4j.Logger", jar.resolveSibling("slf4j.jar"));
        return jar;
    }

    private static void copy(String type, Path jar) throws Exception {
        Path library = Path.of(Class.forName(type, false, EnginePredictionTest.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(library, jar);
    }
}
