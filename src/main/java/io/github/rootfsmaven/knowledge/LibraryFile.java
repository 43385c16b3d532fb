package io.github.rootfsmaven.knowledge;

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

/** Reads {@code libraries.yaml}; its head says what each key means. What does not follow it is refused, with its place. */
final class LibraryFile {
    private static final String NAME = "libraries.yaml";
    private static final Set<String> KEYS =
            Set.of("id", "coordinates", "used", "moved-by", "instead-of", "home-first", "detail", "sources");

    private LibraryFile() {}

    /** The file that comes with the plugin; a test reads it, so it is whole. */
    static List<KnownLibrary> bundled() {
        try (InputStream file = LibraryFile.class.getResourceAsStream(NAME)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return read(SourceFile.of(Path.of(NAME), text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InvalidInput broken) {
            throw new IllegalStateException(broken.getMessage(), broken);
        }
    }

    static List<KnownLibrary> read(SourceFile file) throws InvalidInput {
        List<KnownLibrary> libraries = new ArrayList<>();
        for (Node document : YamlReader.read(file)) {
            Entry top = Entry.of(document, Set.of("schema", "libraries"));
            if (!top.text("schema").equals("1")) {
                throw new InvalidInput(top.span("schema"), Message.of("schema must be 1"));
            }
            for (Entry library : top.entries("libraries", KEYS)) {
                libraries.add(library(library));
            }
        }
        return libraries;
    }

    private static KnownLibrary library(Entry library) throws InvalidInput {
        List<String> coordinates = library.texts("coordinates");
        List<String> sources = library.texts("sources");
        if (sources.isEmpty()
                || coordinates.isEmpty()
                || coordinates.stream().anyMatch(name -> !name.matches("[^:]+:[^:]+"))) {
            throw new InvalidInput(
                    library.mapping().span(),
                    Message.of("a library needs coordinates (groupId:artifactId) and a source"));
        }
        return new KnownLibrary(
                library.text("id"),
                coordinates,
                library.word("used", KnownLibrary.Used.values()),
                library.texts("moved-by"),
                library.texts("instead-of"),
                library.flag("home-first"),
                library.optional("detail"),
                sources);
    }
}
