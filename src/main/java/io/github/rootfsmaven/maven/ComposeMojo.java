package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.project.ProjectSettings.Build;
import io.github.rootfsmaven.project.ProjectSettings.Compose;
import io.github.rootfsmaven.project.ProjectSettings.Patterns;
import io.github.rootfsmaven.project.ProjectSettings.Search;
import io.github.rootfsmaven.project.ProjectSettings.Variables;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Which Compose files a goal reads, and with which variables. */
abstract class ComposeMojo extends RootfsMojo {
    /**
     * Skips the goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Compose files that are one Compose project, in this order, as docker compose -f. Relative to the module's directory.
     * Without it, the files that docker compose would find are read: in the module's directory and, for the top-level
     * project, above it up to the directory with .git.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.composeFiles")
    private List<String> composeFiles;

    /**
     * Compose profiles that are on: * for all, their names, or - for what docker compose takes without --profile.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.profiles", defaultValue = "*")
    private List<String> profiles;

    /**
     * Files with variables that replace .env, as docker compose --env-file. Relative to the module's directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.envFiles")
    private List<String> envFiles;

    /**
     * Variables for the Compose files; they win over every file. Only in the POM: the command line has no maps.
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> environment;

    /**
     * Whether Maven's properties are replaced in the Compose files before all else, as fabric8's docker-maven-plugin does
     * which runs them. Docker Compose refuses ${project.version}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.interpolateMavenProperties", defaultValue = "false")
    private boolean interpolateMavenProperties;

    /** What the goal does if it is not skipped. */
    abstract void runUnskipped(Screen screen) throws BadParameter, InvalidInput, MojoFailureException;

    @Override
    final void run(Screen screen) throws BadParameter, InvalidInput, MojoFailureException {
        if (skip) {
            screen.console().info("Skipped: the parameter skip is set.");
        } else {
            runUnskipped(screen);
        }
    }

    /** The settings that all goals have in common, for the files Docker Compose itself would read. */
    final ProjectSettings composeSettings(
            boolean processEnvironment,
            Optional<Patterns> composeProjects,
            List<String> dockerfiles,
            List<String> scripts)
            throws BadParameter {
        Map<String, String> named = new TreeMap<>();
        if (environment != null) {
            // an empty element is null
            environment.forEach((name, value) -> named.put(name.strip(), value == null ? "" : value));
        }
        return ProjectSettings.in(directory())
                .with(new Compose(search(), files("composeFiles", composeFiles), composeProjects, words(profiles)))
                .with(new Variables(
                        files("envFiles", envFiles),
                        named,
                        processEnvironment ? System.getenv() : Map.of(),
                        interpolateMavenProperties ? MavenProperties.of(project(), session()) : Map.of()))
                .withPatterns(dockerfiles, scripts)
                .with(build());
    }

    private Build build() {
        SessionModules modules = new SessionModules(session(), checks()::isBuilt);
        return new Build(
                developedWithCompose(),
                nestedModules(),
                hasPom() ? modules : List::of,
                hasPom() ? new PluginBuilds(session(), project(), modules) : List::of);
    }

    /** Spring Boot starts a Compose file for whoever runs the program in its directory, if it has this library. */
    private boolean developedWithCompose() {
        return project().getDependencies().stream()
                .anyMatch(dependency -> dependency.getArtifactId().equals("spring-boot-docker-compose"));
    }

    private Search search() {
        if (!hasPom()) {
            return Search.UP;
        }
        return project().isExecutionRoot() ? Search.UP_TO_REPOSITORY : Search.HERE;
    }

    private List<Path> nestedModules() {
        Path here = directory();
        Stream<Path> named = hasPom() ? project().getModules().stream().map(here::resolve) : Stream.empty();
        Stream<Path> built = session().getProjects().stream()
                .filter(module -> module.getFile() != null)
                .map(module -> module.getBasedir().toPath());
        return Stream.concat(named, built)
                .map(module -> module.toAbsolutePath().normalize())
                // a module can be named by its POM
                .map(module -> module.getFileName().toString().endsWith(".xml") ? module.getParent() : module)
                .filter(module -> module.startsWith(here) && !module.equals(here))
                .distinct()
                .sorted()
                .toList();
    }

    final List<Path> files(String parameter, List<String> names) throws BadParameter {
        List<Path> files = new ArrayList<>();
        for (String name : words(names)) {
            try {
                files.add(directory().resolve(name).normalize());
            } catch (InvalidPathException impossible) {
                throw new BadParameter(parameter, "'" + name + "' is no file name on this system.");
            }
        }
        return files;
    }

    /** The items without blanks around them, which Maven before 3.9 leaves there, and without empty ones. */
    static List<String> words(List<String> items) {
        return items == null
                ? List.of()
                : items.stream()
                        .filter(item -> item != null && !item.isBlank())
                        .map(String::strip)
                        .toList();
    }
}
