package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.knowledge.KnownImage.Needed;
import io.github.rootfsmaven.knowledge.KnownImage.Place;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code images.yaml}; {@code docs/knowledge.md} says what each key means. What does not follow it is refused, with its place. */
final class KnowledgeFile {
    static final String IMAGES = "images.yaml";
    static final String PACKAGES = "packages.yaml";
    private static final Set<String> IMAGE_KEYS = Set.of(
            "id",
            "names",
            "packages",
            "programs",
            "services",
            "command",
            "digest",
            "from",
            "before",
            "volumes",
            "sources",
            "libraries",
            "writes");
    private static final Set<String> LIBRARY_KEYS = Set.of("id", "evidence", "source");
    private static final Set<String> PLACE_KEYS = Set.of(
            "path",
            "kind",
            "needed",
            "evidence",
            "source",
            "detail",
            "moved-by",
            "only-root",
            "if-set",
            "if-run",
            "if-mounted",
            "unsure-if-mounted");

    /** What is known from elsewhere: what the plugin reads in the project's own files is no word of this format. */
    private static final Evidence[] EVIDENCE = {
        Evidence.OBSERVED, Evidence.DOCUMENTED, Evidence.IMAGE, Evidence.REPORTED, Evidence.INFERRED
    };

    private KnowledgeFile() {}

    /** The files that come with the plugin; a test reads them, so they are whole. */
    static List<KnownImage> bundled() {
        return Stream.of(IMAGES, PACKAGES)
                .flatMap(name -> bundled(name).stream())
                .toList();
    }

    private static List<KnownImage> bundled(String name) {
        try {
            return read(SourceFile.of(Path.of(name), resource(name)));
        } catch (InvalidInput broken) {
            throw new IllegalStateException(broken.getMessage(), broken);
        }
    }

    /** The text of a file that comes with the plugin. */
    static String resource(String name) {
        try (InputStream file = KnowledgeFile.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<KnownImage> read(SourceFile file) throws InvalidInput {
        List<KnownImage> images = new ArrayList<>();
        for (Node document : YamlReader.read(file)) {
            Mapping top = mapping(document, Set.of("schema", "images"));
            if (!text(top, "schema").equals("1")) {
                throw new InvalidInput(top.span(), Message.of("schema must be 1"));
            }
            for (Node image : sequence(top, "images")) {
                images.add(image(mapping(image, IMAGE_KEYS)));
            }
        }
        return images;
    }

    private static KnownImage image(Mapping image) throws InvalidInput {
        List<Place> writes = new ArrayList<>();
        for (Node place : sequence(image, "writes")) {
            writes.add(place(mapping(place, PLACE_KEYS)));
        }
        List<String> sources = texts(image, "sources");
        List<String> names = texts(image, "names");
        List<String> packages = texts(image, "packages");
        List<String> services = texts(image, "services");
        if (sources.isEmpty() || names.isEmpty() && packages.isEmpty() && services.isEmpty()) {
            throw new InvalidInput(image.span(), Message.of("an image needs a name and a source"));
        }
        if (!packages.isEmpty() && texts(image, "programs").isEmpty()) {
            throw new InvalidInput(image.span(), Message.of("a package needs a program"));
        }
        List<KnownImage.Library> libraries = new ArrayList<>();
        for (Node item : sequence(image, "libraries")) {
            Mapping library = mapping(item, LIBRARY_KEYS);
            libraries.add(new KnownImage.Library(
                    text(library, "id"), word(library, "evidence", EVIDENCE), text(library, "source")));
        }
        return new KnownImage(
                text(image, "id"),
                names,
                packages,
                texts(image, "programs"),
                services,
                image.scalar("command").map(Scalar::value),
                image.scalar("digest").map(Scalar::value),
                image.scalar("from").map(Scalar::value),
                image.scalar("before").map(Scalar::value),
                texts(image, "volumes"),
                sources,
                libraries,
                writes);
    }

    private static Place place(Mapping place) throws InvalidInput {
        String path = text(place, "path");
        if (!path.startsWith("/") || !Paths.canonical(path).equals(path)) {
            throw new InvalidInput(
                    place.entry("path").orElseThrow().value().span(),
                    Message.of("a path is absolute and canonical: {0}", Paths.canonical(path)));
        }
        Kind kind = word(place, "kind", Kind.values());
        Needed needed = word(place, "needed", Needed.values());
        Evidence evidence = word(place, "evidence", EVIDENCE);
        return new Place(
                path,
                kind,
                needed,
                evidence,
                evidence == Evidence.INFERRED ? "" : text(place, "source"),
                place.scalar("detail").map(Scalar::value).orElse(""),
                place.scalar("moved-by").map(Scalar::value),
                place.scalar("only-root").flatMap(Scalar::bool).orElse(false),
                texts(place, "if-set"),
                texts(place, "if-run"),
                texts(place, "if-mounted"),
                texts(place, "unsure-if-mounted"));
    }

    static Mapping mapping(Node node, Set<String> keys) throws InvalidInput {
        if (!(node instanceof Mapping mapping)) {
            throw new InvalidInput(node.span(), Message.of("must be a mapping"));
        }
        Optional<Mapping.Entry> strange = mapping.entries().stream()
                .filter(entry -> !keys.contains(entry.name()))
                .findFirst();
        if (strange.isPresent()) {
            Span span = strange.get().key().span();
            throw new InvalidInput(
                    span,
                    Message.of("'{0}' is none of the keys {1}", strange.get().name(), sorted(keys)));
        }
        return mapping;
    }

    private static String sorted(Set<String> keys) {
        return String.join(", ", keys.stream().sorted().toList());
    }

    static List<Node> sequence(Mapping mapping, String key) throws InvalidInput {
        Optional<Node> value = mapping.get(key);
        if (value.isPresent() && !(value.get() instanceof Sequence)) {
            throw new InvalidInput(value.get().span(), Message.of("{0} must be a list", key));
        }
        return value.map(node -> ((Sequence) node).items()).orElse(List.of());
    }

    static List<String> texts(Mapping mapping, String key) throws InvalidInput {
        List<String> texts = new ArrayList<>();
        for (Node item : sequence(mapping, key)) {
            if (!(item instanceof Scalar scalar)) {
                throw new InvalidInput(item.span(), Message.of("{0} must be a list of texts", key));
            }
            texts.add(scalar.value());
        }
        return texts;
    }

    static String text(Mapping mapping, String key) throws InvalidInput {
        return mapping.scalar(key)
                .map(Scalar::value)
                .orElseThrow(() -> new InvalidInput(mapping.span(), Message.of("{0} is missing", key)));
    }

    static <T extends Enum<T>> T word(Mapping mapping, String key, T[] values) throws InvalidInput {
        String word = text(mapping, key);
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        mapping.entry(key).orElseThrow().value().span(), Message.of("'{0}' is no {1}", word, key)));
    }
}
