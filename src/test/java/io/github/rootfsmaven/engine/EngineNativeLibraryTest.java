package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library of machine code that a Java program unpacks at run time, as snappy, sqlite and netty do. */
@OnEngine(image = RealImages.DEBIAN)
class EngineNativeLibraryTest {
    private static final String UNPACKS = """
            import java.io.InputStream;
            import java.nio.file.*;
            public class Unpacks {
                public static native int answer();
                public static void main(String[] words) throws Exception {
                    Path library = Files.createTempFile("lib", ".so");
                    try (InputStream in = Unpacks.class.getResourceAsStream("/libanswer.so")) {
                        Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
                    }
                    System.load(library.toString());
                    System.out.println(answer());
                }
            }
            """;

    @TempDir
    Path temporary;

    @Test
    @Claim(
            "A JVM cannot load a native library that it unpacked to a tmpfs: noexec, `failed to map segment`; with `exec`,"
                    + " or with java.io.tmpdir on a place that may execute, it can")
    void nativeLibraryNeedsExec() throws Exception {
        Path jar = jar();
        String compose = """
                services:
                  plain: &app
                    image: %s
                    network_mode: none
                    read_only: true
                    tmpfs: ["/tmp:size=16m"]
                    volumes: ["./app.jar:/app.jar:ro"]
                    command: [sleep, infinity]
                  exec:
                    <<: *app
                    tmpfs: ["/tmp:size=16m,exec"]
                  moved:
                    <<: *app
                    tmpfs: ["/tmp:size=16m", "/natives:size=16m,exec"]
                """.formatted(RealImages.DEBIAN);
        try (Stack stack = Stack.of(compose)) {
            Files.copy(jar, stack.directory().resolve("app.jar"));
            stack.up();
            Answer plain = stack.root("plain", "java -jar /app.jar");
            assertThat(plain.succeeded()).isFalse();
            assertThat(plain.said()).contains("UnsatisfiedLinkError", "failed to map segment from shared object");
            assertThat(stack.root("exec", "java -jar /app.jar").out()).isEqualTo("42");
            assertThat(stack.root("moved", "java -Djava.io.tmpdir=/natives -jar /app.jar")
                            .out())
                    .isEqualTo("42");
        }
    }

    private Path jar() throws Exception {
        Path source = Files.writeString(temporary.resolve("Unpacks.java"), UNPACKS);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "--release", "17", "-d", temporary.toString(), source.toString()))
                .isZero();
        Files.writeString(temporary.resolve("answer.c"), """
                int Java_Unpacks_answer(void *environment, void *type) { return 42; }
                """);
        Answer compiled = Docker.host(temporary, "gcc", "-shared", "-fPIC", "-o", "libanswer.so", "answer.c");
        assertThat(compiled.succeeded()).as(compiled.said()).isTrue();
        Path jar = temporary.resolve("app.jar");
        Jars.write(
                jar,
                "Unpacks",
                Map.of(
                        "Unpacks.class", temporary.resolve("Unpacks.class"),
                        "libanswer.so", temporary.resolve("libanswer.so")));
        return jar;
    }

    /** Jar files that can be run. */
    static final class Jars {
        private Jars() {}

        static void write(Path jar, String main, Map<String, Path> entries) throws Exception {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (Map.Entry<String, Path> entry : entries.entrySet()) {
                    out.putNextEntry(new JarEntry(entry.getKey()));
                    out.write(Files.readAllBytes(entry.getValue()));
                }
            }
        }
    }
}
