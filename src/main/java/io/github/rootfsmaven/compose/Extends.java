package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Origins;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets services take over what other services say, of the same document or of another file, as compose-go's {@code
 * loader/extends.go}: the base is resolved first, then the service is laid over it by the rules for files.
 */
final class Extends {
    /** Shallow enough for every thread's stack. */
    private static final int MAX_DEPTH = 500;

    private final Reading reading;
    private final ModelLoader loader;
    private final Map<Named, Node> resolved = new HashMap<>();
    private final Map<Named, Origins.Inherited> bases = new HashMap<>();

    Extends(Reading reading, ModelLoader loader) {
        this.reading = reading;
        this.loader = loader;
    }

    /** A service of certain services: the mapping is compared by identity. */
    private record Named(Mapping services, String name) {}

    /** A service on the way from one that extends to the last base. */
    private record Step(Path file, String service) {}

    /**
     * Where a service's base is looked up.
     *
     * @param services the services of the same file
     * @param tags the tags of its last document
     * @param file the file
     * @param directory where its own references to files start
     */
    private record Place(Mapping services, ResetTags tags, Path file, Path directory) {}

    /** The services of a document with everything that they inherit. */
    Mapping apply(Mapping services, ResetTags tags, Path file) throws InvalidInput {
        Place place = new Place(services, tags, file, loader.directory());
        List<Mapping.Entry> entries = new ArrayList<>();
        for (Mapping.Entry service : services.entries()) {
            entries.add(service.with(resolve(service, place, new ArrayList<>())));
            Optional.ofNullable(bases.get(new Named(services, service.name())))
                    .ifPresent(base -> reading.provenance().inherits(service.name(), base));
        }
        return services.with(entries);
    }

    private Node resolve(Mapping.Entry service, Place place, List<Step> chain) throws InvalidInput {
        Named named = new Named(place.services(), service.name());
        Node known = resolved.get(named);
        if (known != null) {
            return known;
        }
        if (!(service.value() instanceof Mapping own)) {
            return service.value();
        }
        Optional<Mapping.Entry> extension = own.entry("extends").filter(entry -> !Merge.isNull(entry.value()));
        if (extension.isEmpty()) {
            return own;
        }
        Step step = new Step(place.file(), service.name());
        if (chain.contains(step)) {
            List<String> circle = Stream.concat(chain.stream(), Stream.of(step))
                    .map(Step::service)
                    .toList();
            throw new InvalidInput(
                    extension.orElseThrow().span(), Message.of("circular extends: {0}", Circles.shown(circle)));
        }
        if (chain.size() == MAX_DEPTH) {
            throw new InvalidInput(
                    extension.orElseThrow().span(),
                    Message.of("more than {0} services that extend one another", MAX_DEPTH));
        }
        chain.add(step);
        Mapping merged =
                merged(service, own, extension.orElseThrow(), place, chain).without("extends");
        chain.remove(step);
        resolved.put(named, merged);
        return merged;
    }

    private Mapping merged(Mapping.Entry service, Mapping own, Mapping.Entry extension, Place place, List<Step> chain)
            throws InvalidInput {
        Scalar base = baseName(service, extension.value());
        Optional<Scalar> file = extension.value() instanceof Mapping keys ? keys.scalar("file") : Optional.empty();
        Optional<Scalar> unreadable =
                file.filter(path -> path.value().contains("://") || path.value().indexOf(Text.UNRESOLVED) >= 0);
        if (unreadable.isPresent()) {
            reading.missedBase(service.name(), notRead(service, unreadable.orElseThrow()));
            return own;
        }
        Place from = file.isPresent() ? opened(file.orElseThrow(), place) : place;
        Mapping.Entry found = from.services()
                .entry(base.value())
                .orElseThrow(() -> new InvalidInput(
                        base.span(),
                        Message.of(
                                "cannot extend service '{0}': service '{1}' not found in {2}",
                                service.name(),
                                base.text().shown(),
                                file.isPresent() ? Message.of("that file") : Message.of("this file"))));
        Node inherited = resolve(found, from, chain);
        Optional<Origins.Inherited> next = Optional.ofNullable(bases.get(new Named(from.services(), found.name())));
        bases.put(
                new Named(place.services(), service.name()),
                new Origins.Inherited(found.span(), extension.span(), service.name(), next));
        if (reading.isIncomplete(found.name())) {
            reading.inheritsIncomplete(service.name());
        }
        if (!(inherited instanceof Mapping mapping)) {
            return own;
        }
        TreePath path = TreePath.of("services", service.name());
        Node stripped = place.tags().apply(mapping, path);
        Mapping merged = (Mapping) Merge.merge(stripped, own.without("extends"), path);
        reading.provenance().merged(service.name(), mapping, Unicity.enforce(merged, path));
        return merged;
    }

    /**
     * A file with a base: its documents merged, with the variables of the project that extends it; its includes and its
     * schema are not looked at.
     */
    private Place opened(Scalar name, Place place) throws InvalidInput {
        Path path = Reading.path(place.directory(), name);
        Optional<Node> model = Optional.empty();
        ResetTags tags = new ResetTags();
        for (Node document : reading.documents(reading.source(path, name.span()))) {
            tags = new ResetTags();
            Mapping own = loader.interpolated(document, tags);
            Node merged = own;
            if (model.isPresent()) {
                merged = Merge.merge(tags.apply(model.orElseThrow(), TreePath.TOP), own, TreePath.TOP);
            }
            model = Optional.of(Unicity.enforce(merged, TreePath.TOP));
        }
        Mapping services = model.filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .flatMap(mapping -> mapping.mapping("services")
                        .map(all ->
                                mapping.with(List.of(mapping.entry("services").orElseThrow()))))
                .orElseThrow(() -> new InvalidInput(name.span(), Message.of("the file named here has no services")));
        Mapping absolute = new RelativePaths(path.getParent()).extended(services);
        return new Place(absolute.mapping("services").orElseThrow(), tags, path, path.getParent());
    }

    private static Scalar baseName(Mapping.Entry service, Node extension) throws InvalidInput {
        Optional<Scalar> name = extension instanceof Mapping mapping
                ? mapping.scalar("service")
                : Optional.of(extension).filter(Scalar.class::isInstance).map(Scalar.class::cast);
        return name.filter(Scalar::isString)
                .orElseThrow(() -> new InvalidInput(
                        extension.span(),
                        Message.of("services.{0}.extends: the key 'service' is missing", service.name())));
    }

    private static Problem notRead(Mapping.Entry service, Scalar file) {
        Message why =
                file.value().contains("://") ? Message.of("it is remote") : Message.of("a variable in it has no value");
        return Problem.notRead(
                file.span(),
                Message.of(
                        "the base of service '{0}' in '{1}' was not read: {2}",
                        service.name(), file.text().shown(), why),
                Message.of("What it inherits from there is unknown: it is judged by what stands here."));
    }
}
