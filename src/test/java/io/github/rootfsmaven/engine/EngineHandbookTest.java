package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rootfsmaven.engine.EngineNativeLibraryTest.Jars;
import io.github.rootfsmaven.engine.MemoService.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hands-on service, built and run: hardened it serves, and each mistake shows as the handbook says. */
@OnEngine(image = RealImages.DEBIAN)
class EngineHandbookTest {
    /** The stage with Maven and the base image, neither of which can be had without a registry. */
    static final MemoService JAVA = new MemoService(
            Path.of("examples/memo-api"),
            """
            services:
              api:
                ports: !reset []
                network_mode: none
                build:
                  additional_contexts:
                    build: ./built
                    "eclipse-temurin:17-jre": docker-image://%s
            """.formatted(RealImages.DEBIAN),
            "/app/memo-api.jar",
            "curl -s http://localhost:3000/health",
            "curl -s -d '{\"text\":\"hello\"}' http://localhost:3000/memo");

    private static final MemoService NODE = new MemoService(
            Path.of("src/test/resources/engine/memo-node"),
            "services:\n  api:\n    network_mode: none\n",
            "/app/server.js",
            "wget -qO- http://localhost:3000/health",
            "wget -qO- --post-data '{\"text\":\"hello\"}' http://localhost:3000/memo");

    @TempDir
    Path temporary;

    @Test
    @Claim(
            "examples/memo-api (Java), hardened: serves /health and POST /memo, and root gets EROFS on its program; without"
                    + " a tmpfs POST /memo fails")
    void javaForm() throws Exception {
        replayed(JAVA, jar(temporary));
    }

    @Test
    @Claim("The same service for Node.js, hardened: serves /health and POST /memo, and root gets EROFS on its program;"
            + " without a tmpfs POST /memo fails")
    void nodeForm() throws Exception {
        assumeTrue(Docker.run("image", "inspect", RealImages.NODE).succeeded(), "there is no Node.js on this machine");
        replayed(NODE);
    }

    @Test
    void checkSaysSoBeforeAnythingRuns() throws Exception {
        assertThat(JAVA.findings(Mistake.NONE)).isEmpty();
        assertThat(JAVA.findings(Mistake.NO_READ_ONLY)).containsExactly("writable-rootfs");
        assertThat(JAVA.findings(Mistake.NO_TMPFS)).containsExactly("missing-tmp");
        assertThat(NODE.findings(Mistake.NO_READ_ONLY)).containsExactly("writable-rootfs");
    }

    private static void replayed(MemoService service, Path... files) throws Exception {
        try (Stack stack = service.started(Mistake.NONE, files)) {
            assertThat(stack.own("api", service.post()).out()).contains("\"saved\":true");
            assertThat(stack.root("api", "cat /data/memo.txt").out()).isEqualTo("hello");
            assertThat(stack.root("api", "echo x >>" + service.program()).readOnly())
                    .isTrue();
        }
        try (Stack stack = service.started(Mistake.NO_TMPFS, files)) {
            assertThat(stack.own("api", service.post()).out()).doesNotContain("\"saved\":true");
            assertThat(stack.logs("api").toLowerCase(java.util.Locale.ROOT)).contains("read-only file system");
        }
        try (Stack stack = service.started(Mistake.NO_READ_ONLY, files)) {
            assertThat(stack.root("api", "echo x >>" + service.program()).succeeded())
                    .as("without read_only the program can be changed")
                    .isTrue();
        }
    }

    static Path jar(Path temporary) throws Exception {
        Path classes = temporary.resolve("classes");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "--release",
                                "17",
                                "-d",
                                classes.toString(),
                                "examples/memo-api/src/main/java/memo/MemoApi.java"))
                .isZero();
        Path jar = temporary.resolve("memo-api.jar");
        try (Stream<Path> files = Files.walk(classes)) {
            Map<String, Path> entries = files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> classes.relativize(file).toString().replace('\\', '/'), file -> file));
            Jars.write(jar, "memo.MemoApi", entries);
        }
        return jar;
    }
}
