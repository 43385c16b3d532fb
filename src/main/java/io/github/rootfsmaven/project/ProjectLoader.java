package io.github.rootfsmaven.project;

import io.github.rootfsmaven.compose.ComposeFiles;
import io.github.rootfsmaven.compose.ComposeLoader;
import io.github.rootfsmaven.compose.ComposeSettings;
import io.github.rootfsmaven.compose.Unset;
import io.github.rootfsmaven.dockerrun.DockerRuns;
import io.github.rootfsmaven.dockerrun.Run;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.plugins.DockerMavenPlugin;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what one build's files describe: Compose projects, the images they build, Dockerfiles that none builds, and
 * {@code docker run} lines.
 */
public final class ProjectLoader {
    private final ProjectSettings settings;
    private final FileSearch search;
    private final BuiltImages images;
    private final KnownImages known;
    private final Modules modules;
    private final List<Container> containers = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Path> read = new TreeSet<>();
    private List<Path> discovered = List.of();

    private ProjectLoader(ProjectSettings settings, KnownImages known) {
        this.settings = settings;
        this.known = known;
        this.modules = new Modules(settings.build().modules());
        this.images = new BuiltImages(new PomBuilds(settings.build().pluginBuilds()));
        this.search = new FileSearch(settings.directory(), settings.build().nestedModules());
    }

    /**
     * Finds and reads the Compose files and Dockerfiles. What is wrong with their content is a problem of the project.
     *
     * @throws BadParameter if a file that the user named is missing or is a directory
     * @throws InvalidInput if a file with the user's own knowledge does not have its form
     */
    public static Project load(ProjectSettings settings) throws BadParameter, InvalidInput {
        KnownImages known = KnownImages.with(settings.knowledge(), settings.directory(), settings.observed());
        return new ProjectLoader(settings, known).load();
    }

    /**
     * The one Compose project of the settings, as Docker Compose would take it: for {@code config}.
     *
     * @return its settings; empty if there is no Compose file
     * @throws BadParameter if a file that the user named is missing or is a directory
     */
    public static Optional<ComposeSettings> composeProject(ProjectSettings settings) throws BadParameter {
        ProjectLoader loader = new ProjectLoader(settings, KnownImages.bundled());
        return loader.composeProjects().stream().findFirst().map(files -> loader.compose(files, Unset.EMPTY));
    }

    /**
     * The files of each Compose project of the settings, in the order in which Docker Compose would load them.
     *
     * @throws BadParameter if a file that the user named is missing or is a directory
     */
    public static List<List<Path>> composeFiles(ProjectSettings settings) throws BadParameter {
        return new ProjectLoader(settings, KnownImages.bundled()).composeProjects();
    }

    private Project load() throws BadParameter {
        List<ScopedFiles> stacks = new ArrayList<>();
        for (List<Path> files : composeProjects()) {
            ScopedFiles stack = new ScopedFiles(
                    files,
                    settings.scopes(),
                    isDeveloped(files),
                    some -> ComposeLoader.load(compose(some, Unset.UNKNOWN)));
            ServiceContainers services = new ServiceContainers(stack.whole(), stack::scope, images, known, modules);
            containers.addAll(services.all());
            problems.addAll(stack.whole().problems());
            problems.addAll(services.problems());
            read.addAll(files);
            stacks.add(stack);
        }
        Set<Path> built = Set.copyOf(images.read());
        for (Path dockerfile : search.matching(settings.dockerfiles())) {
            if (!built.contains(dockerfile)) {
                images.of(dockerfile)
                        .map(image -> ServiceContainers.of(
                                image,
                                settings.scopes().of(dockerfile),
                                images.scripts(),
                                known,
                                modules,
                                settings.directory()))
                        .ifPresent(containers::add);
            }
        }
        problems.addAll(images.problems());
        read.addAll(images.read());
        search.matching(settings.scripts()).forEach(this::runs);
        settings.build().pluginBuilds().get().stream()
                .filter(build -> build.module().directory().equals(settings.directory()))
                .forEach(this::runs);
        List<Path> unchecked = search.composeFiles().stream()
                .filter(file -> !read.contains(file))
                .toList();
        return new Project(
                containers, List.copyOf(problems), List.copyOf(read), unchecked, modules.uses(), production(stacks));
    }

