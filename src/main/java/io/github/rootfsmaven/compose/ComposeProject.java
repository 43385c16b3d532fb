package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.yaml.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A Compose project as it was read.
 *
 * @param name its name
 * @param directory where relative paths start
 * @param services the services that no profile disables, but for those that a provider runs; none if refused
 * @param model the merged files, short forms made long; empty if refused
 * @param problems what could not be read
 * @param read the files that were read, in order
 */
public record ComposeProject(
        String name,
        Path directory,
        List<Service> services,
        Optional<Mapping> model,
        List<Problem> problems,
        List<Path> read) {
    public ComposeProject {
        Objects.requireNonNull(name);
        Objects.requireNonNull(directory);
        services = List.copyOf(services);
        Objects.requireNonNull(model);
        problems = List.copyOf(problems);
        read = List.copyOf(read);
    }
}
