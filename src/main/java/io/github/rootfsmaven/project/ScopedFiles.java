package io.github.rootfsmaven.project;

import io.github.rootfsmaven.compose.ComposeProject;
import io.github.rootfsmaven.compose.Service;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One Compose project, and what is left of it without the files that are for development or test alone. */
final class ScopedFiles {
    private final Scopes scopes;
    private final Scope whole;
    private final ComposeProject project;
    private final Optional<ComposeProject> production;
    private final Map<Path, Scope> others = new HashMap<>();
    private final Set<String> left;

    /**
     * The files of a project, in order.
     *
     * @param developed whether it is started for developers, whatever its files are called
     * @param loader reads such files
     */
    ScopedFiles(List<Path> files, Scopes scopes, boolean developed, Function<List<Path>, ComposeProject> loader) {
        this.scopes = scopes;
        this.project = loader.apply(files);
        Map<Path, Scope> found = new HashMap<>();
        files.stream()
                .filter(file -> scopes.of(file) != Scope.PRODUCTION)
                .forEach(file -> found.put(file, scopes.of(file)));
        List<Path> rest =
                files.stream().filter(file -> !found.containsKey(file)).toList();
        boolean mixed = !developed && !found.isEmpty() && !rest.isEmpty();
        Optional<ComposeProject> alone = mixed ? Optional.of(loader.apply(rest)) : Optional.empty();
        // files that cannot be read without the others are for the same as these
        boolean readable = alone.filter(of -> of.model().isPresent()).isPresent();
        boolean none = developed || rest.isEmpty();
        this.whole = developed
                ? Scope.DEVELOPMENT
                : rest.isEmpty()
                        ? found.values().stream().min(Scope::compareTo).orElse(Scope.PRODUCTION)
                        : Scope.PRODUCTION;
        this.production = none ? Optional.empty() : Optional.of(readable ? alone.orElseThrow() : project);
        if (readable) {
            others.putAll(found);
        }
        this.left = production.stream()
                .flatMap(of -> of.services().stream())
                .map(service -> service.name().value())
                .collect(Collectors.toSet());
    }

    /** All its files together. */
    ComposeProject whole() {
        return project;
    }

    /** What is for production; empty if nothing is. */
    Optional<ComposeProject> production() {
        return production;
    }

    /** The files that are for less than the others. */
    Map<Path, Scope> others() {
        return others;
    }

    /** What one of its services is for. */
    Scope scope(Service service) {
        String name = service.name().value();
        boolean added = !others.isEmpty() && !left.contains(name);
        Scope files = added ? others.getOrDefault(service.name().span().file().path(), Scope.DEVELOPMENT) : whole;
        return scopes.of(name, profiles(name), files);
    }

    private List<String> profiles(String service) {
        Optional<Sequence> profiles = project.model()
                .flatMap(model -> model.mapping("services"))
                .flatMap(services -> services.mapping(service))
                .flatMap(of -> of.sequence("profiles"));
        return profiles.map(Sequence::items).orElse(List.<Node>of()).stream()
                .filter(Scalar.class::isInstance)
                .map(profile -> ((Scalar) profile).value())
                .toList();
    }
}
