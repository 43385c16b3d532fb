package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.model.Plugin;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.model.Setting;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The modules of a session whose plugins make images or start containers. Only they are looked at, and only when somebody
 * asks.
 */
final class PluginBuilds implements Supplier<List<PluginBuild>> {
    private static final Set<String> PLUGINS =
            Set.of("jib-maven-plugin", "spring-boot-maven-plugin", "docker-maven-plugin");
    private static final String QUARKUS = "quarkus-container-image-";

    /** Properties that such plugins and extensions take instead of settings. */
    private static final List<String> PROPERTIES =
            List.of("image", "jib.", "spring-boot.build-image.", "quarkus.container-image.", "quarkus.jib.");

    private final MavenSession session;
    private final MavenProject current;
    private final SessionModules modules;
    private List<PluginBuild> builds;

    PluginBuilds(MavenSession session, MavenProject current, SessionModules modules) {
        this.session = session;
        this.current = current;
        this.modules = modules;
    }

    @Override
    public synchronized List<PluginBuild> get() {
        if (builds == null) {
            PomPlaces places = new PomPlaces(Path.of(session.getExecutionRootDirectory()));
            builds = session.getProjects().stream()
                    .filter(project -> project.getFile() != null && makesContainers(project))
                    .sorted(Comparator.comparing(project -> project != current))
                    .flatMap(project -> places.start(project).map(start -> build(project, places, start)).stream())
                    .toList();
        }
        return builds;
    }

    private static boolean makesContainers(MavenProject project) {
        return project.getBuildPlugins().stream().anyMatch(plugin -> PLUGINS.contains(plugin.getArtifactId()))
                || project.getDependencies().stream()
                        .anyMatch(dependency -> dependency.getArtifactId().startsWith(QUARKUS));
    }

    private PluginBuild build(MavenProject project, PomPlaces places, Span start) {
        Map<String, Located<String>> properties = new HashMap<>();
        Stream.of(project.getProperties(), session.getUserProperties())
                .map(Properties::stringPropertyNames)
                .flatMap(Set::stream)
                .filter(name -> PROPERTIES.stream()
                        .anyMatch(known -> known.endsWith(".") ? name.startsWith(known) : name.equals(known)))
                .forEach(name -> properties.put(
                        name,
                        new Located<>(
                                session.getUserProperties()
                                        .getProperty(
                                                name, project.getProperties().getProperty(name)),
                                "${" + name + "}",
                                start,
                                Located.Origin.INTERPOLATED)));
        List<Plugin> plugins = project.getBuildPlugins().stream()
                .filter(plugin -> PLUGINS.contains(plugin.getArtifactId()))
                .map(plugin -> new Plugin(
                        plugin.getArtifactId(),
                        configurations(plugin)
                                .map(dom ->
                                        setting(dom, places, places.of(plugin).orElse(start)))
                                .toList()))
                .toList();
        return new PluginBuild(modules.module(project, places), project.getVersion(), plugins, properties);
    }

    /** Maven merges the plugin's own settings into those of each execution. */
    private static Stream<Xpp3Dom> configurations(org.apache.maven.model.Plugin plugin) {
        List<Xpp3Dom> ofExecutions = plugin.getExecutions().stream()
                .map(PluginExecution::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast)
                .distinct()
                .toList();
        if (!ofExecutions.isEmpty()) {
            return ofExecutions.stream();
        }
        return Stream.of(plugin.getConfiguration() instanceof Xpp3Dom own ? own : new Xpp3Dom("configuration"));
    }

    private static Setting setting(Xpp3Dom element, PomPlaces places, Span parent) {
        String value = element.getValue() == null ? "" : element.getValue().strip();
        Located<String> text = places.text(element, value, parent);
        return new Setting(
                element.getName(),
                text,
                Arrays.stream(element.getChildren())
                        .map(child -> setting(child, places, text.span()))
                        .toList());
    }
}
