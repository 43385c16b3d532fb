package io.github.rootfsmaven.plugins;

import io.github.rootfsmaven.model.Plugin;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** The images that the plugins of a module build. */
public final class PomImages {
    private PomImages() {}

    /** All of them, in the order of the plugins. */
    public static List<PomImage> of(PluginBuild build) {
        List<PomImage> images = new ArrayList<>(QuarkusImage.of(build).stream().toList());
        for (Plugin plugin : build.plugins()) {
            for (Setting configuration : plugin.configurations()) {
                switch (plugin.artifactId()) {
                    case "jib-maven-plugin" -> JibImage.of(build, configuration).ifPresent(images::add);
                    case "spring-boot-maven-plugin" -> images.add(BuildpackImage.of(build, configuration));
                    case DockerMavenPlugin.NAME -> images.addAll(DockerMavenPlugin.images(build, configuration));
                    default -> {
                        // makes no image
                    }
                }
            }
        }
        return List.copyOf(images);
    }
}
