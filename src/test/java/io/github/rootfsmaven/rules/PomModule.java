package io.github.rootfsmaven.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The module that a test's directory is, as a build would have made it, where it has a {@code pom.xml} or {@code src/main}:
 * its classes are compiled, and the dependencies that its POM names are all it has.
 */
final class PomModule {
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>\\s*<groupId>([^<]*)</groupId>\\s*"
            + "<artifactId>([^<]*)</artifactId>\\s*(?:<!-- brings ([^:]*):(\\S*) -->\\s*)?(?:<scope>test</scope>)?");

    private PomModule() {}

    static List<Module> in(Path place) throws Exception {
        Path directory = place.toAbsolutePath().normalize();
        Path pom = directory.resolve("pom.xml");
        if (!Files.exists(pom) && !Files.isDirectory(directory.resolve("src/main"))) {
            return List.of();
        }
        Path target = directory.resolve("target");
        Path resources = directory.resolve("src/main/resources");
        compile(directory.resolve("src/main/java"), target.resolve("classes"));
        return List.of(new Module(
                "app",
                "jar",
                directory,
                target,
                "app-1",
                target.resolve("classes"),
                Files.isDirectory(resources) ? List.of(resources) : List.of(),
                Files.exists(pom) ? dependencies(pom) : List.of(),
                Files.exists(pom)));
    }

    private static List<Module.Dependency> dependencies(Path pom) throws Exception {
        SourceFile file = SourceFile.read(pom);
        List<Module.Dependency> dependencies = new ArrayList<>();
        Matcher dependency = DEPENDENCY.matcher(file.text());
        while (dependency.find()) {
            Optional<Span> place = Optional.of(file.between(dependency.start(2), dependency.end(2)));
            if (!dependency.group().endsWith("</scope>")) {
                dependencies.add(new Module.Dependency(dependency.group(1), dependency.group(2), "1", true, place));
            }
            if (dependency.group(3) != null) {
                dependencies.add(new Module.Dependency(dependency.group(3), dependency.group(4), "1", false, place));
            }
        }
        return dependencies;
    }

    private static void compile(Path sources, Path classes) throws Exception {
        if (!Files.isDirectory(sources)) {
            return;
        }
        Files.createDirectories(classes);
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> arguments = new ArrayList<>(List.of("-g", "-proc:none", "-d", classes.toString()));
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
            assertThat(result).as("the sources in " + sources).isZero();
        }
    }
}
