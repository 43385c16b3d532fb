package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.PluginBuild;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which files to read, and with which variables.
 *
 * @param directory where to look: the Maven module's directory, or the current one without a POM; absolute
 * @param search how far to look upwards for a Compose file if there is none in {@code directory}
 * @param composeFiles one Compose project from these files in this order, absolute; empty for discovery
 * @param composeProjects patterns of Compose files that are a project each; empty for none
 * @param profiles the profiles that are on; {@code *} is all, {@code -} is what {@code COMPOSE_PROFILES} says
 * @param envFiles files that replace {@code .env}, absolute
 * @param environment variables that win over every file
 * @param processEnvironment the process's variables as far as they may be used; empty if not
 * @param mavenProperties properties that are replaced in Compose files; empty if Maven replaces none there
 * @param dockerfiles patterns of Dockerfiles, relative to {@code directory}
 * @param scripts patterns of scripts and Makefiles with {@code docker run} lines, relative to {@code directory}
 * @param knowledge the user's own files of what images write, relative to {@code directory} or on the plugin's class path
 * @param observed what was seen in running containers, absolute; the file may be missing
 * @param developedWithCompose whether the Compose file that is found is one that a program starts for its developers
 * @param nestedModules directories below that are modules of their own, absolute
 * @param modules the modules of the Maven build whose artifacts may be in an image; none without a POM. Asked only if an
 *     image is built here
 * @param pluginBuilds those whose plugins make images or start containers, the one of {@code directory} first
 * @param scopes what files, profiles and services are for
 */
public record ProjectSettings(
        Path directory,
        Search search,
        List<Path> composeFiles,
        Optional<Patterns> composeProjects,
        List<String> profiles,
        List<Path> envFiles,
        Map<String, String> environment,
        Map<String, String> processEnvironment,
        Map<String, String> mavenProperties,
        List<String> dockerfiles,
        List<String> scripts,
        List<String> knowledge,
        Path observed,
        boolean developedWithCompose,
        List<Path> nestedModules,
        Supplier<List<Module>> modules,
        Supplier<List<PluginBuild>> pluginBuilds,
        Scopes scopes) {

    /** The patterns that are searched for Dockerfiles if the user gives none. */
    public static final List<String> DOCKERFILES =
            List.of("**/Dockerfile", "**/*.Dockerfile", "**/Dockerfile.*", "**/Containerfile");

    /** The patterns that are searched for scripts if the user gives none. */
    public static final List<String> SCRIPTS = List.of("**/*.sh", "**/Makefile");

    /** The file with what was seen in running containers, if the user names none. */
    public static final String OBSERVED = "rootfs-observed.yaml";

    /** How far to look for a Compose file. */
    public enum Search {
        /** Only in the directory: a module of a larger build. */
        HERE,
        /** In the directory, then upwards to the folder with {@code .git}: the top-level project. */
        UP_TO_REPOSITORY,
        /** In the directory, then upwards to the file system's root, as Docker Compose: without a POM. */
        UP
    }

    /** Ant-style patterns, relative to the directory. */
    public record Patterns(List<String> includes, List<String> excludes) {
        public Patterns {
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
        }
    }

    public ProjectSettings {
        Objects.requireNonNull(directory);
        Objects.requireNonNull(search);
        composeFiles = List.copyOf(composeFiles);
        Objects.requireNonNull(composeProjects);
        profiles = List.copyOf(profiles);
        envFiles = List.copyOf(envFiles);
        environment = Map.copyOf(environment);
        processEnvironment = Map.copyOf(processEnvironment);
        mavenProperties = Map.copyOf(mavenProperties);
        dockerfiles = List.copyOf(dockerfiles);
        scripts = List.copyOf(scripts);
        knowledge = List.copyOf(knowledge);
        Objects.requireNonNull(observed);
        nestedModules = List.copyOf(nestedModules);
        Objects.requireNonNull(modules);
        Objects.requireNonNull(pluginBuilds);
        Objects.requireNonNull(scopes);
    }

    /** Settings in which the names of files say what they are for. */
    public ProjectSettings(
            Path directory,
            Search search,
            List<Path> composeFiles,
            Optional<Patterns> composeProjects,
            List<String> profiles,
            List<Path> envFiles,
            Map<String, String> environment,
            Map<String, String> processEnvironment,
            Map<String, String> mavenProperties,
            List<String> dockerfiles,
            List<String> scripts,
            List<String> knowledge,
            Path observed,
            boolean developedWithCompose,
            List<Path> nestedModules,
            Supplier<List<Module>> modules,
            Supplier<List<PluginBuild>> pluginBuilds) {
        this(
                directory,
                search,
                composeFiles,
                composeProjects,
                profiles,
                envFiles,
                environment,
                processEnvironment,
                mavenProperties,
                dockerfiles,
                scripts,
                knowledge,
                observed,
                developedWithCompose,
                nestedModules,
                modules,
                pluginBuilds,
                Scopes.standard(directory));
    }

    /** Docker Compose's own discovery in a directory, with nothing from the process's environment. */
    public static ProjectSettings in(Path directory) {
        return new ProjectSettings(
                directory.toAbsolutePath().normalize(),
                Search.HERE,
                List.of(),
                Optional.empty(),
                List.of("*"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                DOCKERFILES,
                SCRIPTS,
                List.of(),
                directory.toAbsolutePath().resolve(OBSERVED),
                false,
                List.of(),
                List::of,
                List::of);
    }

    /** The same settings for one Compose project of the given files. */
    public ProjectSettings withComposeFiles(List<Path> files) {
        return new ProjectSettings(
                directory,
                search,
                files,
                composeProjects,
                profiles,
                envFiles,
                environment,
                processEnvironment,
                mavenProperties,
                dockerfiles,
                scripts,
                knowledge,
                observed,
                developedWithCompose,
                nestedModules,
                modules,
                pluginBuilds,
                scopes);
    }

    /** The same settings in a build with those modules. */
    public ProjectSettings withModules(Supplier<List<Module>> others) {
        return new ProjectSettings(
                directory,
                search,
                composeFiles,
                composeProjects,
                profiles,
                envFiles,
                environment,
                processEnvironment,
                mavenProperties,
                dockerfiles,
                scripts,
                knowledge,
                observed,
                developedWithCompose,
                nestedModules,
                others,
                pluginBuilds,
                scopes);
    }

    /** The same settings with what the user knows of images. */
    public ProjectSettings withKnowledge(List<String> files, Path seen) {
        return new ProjectSettings(
                directory,
                search,
                composeFiles,
                composeProjects,
                profiles,
                envFiles,
                environment,
                processEnvironment,
                mavenProperties,
                dockerfiles,
                scripts,
                files,
                seen,
                developedWithCompose,
                nestedModules,
                modules,
                pluginBuilds,
                scopes);
    }

    /** The same settings with what the user says of files, profiles and services. */
    public ProjectSettings withScopes(Scopes others) {
        return new ProjectSettings(
                directory,
                search,
                composeFiles,
                composeProjects,
                profiles,
                envFiles,
                environment,
                processEnvironment,
                mavenProperties,
                dockerfiles,
                scripts,
                knowledge,
                observed,
                developedWithCompose,
                nestedModules,
                modules,
                pluginBuilds,
                others);
    }
}
