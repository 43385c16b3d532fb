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
 * @param compose which Compose projects to read
 * @param variables what is replaced in them
 * @param dockerfiles patterns of Dockerfiles, relative to {@code directory}
 * @param scripts patterns of scripts and Makefiles with {@code docker run} lines, relative to {@code directory}
 * @param knowledge the user's own files of what images write, relative to {@code directory} or on the plugin's class path
 * @param observed what was seen in running containers, absolute; the file may be missing
 * @param build the Maven build around the directory
 * @param scopes what files, profiles and services are for
 */
public record ProjectSettings(
        Path directory,
        Compose compose,
        Variables variables,
        List<String> dockerfiles,
        List<String> scripts,
        List<String> knowledge,
        Path observed,
        Build build,
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

    /**
     * Which Compose projects to read.
     *
     * @param search how far to look upwards for a Compose file if there is none in the directory
     * @param files one Compose project from these files in this order, absolute; empty for discovery
     * @param projects patterns of Compose files that are a project each; empty for none
     * @param profiles the profiles that are on; {@code *} is all, {@code -} is what {@code COMPOSE_PROFILES} says
     */
    public record Compose(Search search, List<Path> files, Optional<Patterns> projects, List<String> profiles) {
        public Compose {
            Objects.requireNonNull(search);
            files = List.copyOf(files);
            Objects.requireNonNull(projects);
            profiles = List.copyOf(profiles);
        }

        /** What Docker Compose itself would find, with all profiles. */
        public static Compose found(Search search) {
            return new Compose(search, List.of(), Optional.empty(), List.of("*"));
        }
    }

    /**
     * Variables of Compose files.
     *
     * @param envFiles files that replace {@code .env}, absolute
     * @param environment variables that win over every file
     * @param process the process's variables as far as they may be used; empty if not
     * @param maven properties that are replaced in Compose files; empty if Maven replaces none there
     */
    public record Variables(
            List<Path> envFiles,
            Map<String, String> environment,
            Map<String, String> process,
            Map<String, String> maven) {
        public Variables {
            envFiles = List.copyOf(envFiles);
            environment = Map.copyOf(environment);
            process = Map.copyOf(process);
            maven = Map.copyOf(maven);
        }

        /** Only what is in {@code .env}. */
        public static Variables none() {
            return new Variables(List.of(), Map.of(), Map.of(), Map.of());
        }
    }

    /**
     * The Maven build around the directory.
     *
     * @param developedWithCompose whether the Compose file that is found is one that a program starts for its developers
     * @param nestedModules directories below that are modules of their own, absolute
     * @param modules the modules whose artifacts may be in an image. Asked only if an image is built here
     * @param pluginBuilds those whose plugins make images or start containers, the one of the directory first
     */
    public record Build(
            boolean developedWithCompose,
            List<Path> nestedModules,
            Supplier<List<Module>> modules,
            Supplier<List<PluginBuild>> pluginBuilds) {
        public Build {
            nestedModules = List.copyOf(nestedModules);
            Objects.requireNonNull(modules);
            Objects.requireNonNull(pluginBuilds);
        }

        /** No build: there is no POM. */
        public static Build none() {
            return new Build(false, List.of(), List::of, List::of);
        }
    }

    public ProjectSettings {
        Objects.requireNonNull(directory);
        Objects.requireNonNull(compose);
        Objects.requireNonNull(variables);
        dockerfiles = List.copyOf(dockerfiles);
        scripts = List.copyOf(scripts);
        knowledge = List.copyOf(knowledge);
        Objects.requireNonNull(observed);
        Objects.requireNonNull(build);
        Objects.requireNonNull(scopes);
    }

    /** Docker Compose's own discovery in a directory, with nothing from the process's environment. */
    public static ProjectSettings in(Path directory) {
        Path here = directory.toAbsolutePath().normalize();
        return new ProjectSettings(
                here,
                Compose.found(Search.HERE),
                Variables.none(),
                DOCKERFILES,
                SCRIPTS,
                List.of(),
                here.resolve(OBSERVED),
                Build.none(),
                Scopes.standard(here));
    }

    /** The same settings for other Compose projects. */
    public ProjectSettings with(Compose other) {
        return new ProjectSettings(
                directory, other, variables, dockerfiles, scripts, knowledge, observed, build, scopes);
    }

    /** The same settings for one Compose project of the given files. */
    public ProjectSettings withComposeFiles(List<Path> files) {
        return with(new Compose(compose.search(), files, compose.projects(), compose.profiles()));
    }

    /** The same settings with other variables. */
    public ProjectSettings with(Variables other) {
        return new ProjectSettings(directory, compose, other, dockerfiles, scripts, knowledge, observed, build, scopes);
    }

    /** The same settings for the Dockerfiles and scripts that match these patterns. */
    public ProjectSettings withPatterns(List<String> ofDockerfiles, List<String> ofScripts) {
        return new ProjectSettings(
                directory, compose, variables, ofDockerfiles, ofScripts, knowledge, observed, build, scopes);
    }

    /** The same settings with what the user knows of images. */
    public ProjectSettings withKnowledge(List<String> files, Path seen) {
        return new ProjectSettings(directory, compose, variables, dockerfiles, scripts, files, seen, build, scopes);
    }

    /** The same settings in another build. */
    public ProjectSettings with(Build other) {
        return new ProjectSettings(
                directory, compose, variables, dockerfiles, scripts, knowledge, observed, other, scopes);
    }

    /** The same settings in a build with those modules. */
    public ProjectSettings withModules(Supplier<List<Module>> modules) {
        return with(new Build(build.developedWithCompose(), build.nestedModules(), modules, build.pluginBuilds()));
    }

    /** The same settings with what the user says of files, profiles and services. */
    public ProjectSettings withScopes(Scopes others) {
        return new ProjectSettings(
                directory, compose, variables, dockerfiles, scripts, knowledge, observed, build, others);
    }
}
