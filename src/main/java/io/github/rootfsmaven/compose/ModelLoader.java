package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges the documents of files into one model, in the steps of the reference's {@code loadYamlModel}: interpolation,
 * include, reset, extends, merge, unicity, schema.
 */
final class ModelLoader {
    private final Reading reading;
    private final Path directory;
    private final Variables variables;

    /**
     * A loader of one project.
     *
     * @param directory where relative paths of all its files start
     */
    ModelLoader(Reading reading, Path directory, Variables variables) {
        this.reading = reading;
        this.directory = directory;
        this.variables = variables;
    }

    /** A loader of an included project. */
    ModelLoader in(Path other, Variables others) {
        return new ModelLoader(reading, other, others);
    }

    Path directory() {
        return directory;
    }

    Variables variables() {
        return variables;
    }

    /**
     * The model of these files.
     *
     * @param including the files that include one another down to these
     */
    Mapping load(List<Path> files, List<Path> including) throws InvalidInput {
        Optional<Mapping> model = Optional.empty();
        for (Path path : files) {
            List<Path> chain = new ArrayList<>(including);
            chain.add(path);
            SourceFile file = reading.source(path);
            for (Node document : reading.documents(file)) {
                model = Optional.of(laidOver(document, model, path, chain));
            }
        }
        SourceFile first = SourceFile.of(files.get(0), "");
        Mapping whole = model.orElseGet(() -> Mapping.of(List.of(), Optional.empty(), first.start()));
        if (whole.entries().isEmpty() && including.isEmpty()) {
            throw new InvalidInput(first.start(), Message.of("the Compose file is empty"));
        }
        return whole;
    }

    private Mapping laidOver(Node document, Optional<Mapping> earlier, Path file, List<Path> chain)
            throws InvalidInput {
        ResetTags tags = new ResetTags();
        Mapping own = interpolated(document, tags);
        own.mapping("services").ifPresent(reading.provenance()::declared);
        own = new Include(reading, this, chain).apply(own, tags);
        own = extended(own, tags, file);
        Node merged = own;
        if (earlier.isPresent()) {
            merged = Merge.merge(tags.apply(earlier.orElseThrow(), TreePath.TOP), own, TreePath.TOP);
        }
        Mapping unique = (Mapping) Unicity.enforce(merged, TreePath.TOP);
        ComposeSchema.check(unique);
        if (earlier.isPresent()) {
            reading.provenance().merged(earlier.get(), unique);
        }
        return unique.without("version");
    }

    /** The document with variables replaced and what is tagged taken out. */
    Mapping interpolated(Node document, ResetTags tags) throws InvalidInput {
        Node stripped = tags.strip(document);
        Node interpolated = new Interpolation(variables, reading.unset()).interpolate(stripped, TreePath.TOP);
        if (interpolated instanceof Mapping mapping) {
            return mapping;
        }
        throw new InvalidInput(
                document.span(),
                Message.of("the top of a Compose file must be a mapping, not a {0}", document.typeName()));
    }

    private Mapping extended(Mapping document, ResetTags tags, Path file) throws InvalidInput {
        Optional<Mapping.Entry> services = document.entry("services");
        if (services.isEmpty()) {
            return document;
        }
        if (!(services.orElseThrow().value() instanceof Mapping mapping)) {
            throw new InvalidInput(services.orElseThrow().value().span(), Message.of("services must be a mapping"));
        }
        Mapping extended = new Extends(reading, this).apply(mapping, tags, file);
        return document.with(services.orElseThrow().with(extended));
    }
}
