package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.knowledge.KnownImage.Needed;
import io.github.rootfsmaven.knowledge.KnownImage.Place;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            Entry top = Entry.of(document, Set.of("schema", "images"));
            if (!top.text("schema").equals("1")) {
                throw new InvalidInput(top.span("schema"), Message.of("schema must be 1"));
            }
            for (Entry image : top.entries("images", IMAGE_KEYS)) {
                images.add(image(image));
            }
        }
        return images;
    }

    private static KnownImage image(Entry image) throws InvalidInput {
        List<Place> writes = new ArrayList<>();
        for (Entry place : image.entries("writes", PLACE_KEYS)) {
            writes.add(place(place));
        }
        List<String> sources = image.texts("sources");
        List<String> names = image.texts("names");
        List<String> packages = image.texts("packages");
        List<String> services = image.texts("services");
        if (sources.isEmpty() || names.isEmpty() && packages.isEmpty() && services.isEmpty()) {
            throw new InvalidInput(image.mapping().span(), Message.of("an image needs a name and a source"));
        }
        if (!packages.isEmpty() && image.texts("programs").isEmpty()) {
            throw new InvalidInput(image.mapping().span(), Message.of("a package needs a program"));
        }
        List<KnownImage.Library> libraries = new ArrayList<>();
        for (Entry library : image.entries("libraries", LIBRARY_KEYS)) {
            libraries.add(new KnownImage.Library(
                    library.text("id"), library.word("evidence", EVIDENCE), library.text("source")));
        }
        return new KnownImage(
                image.text("id"),
                names,
                packages,
                image.texts("programs"),
                services,
                image.optional("command"),
                image.optional("digest"),
                image.optional("from"),
                image.optional("before"),
                image.texts("volumes"),
                sources,
                libraries,
                writes);
    }

    private static Place place(Entry place) throws InvalidInput {
        String path = place.text("path");
        if (!path.startsWith("/") || !Paths.canonical(path).equals(path)) {
            throw new InvalidInput(
                    place.span("path"), Message.of("a path is absolute and canonical: {0}", Paths.canonical(path)));
        }
        Kind kind = place.word("kind", Kind.values());
        Needed needed = place.word("needed", Needed.values());
        Evidence evidence = place.word("evidence", EVIDENCE);
        return new Place(
                path,
                kind,
                needed,
                evidence,
                evidence == Evidence.INFERRED ? "" : place.text("source"),
                place.optional("detail").orElse(""),
                place.optional("moved-by"),
                place.flag("only-root"),
                place.texts("if-set"),
                place.texts("if-run"),
                place.texts("if-mounted"),
                place.texts("unsure-if-mounted"));
    }
}
