package io.github.rootfsmaven.engine;

import static io.github.rootfsmaven.engine.EnginePredictionTest.answers;
import static io.github.rootfsmaven.engine.EnginePredictionTest.compose;
import static io.github.rootfsmaven.engine.EnginePredictionTest.ended;
import static io.github.rootfsmaven.engine.EnginePredictionTest.image;
import static io.github.rootfsmaven.engine.EnginePredictionTest.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.Intention.AddTmpfs;
import io.github.rootfsmaven.harden.Intention.AddVolume;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What harden makes of real programs: as they are they serve; with nothing but a read-only root they are refused at a
 * place that harden has a mount for; with all that harden writes they serve, and root cannot write the root.
 */
@OnEngine(image = RealImages.DEBIAN)
class EngineHardenTest {
    @TempDir
    Path temporary;

    @Test
    @Claim("Hardened by harden, nginx of Debian serves; with `read_only: true` alone it is refused where harden mounts")
    void nginx() throws Exception {
        hardened("""
                FROM debian:12
                RUN apt-get update && apt-get install -y --no-install-recommends nginx-light curl
                CMD ["nginx", "-g", "daemon off;"]
                """, "curl -s http://localhost/", "nginx", true);
    }

    @Test
    @Claim(
            "Hardened by harden, redis of Debian serves and saves; with `read_only: true` alone it is refused where harden"
                    + " mounts")
    void redis() throws Exception {
        hardened("""
                FROM debian:12
                RUN apt-get install -y redis-server
                CMD ["redis-server", "/etc/redis/redis.conf", "--daemonize", "no"]
                """, "redis-cli ping && redis-cli save", "OK", true);
    }

    @Test
    @Claim(
            "Hardened by harden, postgresql of Debian under its own user answers (runc 1.3); with `read_only: true` alone it is"
                    + " refused where harden mounts")
    void postgresql() throws Exception {
        hardened("""
                FROM debian:12
                RUN apt-get install -y postgresql
                USER postgres
                CMD ["/usr/lib/postgresql/15/bin/postgres", "-D", "/var/lib/postgresql/15/main", \
                     "-c", "config_file=/etc/postgresql/15/main/postgresql.conf"]
                """, "psql -h /run/postgresql -c 'select 41 + 1'", "42", Engine.runcIsAtLeast(1, 3));
    }

