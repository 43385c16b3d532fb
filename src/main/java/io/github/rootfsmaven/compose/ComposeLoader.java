package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads a Compose project in the reference's steps ({@code loader/loader.go}): for every document of every file, string
 * keys, interpolation, include, reset, extends, merge, unicity, schema; then consistency, and the services.
 */
public final class ComposeLoader {
    private final ComposeSettings settings;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Path> read = new ArrayList<>();
    private final Set<String> incomplete = new HashSet<>();
    private boolean complete = true;

    private ComposeLoader(ComposeSettings settings) {
        this.settings = settings;
    }

    /**
     * Loads a project. Whatever its files contain, this returns: what the reference would refuse is a problem of the
     * project, which then has no services.
     */
    public static ComposeProject load(ComposeSettings settings) {
        return new ComposeLoader(settings).load();
    }

    /**
     * The effective project in the form that {@code docker compose config --format json} prints, for the keys that are
     * modelled.
     *
     * @throws InvalidInput if the reference would refuse the project, or part of it was not read
     */
    public static Mapping config(ComposeSettings settings, String home) throws InvalidInput {
        ComposeLoader loader = new ComposeLoader(settings);
        ComposeProject project = loader.load();
        Optional<Problem> problem = project.problems().stream()
                .filter(any -> project.model().isEmpty() || any.kind() == Problem.Kind.NOT_READ)
                .findFirst();
        if (problem.isPresent()) {
            throw new InvalidInput(
                    problem.orElseThrow().where(),
                    problem.orElseThrow().message(),
                    problem.orElseThrow().hint());
        }
        Mapping model = project.model().orElseThrow();
        return Canonical.of(project, model, loader.enabled(model, loader.variables()), loader.variables(), home);
    }

    private ComposeProject load() {
        String name = projectName(String.valueOf(settings.directory().getFileName()));
        try {
            Variables variables = variables();
            Mapping model = merged(variables.with("COMPOSE_PROJECT_NAME", name));
            name = model.scalar("name")
                    .map(Scalar::value)
                    .map(ComposeLoader::projectName)
                    .filter(given -> !given.isEmpty())
                    .orElse(name);
            Mapping enabled = enabled(model, variables);
            new Consistency(model, enabled, complete, incomplete).check();
            Unresolved unresolved = new Unresolved();
            List<Service> services = services(model, enabled, variables, unresolved);
            problems.addAll(unresolved.problems());
            return new ComposeProject(name, settings.directory(), services, Optional.of(model), problems, read);
        } catch (InvalidInput invalid) {
            problems.add(Problem.of(Problem.Kind.INVALID_COMPOSE, invalid));
            return new ComposeProject(name, settings.directory(), List.of(), Optional.empty(), problems, read);
        }
    }

    /** Named files replace {@code .env}; a later one wins, and all lose against the settings' variables. */
    private Variables variables() throws InvalidInput {
        Variables given = Variables.of(settings.variables());
        List<Path> files = new ArrayList<>(settings.envFiles());
        Path dotEnv = settings.directory().resolve(".env");
        if (files.isEmpty() && Files.exists(dotEnv) && !Files.isDirectory(dotEnv)) {
            files.add(dotEnv);
        }
        Map<String, String> fromFiles = Map.of();
        for (Path file : files) {
            fromFiles = DotEnv.read(source(file), given::value, fromFiles);
        }
        return given.or(fromFiles);
    }

    private Mapping merged(Variables variables) throws InvalidInput {
        Mapping model = null;
        for (Path path : settings.files()) {
            SourceFile file = source(path);
            for (Node document : YamlReader.read(file)) {
                model = document(document, model, variables);
            }
        }
        if (model == null || model.entries().isEmpty()) {
            throw new InvalidInput(source(settings.files().get(0)).start(), "the Compose file is empty");
        }
        return model;
    }

    private Mapping document(Node document, Mapping earlier, Variables variables) throws InvalidInput {
        stringKeys(document, TreePath.TOP);
        ResetTags tags = new ResetTags();
        Node stripped = tags.strip(document, TreePath.TOP);
        Node interpolated = new Interpolation(variables, settings.unset()).interpolate(stripped, TreePath.TOP);
        if (!(interpolated instanceof Mapping mapping)) {
            throw new InvalidInput(
                    document.span(), "the top of a Compose file must be a mapping, not a " + document.typeName());
        }
        Mapping own = extended(included(mapping), tags);
        Node merged = own;
        if (earlier != null) {
            merged = Merge.merge(tags.apply(earlier, TreePath.TOP), own, TreePath.TOP);
        }
        Mapping unique = (Mapping) Unicity.enforce(merged, TreePath.TOP);
        ComposeSchema.check(unique);
        return unique.without("version");
    }

