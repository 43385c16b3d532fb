package io.github.rootfsmaven.rules;

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

/** The module that a {@code pom.xml} in a test's directory makes of it, as if Maven had resolved it. */
final class PomModule {
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>\\s*<groupId>([^<]*)</groupId>\\s*"
            + "<artifactId>([^<]*)</artifactId>\\s*(?:<!-- brings ([^:]*):(\\S*) -->\\s*)?(?:<scope>test</scope>)?");

    private PomModule() {}

    static List<Module> in(Path directory) throws Exception {
        Path pom = directory.resolve("pom.xml");
        if (!Files.exists(pom)) {
            return List.of();
        }
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
        Path target = directory.resolve("target");
        return List.of(new Module(
                "app", "jar", directory, target, "app-1", target.resolve("classes"), List.of(), dependencies, true));
    }
}