    @Test
    @Claim(
            "Hardened by harden, tomcat of Debian serves; with `read_only: true` alone it is refused where harden mounts")
    void tomcat() throws Exception {
        hardened(
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
            "Hardened by harden, a Java program with sqlite-jdbc keeps its notes: its library runs from a tmpfs with `exec`")
    void javaWithANativeLibrary() throws Exception {
        Files.createDirectories(temporary.resolve("target"));
        Path jar = EnginePredictionTest.notes(temporary, temporary.resolve("target/app.jar"));
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
        String libraries = "volumes: [\"" + jar.getParent() + ":/app:ro\", \"data:/data\"]\n"
                + "command: [java, -cp, \"/app/*\", Notes]\nimage: " + RealImages.DEBIAN + "\n";
        Files.writeString(
                temporary.resolve("compose.yaml"),
                compose("build: .\nvolumes: [\"data:/data\"]\n", "", "volumes: {data: }\n"));
        List<Plan> plans = harden(temporary, List.of(module));
        assertThat(plans.get(0).questions()).isEmpty();
        String hardened = Files.readString(temporary.resolve("compose.yaml"));
        assertThat(hardened).contains("/tmp:size=64m,exec,mode=1777");
        try (Stack stack = Stack.up(compose(libraries, "", "volumes: {data: }\n"))) {
            ended(stack);
            assertThat(stack.logs("app")).contains("noted 42");
        }
        try (Stack stack = Stack.up(compose(libraries, "read_only: true\n", "volumes: {data: }\n"))) {
            ended(stack);
            assertThat(stack.logs("app")).contains("No native library found").doesNotContain("noted 42");
        }
        String runs =
                hardened.replace("    build: .\n", "").replace("    volumes: [\"data:/data\"]\n", libraries.indent(4));
        try (Stack stack = Stack.up(runs)) {
            ended(stack);
            assertThat(stack.logs("app")).contains("noted 42");
        }
    }

    @Test
    @Claim(
            "Hardened by harden, examples/memo-api without any hardening serves /health and POST /memo, and root gets EROFS"
                    + " on its program")
    void memo() throws Exception {
        // that a read-only root alone is not enough for it: EngineHandbookTest
        MemoService memo = EngineHandbookTest.JAVA;
        try (Stack stack = memo.started(directory -> {}, EngineHandbookTest.jar(temporary))) {
            assertThat(stack.own("api", memo.post()).out()).contains("\"saved\":true");
            assertThat(stack.root("api", "echo x >>" + memo.program()).readOnly())
                    .isFalse();
        }
        try (Stack stack = memo.started(
                directory -> assertThat(harden(directory, List.of()).get(0).questions())
                        .isEmpty(),
                EngineHandbookTest.jar(temporary))) {
            assertThat(stack.own("api", memo.post()).out()).contains("\"saved\":true");
            assertThat(stack.root("api", "echo x >>" + memo.program()).readOnly())
                    .isTrue();
        }
    }

    /**
     * A program before and after.
     *
     * @param modeWorks whether this runc honours {@code mode} over a directory of the image, where only the image knows who
     *     the user's name is
     */
    private void hardened(String dockerfile, String request, String answer, boolean modeWorks, String... tolerated)
            throws Exception {
        Files.writeString(temporary.resolve("Dockerfile"), dockerfile);
        Path compose = Files.writeString(temporary.resolve("compose.yaml"), compose("build: .", "", ""));
        Plan plan = harden(temporary, List.of()).get(0);
        assertThat(plan.questions()).isEmpty();
        List<String> mounted = plan.intentions().stream()
                .flatMap(intention -> intention instanceof AddTmpfs add
                        ? Stream.of(add.tmpfs().path())
                        : intention instanceof AddVolume add ? Stream.of(add.path()) : Stream.empty())
                .toList();
        String plain = "image: " + image(dockerfile) + "\n";
        try (Stack stack = Stack.up(compose(plain, "", ""))) {
            answers(stack, request, answer);
        }
        try (Stack stack = Stack.up(compose(plain, "read_only: true\n", ""))) {
            assertThat(Deadline.reached(
                            EnginePredictionTest.PATIENCE,
                            () -> !running(stack) || stack.logs("app").contains("Read-only file system")))
                    .as(stack.logs("app"))
                    .isTrue();
            Matcher refused = EnginePredictionTest.REFUSED.matcher(stack.logs("app"));
            while (refused.find()) {
                String path = refused.group(1).replace("/var/lib/tomcat10/logs", "/var/log/tomcat10");
                assertThat(mounted.stream().anyMatch(place -> Paths.isWithin(Paths.canonical(path), place))
                                || Stream.of(tolerated).anyMatch(path::startsWith))
                        .as(path + " is in none of " + mounted)
                        .isTrue();
            }
        }
        if (!modeWorks) {
            return;
        }
        String image = "image: " + image(Files.readString(temporary.resolve("Dockerfile")));
        try (Stack stack = Stack.up(Files.readString(compose).replace("build: .", image))) {
            answers(stack, request, answer);
            assertThat(stack.root("app", "echo x >/usr/x").readOnly()).isTrue();
        }
    }

    /** Hardens a directory in place. */
    private static List<Plan> harden(Path directory, List<Module> modules) throws Exception {
        ProjectSettings settings = ProjectSettings.in(directory).withModules(() -> modules);
        List<Plan> plans = Plan.of(
                ProjectLoader.load(settings),
                KnownImages.bundled(),
                Rules.all(),
                List.of("data", "memo-data"),
                HardenSettings.standard());
        FileEdits edits = FileEdits.of(plans, true);
        for (FileEdits.Rewritten file : edits.files()) {
            Files.writeString(file.file().path(), file.text());
        }
        return edits.plans();
    }
}