    /** What is left of the services without files that are for less, if there are such beside others. */
    private Optional<Project.Production> production(List<ScopedFiles> stacks) {
        Map<Path, Scope> others = new HashMap<>();
        stacks.forEach(stack -> others.putAll(stack.others()));
        if (others.isEmpty()) {
            return Optional.empty();
        }
        BuiltImages again = new BuiltImages(new PomBuilds(settings.build().pluginBuilds()));
        Modules same = new Modules(settings.build().modules());
        List<Container> left = stacks.stream()
                .flatMap(stack -> stack.production().stream())
                .flatMap(project ->
                        new ServiceContainers(project, service -> Scope.PRODUCTION, again, known, same).all().stream())
                .toList();
        return Optional.of(new Project.Production(left, others));
    }

    private boolean isDeveloped(List<Path> files) {
        return settings.build().developedWithCompose() && files.equals(discovered);
    }

    private void runs(Path path) {
        DockerRuns runs =
                ScriptFiles.found(path, problems::add).map(DockerRuns::read).orElse(DockerRuns.NONE);
        if (!runs.isEmpty()) {
            containers.addAll(new RunContainers(
                            runs.runs(),
                            settings.directory(),
                            images,
                            known,
                            modules,
                            settings.scopes().of(path),
                            false)
                    .all());
            problems.addAll(runs.problems());
            read.add(path);
        }
    }

    private void runs(PluginBuild build) {
        List<Run> runs = DockerMavenPlugin.runs(build);
        containers.addAll(
                new RunContainers(runs, settings.directory(), images, known, modules, Scope.TEST, true).all());
        runs.forEach(run -> read.add(run.place().file().path()));
    }

    private ComposeSettings compose(List<Path> files, Unset unset) {
        List<String> profiles = settings.compose().profiles().equals(List.of("-"))
                ? List.of()
                : settings.compose().profiles();
        ComposeSettings compose = new ComposeSettings(files, envFiles(), variables(), profiles, unset)
                .with(settings.variables().maven());
        boolean found = !discovered.isEmpty() && discovered.containsAll(files);
        return found ? compose.foundIn(settings.directory()) : compose;
    }

    private List<Path> envFiles() {
        return settings.variables().envFiles().isEmpty()
                ? ComposeFiles.envFiles(settings.directory(), variables())
                : settings.variables().envFiles();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(settings.variables().process());
        variables.putAll(settings.variables().environment());
        return variables;
    }

    /** The files of each Compose project: the named ones, or those that Docker Compose would find. */
    private List<List<Path>> composeProjects() throws BadParameter {
        checkNamed("envFiles", settings.variables().envFiles());
        if (!settings.compose().files().isEmpty()) {
            checkNamed("composeFiles", settings.compose().files());
            return List.of(settings.compose().files());
        }
        if (settings.compose().projects().isPresent()) {
            ProjectSettings.Patterns patterns = settings.compose().projects().orElseThrow();
            return search.matching(patterns.includes(), patterns.excludes()).stream()
                    .filter(file -> !isHardened(file))
                    .map(List::of)
                    .toList();
        }
        List<List<Path>> projects = new ArrayList<>();
        discovered = ComposeFiles.named(settings.directory(), variables(), envFiles())
                .orElseGet(() -> ComposeFiles.discover(settings.directory(), lastDirectory()));
        if (!discovered.isEmpty()) {
            projects.add(discovered);
        }
        for (Path file : search.matching(
                List.of("src/main/docker/*.yml", "src/main/docker/*.yaml", "docker/*.yml", "docker/*.yaml"))) {
            if (!discovered.contains(file) && !isHardened(file) && ComposeFiles.hasServices(file)) {
                projects.add(List.of(file));
            }
        }
        return projects;
    }

    private static boolean isHardened(Path file) {
        return file.endsWith(ComposeFiles.HARDENED);
    }

    private Optional<Path> lastDirectory() {
        Path directory = settings.directory();
        return switch (settings.compose().search()) {
            case HERE -> Optional.of(directory);
            case UP -> Optional.empty();
            case UP_TO_REPOSITORY -> Optional.of(repository(directory).orElse(directory));
        };
    }

    /** The nearest directory with {@code .git}, from a directory upwards. */
    private static Optional<Path> repository(Path directory) {
        for (Path place = directory; place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(".git"))) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static void checkNamed(String parameter, List<Path> files) throws BadParameter {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new BadParameter(parameter, "there is no file " + file + ".");
            }
            if (Files.isDirectory(file)) {
                throw new BadParameter(parameter, file + " is a directory, not a file.");
            }
        }
    }
}
