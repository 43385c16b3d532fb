package io.github.rootfsmaven.plugins;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Quarkus builds with {@code quarkus-container-image-jib} or {@code -docker} (quarkus.io, guide "Container Images"):
 * {@code [registry/]group/name:tag}, where the group is the name of the user who builds, if none is set.
 */
final class QuarkusImage {
    private static final String PREFIX = "quarkus.container-image.";
    private static final String EXTENSION = "quarkus-container-image-";

    private QuarkusImage() {}

    static Optional<PomImage> of(PluginBuild build) {
        return build.module().dependencies().stream()
                .filter(dependency -> dependency.artifactId().startsWith(EXTENSION))
                .findFirst()
                .flatMap(extension -> extension
                        .declared()
                        .map(place -> image(build, extension.artifactId().substring(EXTENSION.length()), place)));
    }

    private static PomImage image(PluginBuild build, String builder, Span place) {
        Located<String> name = property(build, PREFIX + "image").orElseGet(() -> {
            Optional<Located<String>> own = property(build, PREFIX + "name");
            String group =
                    property(build, PREFIX + "group").map(Located::value).orElse(String.valueOf(Text.UNRESOLVED));
            return Located.literal(
                    group + "/" + own.map(Located::value).orElse(build.module().artifactId()) + ":" + Text.UNRESOLVED,
                    own.map(Located::span).orElse(place));
        });
        Path dockerfile = build.module().directory().resolve("src/main/docker/Dockerfile.jvm");
        if (builder.equals("docker") || builder.equals("podman")) {
            return PomImage.named(name)
                    .by(Optional.of(dockerfile).filter(Files::isRegularFile))
                    .build();
        }
        PomImage.Builder image = PomImage.named(name);
        return builder.equals("jib") ? jib(image, build, place).build() : image.build();
    }

    /** Its defaults: {@code quarkus.jib.working-directory} is {@code /home/jboss}, the program {@code quarkus-run.jar}. */
    private static PomImage.Builder jib(PomImage.Builder image, PluginBuild build, Span place) {
        String directory = property(build, "quarkus.jib.working-directory")
                .map(Located::value)
                .orElse("/home/jboss");
        return image.on(property(build, "quarkus.jib.base-jvm-image").map(Located::value))
                .user(property(build, "quarkus.jib.user"))
                .in(Optional.of(Located.literal(directory, place)))
                .starts(
                        Optional.of(Command.literal(List.of("java", "-jar", "quarkus-run.jar"), false, place)),
                        Optional.empty())
                .copies(build.module().target().resolve("quarkus-app").toString(), directory, place);
    }

    /** The line of the application's own properties, else a property of the POM or of Maven's command line. */
    private static Optional<Located<String>> property(PluginBuild build, String key) {
        Optional<Located<String>> given = build.property(key);
        return given.isPresent()
                ? given
                : build.module().resources().stream()
                        .flatMap(directory -> line(directory, key).stream())
                        .findFirst();
    }

    private static Optional<Located<String>> line(Path directory, String key) {
        try {
            Path path = directory.resolve("application.properties");
            if (!path.toRealPath().startsWith(directory.toRealPath())) {
                return Optional.empty();
            }
            SourceFile file = SourceFile.read(path);
            for (int line = 1; line <= file.lineCount(); line++) {
                String[] parts = file.line(line).split("=", 2);
                if (parts.length == 2 && parts[0].strip().equals(key)) {
                    String value = parts[1].strip().replaceAll("\\$\\{[^}]*}", String.valueOf(Text.UNRESOLVED));
                    return Optional.of(Located.literal(value, file.lineSpan(line)));
                }
            }
        } catch (IOException | InvalidInput unreadable) {
            // then nothing is known of it
        }
        return Optional.empty();
    }
}
