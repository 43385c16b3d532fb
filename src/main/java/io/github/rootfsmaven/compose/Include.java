package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings in what a document includes, as compose-go's {@code loader/include.go}: each entry is a project of its own,
 * with its own directory and env files; what the including document says of the same names is laid over it.
 */
final class Include {
    private static final List<String> SECTIONS =
            List.of("services", "volumes", "networks", "secrets", "configs", "models");

    private final Reading reading;
    private final ModelLoader loader;
    private final List<Path> chain;

    /**
     * Includes of one file.
     *
     * @param chain the files that include one another down to this one
     */
    Include(Reading reading, ModelLoader loader, List<Path> chain) {
        this.reading = reading;
        this.loader = loader;
        this.chain = chain;
    }

    /** The document with everything that it includes, and without the key. */
    Mapping apply(Mapping document, ResetTags tags) throws InvalidInput {
        Optional<Mapping.Entry> include = document.entry("include");
        if (include.isEmpty() || Merge.isNull(include.orElseThrow().value())) {
            return document.without("include");
        }
        ComposeSchema.check(document.with(List.of(include.orElseThrow())));
        Mapping whole = document.without("include");
        for (Node entry : ((Sequence) include.orElseThrow().value()).items()) {
            Optional<Mapping> imported = imported(entry);
            if (imported.isPresent()) {
                whole = laidOver(imported.orElseThrow(), whole, tags);
                reading.provenance().merged(imported.get(), whole);
            }
        }
        return whole;
    }

    private Optional<Mapping> imported(Node entry) throws InvalidInput {
        Mapping config = entry instanceof Mapping mapping
                ? mapping
                : ShortSyntax.mapping(entry.span(), ShortSyntax.entry("path", entry));
        List<Scalar> paths = scalars(config.get("path"));
        List<Scalar> named = new ArrayList<>(paths);
        named.addAll(scalars(config.get("env_file")));
        config.scalar("project_directory").ifPresent(named::add);
        Optional<Scalar> unreadable = named.stream()
                .filter(path -> isRemote(path.value()) || path.value().indexOf(Text.UNRESOLVED) >= 0)
                .findFirst();
        if (unreadable.isPresent()) {
            reading.missed(notRead(unreadable.orElseThrow()));
            return Optional.empty();
        }
        if (paths.isEmpty()) {
            throw new InvalidInput(entry.span(), Message.of("an include needs a path"));
        }
        List<Path> files = new ArrayList<>();
        for (Scalar path : paths) {
            Path file = Reading.path(loader.directory(), path);
            reading.source(file, path.span());
            files.add(file);
        }
        Path main = files.get(0);
        if (chain.contains(main)) {
            throw new InvalidInput(
                    entry.span(), Message.of("include cycle detected: {0} includes itself", main.getFileName()));
        }
        Optional<Scalar> own = config.scalar("project_directory");
        Path directory = own.isPresent() ? Reading.path(loader.directory(), own.get()) : main.getParent();
        ModelLoader nested = loader.in(directory, environment(config, directory));
        Mapping model = nested.load(files, chain);
        // Of a directory that is not there the reference takes the parent (localResourceLoader.Dir in
        // loader/loader.go).
        Path start = Files.isDirectory(directory) ? directory : directory.getParent();
        return Optional.of(new RelativePaths(start).included(model));
    }

    /** The parent's variables win; then the named env files, or the directory's own. */
    private Variables environment(Mapping config, Path directory) throws InvalidInput {
        List<Scalar> named = scalars(config.get("env_file"));
        Map<String, String> values = Map.of();
        if (named.isEmpty()) {
            Path dotEnv = directory.resolve(".env");
            if (Files.isRegularFile(dotEnv)) {
                values = DotEnv.read(reading.source(dotEnv), loader.variables()::value, values);
            }
        }
        for (Scalar path : named) {
            if (!path.value().equals("/dev/null")) {
                Path file = Reading.path(loader.directory(), path);
                values = DotEnv.read(reading.source(file, path.span()), loader.variables()::value, values);
            }
        }
        return loader.variables().or(values);
    }

    private static Mapping laidOver(Mapping imported, Mapping document, ResetTags tags) throws InvalidInput {
        Mapping whole = document;
        for (String section : SECTIONS) {
            Optional<Mapping> from = imported.mapping(section);
            if (from.isEmpty()) {
                continue;
            }
            Span span = from.orElseThrow().span();
            Mapping.Entry to = whole.entry(section)
                    .filter(entry -> entry.value() instanceof Mapping)
                    .orElseGet(() -> imported.entry(section).orElseThrow().with(ShortSyntax.mapping(span)));
            Mapping merged = (Mapping) to.value();
            for (Mapping.Entry resource : from.orElseThrow().entries()) {
                Optional<Mapping.Entry> own = ((Mapping) to.value()).entry(resource.name());
                merged = merged.with(own.isEmpty() ? resource : laidOver(section, resource, own.orElseThrow(), tags));
            }
            whole = whole.with(to.with(merged));
        }
        return whole;
    }

    private static Mapping.Entry laidOver(String section, Mapping.Entry imported, Mapping.Entry own, ResetTags tags)
            throws InvalidInput {
        TreePath path = TreePath.of(section, imported.name());
        Node base = tags.apply(imported.value(), path);
        return imported.with(Merge.merge(base, own.value(), path));
    }

    private static List<Scalar> scalars(Optional<Node> node) {
        return node.map(Merge::list).map(Sequence::items).orElse(List.of()).stream()
                .map(Scalar.class::cast)
                .toList();
    }

    private static boolean isRemote(String path) {
        return path.contains("://") || path.startsWith("git@") || path.startsWith("github.com/");
    }

    private static Problem notRead(Scalar path) {
        Message why = isRemote(path.value()) ? Message.of("it is remote") : Message.of("a variable in it has no value");
        return Problem.notRead(
                path.span(),
                Message.of("the include '{0}' was not read: {1}", path.text().shown(), why),
                Message.of("Services in it are not checked."));
    }
}
