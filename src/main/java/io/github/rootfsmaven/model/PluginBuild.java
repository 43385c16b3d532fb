package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A module of the Maven build whose plugins make images or start containers.
 *
 * @param version the module's
 * @param plugins those plugins
 * @param properties what the POM and Maven's command line tell them by properties
 */
public record PluginBuild(
        Module module, String version, List<Plugin> plugins, Map<String, Located<String>> properties) {
    public PluginBuild {
        Objects.requireNonNull(module);
        Objects.requireNonNull(version);
        plugins = List.copyOf(plugins);
        properties = Map.copyOf(properties);
    }

    /** A property, if it is set. */
    public Optional<Located<String>> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }
}
