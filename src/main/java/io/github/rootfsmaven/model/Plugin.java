package io.github.rootfsmaven.model;

import java.util.List;
import java.util.Objects;

/**
 * A plugin of a Maven build that makes or starts containers.
 *
 * @param artifactId what it is called, whoever publishes it
 * @param configurations what it is told: by each execution, which has the plugin's own settings, too, else by the plugin
 */
public record Plugin(String artifactId, List<Setting> configurations) {
    public Plugin {
        Objects.requireNonNull(artifactId);
        configurations = List.copyOf(configurations);
    }
}
