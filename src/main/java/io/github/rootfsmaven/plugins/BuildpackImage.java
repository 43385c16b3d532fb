package io.github.rootfsmaven.plugins;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.model.Setting;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Spring Boot's {@code build-image} builds with Cloud Native Buildpacks: the application in {@code /workspace},
 * started by the launcher {@code /cnb/process/web} as a user other than root (Cloud Native Buildpacks, Platform
 * specification, "Run Image"; Spring Boot's Maven plugin, "Packaging OCI Images").
 */
final class BuildpackImage {
    /** A variable of the build that becomes one of the image (Paketo's environment-variables buildpack). */
    private static final Pattern AT_RUN_TIME = Pattern.compile("BPE_(?:DEFAULT_|OVERRIDE_|APPEND_|PREPEND_)?(.+)");

    private BuildpackImage() {}

    static PomImage of(PluginBuild build, Setting configuration) {
        Located<String> name = configuration
                .text("image", "name")
                .or(() -> build.property("spring-boot.build-image.imageName"))
                .orElseGet(() -> Located.literal(
                        "docker.io/library/" + build.module().artifactId() + ":" + build.version(),
                        configuration.text().span()));
        Span place = name.span();
        return PomImage.named(name)
                .user(Optional.of(Located.literal("cnb", place)))
                .in(Optional.of(Located.literal("/workspace", place)))
                .starts(
                        Optional.of(Command.literal(List.of("/cnb/process/web"), false, place)),
                        Optional.of(Command.literal(List.of(), false, place)))
                .with(environment(configuration))
                .copies(build.module().target().resolve("classes").toString(), "/workspace", place)
                .build();
    }

    private static Map<String, Located<String>> environment(Setting configuration) {
        Map<String, Located<String>> environment = new HashMap<>();
        configuration.elements("image", "env").forEach(variable -> {
            Matcher name = AT_RUN_TIME.matcher(variable.name());
            if (name.matches() && !name.group(1).startsWith("DELIM_")) {
                environment.put(name.group(1), variable.text());
            }
        });
        return environment;
    }
}