    /** Files that are included are not read yet: what they define is missed, and said so. */
    private Mapping included(Mapping document) throws InvalidInput {
        Optional<Node> include = document.get("include");
        if (include.isEmpty()) {
            return document;
        }
        ComposeSchema.check(document.with(List.of(document.entry("include").orElseThrow())));
        for (Node entry : document.sequence("include").orElseThrow().items()) {
            complete = false;
            problems.add(Problem.notRead(
                    entry.span(),
                    "the included file is not read yet: services in it are not checked",
                    "Name it in 'composeFiles' or 'composeProjects' to have its services checked."));
        }
        return document.without("include");
    }

    private Mapping extended(Mapping document, ResetTags tags) throws InvalidInput {
        Optional<Mapping.Entry> services = document.entry("services");
        if (services.isEmpty() || Merge.isNull(services.orElseThrow().value())) {
            return document;
        }
        if (!(services.orElseThrow().value() instanceof Mapping mapping)) {
            throw new InvalidInput(services.orElseThrow().value().span(), "services must be a mapping");
        }
        Extends extension = new Extends(mapping, tags, problems);
        Mapping extended = extension.apply();
        incomplete.addAll(extension.incomplete());
        return document.with(services.orElseThrow().with(extended));
    }

    private static void stringKeys(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                stringKeys(item, path.next(TreePath.ITEM));
            }
        } else if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                if (!entry.key().isString()) {
                    throw new InvalidInput(
                            entry.key().span(),
                            "non-string key " + (path.parts().isEmpty() ? "at the top" : "in " + path) + ": "
                                    + entry.name(),
                            "Put it in quotes.");
                }
                stringKeys(entry.value(), path.next(entry.name()));
            }
        }
    }

    /** A service without profiles is always on; star is every profile, none is what {@code COMPOSE_PROFILES} says. */
    private Mapping enabled(Mapping model, Variables variables) {
        Mapping services =
                model.mapping("services").orElseGet(() -> Mapping.of(List.of(), Optional.empty(), model.span()));
        List<String> on = settings.profiles().isEmpty()
                ? Arrays.stream(variables.value("COMPOSE_PROFILES").orElse("").split(","))
                        .map(String::strip)
                        .toList()
                : settings.profiles();
        return on.contains("*")
                ? services
                : services.with(services.entries().stream()
                        .filter(service -> isEnabled((Mapping) service.value(), on))
                        .toList());
    }

    private static boolean isEnabled(Mapping service, List<String> on) {
        List<Node> profiles = service.sequence("profiles").map(Sequence::items).orElse(List.of());
        return profiles.isEmpty()
                || profiles.stream()
                        .map(profile -> ((Scalar) profile).value())
                        .anyMatch(profile -> profile.equals("*") || on.contains(profile));
    }

    /** A service that a provider runs has no container. */
    private List<Service> services(Mapping model, Mapping enabled, Variables variables, Unresolved unresolved)
            throws InvalidInput {
        ServiceReader reader = new ServiceReader(model, variables, unresolved, incomplete, problems);
        List<Service> services = new ArrayList<>();
        for (Mapping.Entry entry : enabled.entries()) {
            Mapping service = (Mapping) entry.value();
            if (service.entry("provider").isEmpty()) {
                services.add(reader.read(entry, service));
            }
        }
        return services;
    }

    private SourceFile source(Path path) throws InvalidInput {
        try {
            SourceFile file = SourceFile.read(path);
            if (!read.contains(path)) {
                read.add(path);
            }
            return file;
        } catch (IOException unreadable) {
            Span start = SourceFile.of(path, "").start();
            String why = Files.isDirectory(path)
                    ? "it is a directory"
                    : Files.exists(path) ? "no permission, or a failing disk" : "it does not exist";
            throw new InvalidInput(start, "the file cannot be read: " + why);
        }
    }

    /** Lower case, only letters, digits, dash and underscore, and none of the latter two first. */
    static String projectName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "").replaceFirst("^[_-]+", "");
    }
}
