package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Module;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * A Java program that keeps notes with sqlite-jdbc, whose native library it unpacks: a Maven module with its Dockerfile.
 *
 * @param directory the module's
 */
record NotesProgram(Path directory) {
    /** What it says when it could keep its note. */
    static final String DONE = "noted 42";

    /** Makes the module, its program and its Dockerfile. */
    static NotesProgram in(Path directory) throws Exception {
        Path target = Files.createDirectories(directory.resolve("target"));
        Path source = Files.writeString(directory.resolve("Notes.java"), """
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
                        .run(null, null, null, "--release", "17", "-d", directory.toString(), source.toString()))
                .isZero();
        EngineNativeLibraryTest.Jars.write(
                target.resolve("app.jar"), "Notes", Map.of("Notes.class", directory.resolve("Notes.class")));
        copy("org.sqlite.JDBC", target.resolve("sqlite.jar"));
        copy("org.slf4j.Logger", target.resolve("slf4j.jar"));
        Files.writeString(directory.resolve("Dockerfile"), """
                FROM debian:12
                COPY target/app.jar target/sqlite.jar target/slf4j.jar /app/
                CMD ["java", "-cp", "/app/*", "Notes"]
                """);
        return new NotesProgram(directory);
    }

    Module module() {
        return new Module(
                "notes",
                "jar",
                directory,
                directory.resolve("target"),
                "app",
                directory.resolve("target/classes"),
                List.of(),
                List.of(new Module.Dependency("org.xerial", "sqlite-jdbc", "3.47.2.0", true, Optional.empty())),
                true);
    }

    /** The mount that brings the program into {@link #service}. */
    String mount() {
        return "\"" + directory.resolve("target") + ":/app:ro\"";
    }

    /** A service that runs the program where no image of it can be built. */
    static String service() {
        return "command: [java, -cp, \"/app/*\", Notes]\nimage: " + RealImages.DEBIAN + "\n";
    }

    private static void copy(String type, Path jar) throws Exception {
        Path library = Path.of(Class.forName(type, false, NotesProgram.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(library, jar);
    }
}
