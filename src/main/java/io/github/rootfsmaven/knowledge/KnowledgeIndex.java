package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the plugin's own, of which a build needs a handful of entries: their names are found without reading YAML, and
 * only what is asked for is read. The files keep to one form, which a test holds: an entry begins with {@code - id:}, and
 * its names or packages are a list on one line.
 */
final class KnowledgeIndex implements Entries {
    private static final String HEAD = "schema: 1\nimages:\n";
    private static final String ENTRY = "  - id: ";
    private static final String NAMES = "    names: [";
    private static final String PACKAGES = "    packages: [";

    private final List<Unread> entries = new ArrayList<>();

    private KnowledgeIndex() {}

    /** The files that come with the plugin. */
    static KnowledgeIndex bundled() {
        KnowledgeIndex index = new KnowledgeIndex();
        List.of(KnowledgeFile.IMAGES, KnowledgeFile.PACKAGES).forEach(name -> index.add(KnowledgeFile.resource(name)));
        return index;
    }

    private void add(String text) {
        int start = text.indexOf(ENTRY);
        while (start >= 0) {
            int next = text.indexOf("\n" + ENTRY, start);
            int end = next < 0 ? text.length() : next + 1;
            entries.add(new Unread(text.substring(start, end)));
            start = next < 0 ? -1 : next + 1;
        }
    }

    /** An entry until somebody asks for it. */
    private static final class Unread {
        private final List<String> names;
        private final List<String> packages;
        private final String text;
        private KnownImage image;

        Unread(String text) {
            this.text = text;
            this.names = list(text, NAMES);
            this.packages = list(text, PACKAGES);
        }

        private static List<String> list(String text, String key) {
            int start = text.indexOf("\n" + key);
            if (start < 0) {
                return List.of();
            }
            int from = start + 1 + key.length();
            return Stream.of(text.substring(from, text.indexOf(']', from)).split(","))
                    .map(word -> word.strip().replace("\"", ""))
                    .toList();
        }

        KnownImage read() {
            if (image == null) {
                try {
                    image = KnowledgeFile.read(SourceFile.of(Path.of("images.yaml"), HEAD + text))
                            .get(0);
                } catch (InvalidInput broken) {
                    throw new IllegalStateException(broken.getMessage(), broken);
                }
            }
            return image;
        }
    }

    @Override
    public Stream<KnownImage> named(ImageName name) {
        return entries.stream()
                .filter(entry -> entry.names.stream().anyMatch(pattern -> KnownImage.matches(pattern, name)))
                .map(Unread::read);
    }

    @Override
    public Stream<KnownImage> packaged(List<String> packages) {
        return packages.isEmpty()
                ? Stream.empty()
                : entries.stream()
                        .filter(entry -> entry.packages.stream().anyMatch(packages::contains))
                        .map(Unread::read);
    }

    /** All entries, read. */
    Stream<KnownImage> all() {
        return entries.stream().map(Unread::read);
    }
}
