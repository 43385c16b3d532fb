package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.YamlReader;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The names below the top-level {@code volumes} of Compose files. */
public final class DeclaredVolumes {
    private DeclaredVolumes() {}

    /**
     * The names in the files of a project's services.
     *
     * @throws InvalidInput if one is no YAML
     */
    public static Set<String> of(Project project) throws InvalidInput {
        return in(project.containers().stream()
                .flatMap(container -> container.name().stream())
                .map(name -> name.span().file())
                .filter(file -> file.path().getFileName().toString().matches(".*\\.(ya?ml|json)"))
                .distinct()
                .toList());
    }

    /**
     * The names in files that were read before.
     *
     * @throws InvalidInput if one is no YAML
     */
    public static Set<String> in(Collection<SourceFile> files) throws InvalidInput {
        Set<String> names = new TreeSet<>();
        for (SourceFile file : files) {
            YamlReader.read(file).stream()
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .flatMap(document -> document.mapping("volumes").stream())
                    .forEach(volumes -> names.addAll(volumes.keys()));
        }
        return names;
    }
}
