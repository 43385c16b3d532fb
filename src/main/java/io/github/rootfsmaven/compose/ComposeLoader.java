package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
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
    private static final String DISABLE = "COMPOSE_DISABLE_ENV_FILE";

    private final ComposeSettings settings;
    private final Reading reading;

    private ComposeLoader(ComposeSettings settings) {
        this.settings = settings;
        this.reading = new Reading(settings.unset());
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
     * @param home what {@code ~} stands for
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
        Variables variables = loader.variables();
        return new Canonical(project, home).of(model, loader.enabled(model, variables), variables);
    }

    private ComposeProject load() {
        String name = projectName(String.valueOf(settings.directory().getFileName()));
        Optional<Mapping> model = Optional.empty();
        List<Service> services = List.of();
        try {
            Variables variables = variables();
            name = name(variables).orElse(name);
            variables = variables.with("COMPOSE_PROJECT_NAME", name);
            Mapping merged =
                    new ModelLoader(reading, settings.directory(), variables).load(settings.files(), List.of());
            Mapping enabled = enabled(merged, variables);
            new Consistency(merged, enabled, reading).check();
            services = services(merged, enabled, variables);
            model = Optional.of(merged);
        } catch (InvalidInput invalid) {
            reading.problems().add(Problem.of(Problem.Kind.INVALID_COMPOSE, invalid));
        }
        return new ComposeProject(name, settings.directory(), services, model, reading.problems(), reading.files());
    }

    /** {@code COMPOSE_PROJECT_NAME}, else the last {@code name} of any document, looked up before all else is read. */
    private Optional<String> name(Variables variables) throws InvalidInput {
        Optional<String> given = variables.value("COMPOSE_PROJECT_NAME").filter(name -> !name.isEmpty());
        if (given.isPresent()) {
            if (!projectName(given.get()).equals(given.get())) {
                throw new InvalidInput(
                        start(),
                        Message.of(
                                "COMPOSE_PROJECT_NAME is no project name: it may hold lower-case letters, digits, dashes and underscores, and begins with a letter or digit"));
            }
            return given;
        }
        Optional<Scalar> last = Optional.empty();
        for (Path file : settings.files()) {
            for (Node document : reading.documents(reading.source(file))) {
                Optional<Scalar> name = document instanceof Mapping mapping ? mapping.scalar("name") : Optional.empty();
                if (name.filter(scalar -> !scalar.value().isEmpty()).isPresent()) {
                    last = name;
                }
            }
        }
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Interpolation interpolation = new Interpolation(variables, settings.unset());
        Scalar name = (Scalar) interpolation.interpolate(last.get(), TreePath.of("name"));
        if (!name.text().unresolved().isEmpty()) {
            return Optional.empty();
        }
        String normalized = projectName(name.printed().value());
        if (normalized.isEmpty()) {
            throw new InvalidInput(last.get().span(), Message.of("the project's name has no letter or digit"));
        }
        return Optional.of(normalized);
    }

    /** Named files replace {@code .env}; a later one wins, and all lose against the settings' variables. */
    private Variables variables() throws InvalidInput {
        Variables given = Variables.of(settings.variables()).withProperties(settings.properties());
        if (settings.envFiles().isEmpty()) {
            return isDisabled(given) ? given : withDotEnv(given);
        }
        Map<String, String> fromFiles = Map.of();
        for (Path file : settings.envFiles()) {
            fromFiles = DotEnv.read(reading.source(file), given::value, fromFiles);
        }
        return given.or(fromFiles);
    }

    /** {@code .env} is read twice: where Docker Compose is called, and beside the project's first file, which only adds. */
    private Variables withDotEnv(Variables given) throws InvalidInput {
        Variables variables = given;
        Set<Path> directories = new LinkedHashSet<>();
        settings.workingDirectory().ifPresent(directories::add);
        directories.add(settings.directory());
        for (Path directory : directories) {
            Path dotEnv = directory.resolve(".env");
            if (Files.exists(dotEnv) && !Files.isDirectory(dotEnv)) {
                Map<String, String> read = DotEnv.read(reading.source(dotEnv), variables::value, Map.of());
                if (variables.value(DISABLE).isEmpty() && isDisabled(Variables.of(read))) {
                    // Only what is meant for Docker Compose itself was taken from it before it was switched off.
                    read.keySet().removeIf(name -> !name.startsWith("COMPOSE_"));
                    return variables.or(read);
                }
                variables = variables.or(read);
            }
        }
        return variables;
    }

    /** {@code COMPOSE_DISABLE_ENV_FILE}, as Go reads booleans ({@code strconv.ParseBool}). */
    private boolean isDisabled(Variables given) throws InvalidInput {
        Optional<String> disabled = given.value(DISABLE).filter(value -> !value.isEmpty());
        if (disabled.isEmpty()
                || List.of("0", "f", "F", "false", "FALSE", "False").contains(disabled.get())) {
            return false;
        }
        if (ComposeFiles.TRUE.contains(disabled.get())) {
            return true;
        }
        throw new InvalidInput(start(), Message.of("COMPOSE_DISABLE_ENV_FILE must be true or false"));
    }

    /** Where the project's files begin: the place of what is wrong with its variables. */
    private Span start() {
        return SourceFile.of(settings.files().get(0), "").start();
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
    private List<Service> services(Mapping model, Mapping enabled, Variables variables) throws InvalidInput {
        Unresolved unresolved = new Unresolved();
        ServiceReader reader = new ServiceReader(model, variables, unresolved, reading);
        EnvFiles envFiles = new EnvFiles(reading, settings.directory(), variables);
        List<Service> services = new ArrayList<>();
        for (Mapping.Entry entry : enabled.entries()) {
            Mapping service = (Mapping) entry.value();
            Map<String, Located<String>> fromFiles = envFiles.of(service);
            if (service.entry("provider").isEmpty()) {
                services.add(reader.read(entry, service, fromFiles));
            }
        }
        reading.problems().addAll(unresolved.problems());
        return services;
    }

    /** Lower case, only letters, digits, dash and underscore, and none of the latter two first. */
    static String projectName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "").replaceFirst("^[_-]+", "");
    }
}
