package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The env files of services, as compose-go's {@code types/project.go} ({@code WithServicesEnvironmentResolved}) reads
 * them: a later file wins, and all lose against {@code environment}.
 */
final class EnvFiles {
    private final Reading reading;
    private final Path directory;
    private final Variables variables;

    EnvFiles(Reading reading, Path directory, Variables variables) {
        this.reading = reading;
        this.directory = directory;
        this.variables = variables;
    }

    /**
     * The variables that a service's files set; of their values nothing may be shown.
     *
     * @throws InvalidInput if a file is required and missing, where that is known to be a mistake; or if one is broken
     */
    Map<String, Located<String>> of(Mapping service) throws InvalidInput {
        Map<String, Located<String>> values = new HashMap<>();
        for (Node entry : items(service, "env_file")) {
            Optional<Scalar> path = entry instanceof Mapping keys ? keys.scalar("path") : Optional.of((Scalar) entry);
            if (path.isPresent() && path.get().text().unresolved().isEmpty()) {
                values.putAll(read(path.get(), entry, values, service));
            }
        }
        for (Node entry : items(service, "label_file")) {
            Scalar path = (Scalar) entry;
            boolean there = !path.value().isEmpty() && Files.exists(file(path));
            if (path.text().unresolved().isEmpty() && isKnownHere() && !there) {
                throw new InvalidInput(
                        path.span(),
                        Message.of(
                                "the label file '{0}' does not exist",
                                path.text().shown()));
            }
        }
        return values;
    }

    /** Where variables may come later, a file may too. */
    private boolean isKnownHere() {
        return reading.unset() == Unset.EMPTY;
    }

    private static List<Node> items(Mapping service, String key) {
        return service.get(key).map(Merge::list).map(Sequence::items).orElse(List.of());
    }

    private Path file(Scalar path) throws InvalidInput {
        return Reading.path(directory, path);
    }

    private Map<String, Located<String>> read(
            Scalar path, Node entry, Map<String, Located<String>> earlier, Mapping service) throws InvalidInput {
        boolean required = !(entry instanceof Mapping keys)
                || keys.scalar("required").map(Interpolation::isTrue).orElse(true);
        if (!Files.exists(file(path))) {
            if (required && isKnownHere()) {
                throw new InvalidInput(
                        path.span(),
                        Message.of(
                                "the env file '{0}' does not exist", path.text().shown()));
            }
            return Map.of();
        }
        // Docker's own format knows no quotes and no variables: what it sets is not looked at.
        boolean raw = entry instanceof Mapping keys && keys.scalar("format").isPresent();
        if (raw) {
            return Map.of();
        }
        Map<String, String> known = new HashMap<>();
        earlier.forEach((name, value) -> known.put(name, value.value()));
        try {
            Map<String, Located<String>> values = new HashMap<>();
            DotEnv.read(reading.source(file(path), path.span()), name -> outside(name, service), known)
                    .forEach((name, value) -> values.put(
                            name, Text.resolved(value, "${" + name + "}").at(path.span())));
            return values;
        } catch (InvalidInput broken) {
            if (isKnownHere()) {
                throw broken;
            }
            return Map.of();
        }
    }

    /** What a file's values may use: the project's variables, then what the service itself sets. */
    private Optional<String> outside(String name, Mapping service) {
        return variables
                .value(name)
                .or(() -> service.get("environment")
                        .map(ShortSyntax::keyValues)
                        .flatMap(keys -> keys.scalar(name))
                        .map(value -> value.printed().value()));
    }
}
