package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of images that come with the plugin, of which only what is asked for is read. */
final class KnowledgeIndex implements Entries {
    private static final String HEAD = "schema: 1\nimages:\n";
    private static final String ENTRY = "  - id: ";
    private static final String NAMES = "    names: ";
    private static final String PACKAGES = "    packages: ";

    private final List<Unread<KnownImage>> entries = new ArrayList<>();

    /** Where the entries stand that have a name of that repository. */
    private final Map<String, List<Integer>> byRepository = new HashMap<>();

    /** Where those stand that have a name for many repositories. */
    private final Map<String, List<Integer>> byPattern = new HashMap<>();

    private final Map<String, List<Integer>> byPackage = new HashMap<>();

    private KnowledgeIndex() {}

    /** The files that come with the plugin. */
    static KnowledgeIndex bundled() {
        KnowledgeIndex index = new KnowledgeIndex();
        List.of(KnowledgeFile.IMAGES, KnowledgeFile.PACKAGES).forEach(name -> index.add(KnowledgeFile.resource(name)));
        return index;
    }

    private void add(String text) {
        for (Unread<KnownImage> entry : Unread.of(text, ENTRY, KnowledgeIndex::read)) {
            int place = entries.size();
            entries.add(entry);
            for (String name : entry.list(NAMES)) {
                String repository = KnownImage.repository(name);
                note(repository.indexOf('*') < 0 ? byRepository : byPattern, repository, place);
            }
            for (String name : entry.list(PACKAGES)) {
                note(byPackage, name, place);
            }
        }
    }

    private static void note(Map<String, List<Integer>> places, String word, int place) {
        places.computeIfAbsent(word, key -> new ArrayList<>()).add(place);
    }

    private static KnownImage read(String lines) throws InvalidInput {
        return KnowledgeFile.read(SourceFile.of(Path.of(KnowledgeFile.IMAGES), HEAD + lines))
                .get(0);
    }

    @Override
    public Stream<KnownImage> named(ImageName name) {
        SortedSet<Integer> places = new TreeSet<>();
        addNamed(name.repository(), places);
        name.behindUnknown().ifPresent(known -> addNamed(known, places));
        return read(places)
                .filter(image -> image.names().stream().anyMatch(pattern -> KnownImage.matches(pattern, name)));
    }

    private void addNamed(String repository, SortedSet<Integer> places) {
        places.addAll(byRepository.getOrDefault(repository, List.of()));
        byPattern.forEach((pattern, some) -> {
            if (KnownImage.fits(pattern, repository)) {
                places.addAll(some);
            }
        });
    }

    @Override
    public Stream<KnownImage> packaged(List<String> packages) {
        SortedSet<Integer> places = new TreeSet<>();
        packages.forEach(name -> places.addAll(byPackage.getOrDefault(name, List.of())));
        return read(places);
    }

    private Stream<KnownImage> read(SortedSet<Integer> places) {
        return places.stream().map(entries::get).map(Unread::read);
    }

    /** All entries, read. */
    Stream<KnownImage> all() {
        return entries.stream().map(Unread::read);
    }
}
