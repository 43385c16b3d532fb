package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.knowledge.KnownImage.Needed;
import io.github.rootfsmaven.knowledge.KnownImage.Place;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.NamedFile;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The file with what was seen in running containers: each observation adds to it, and nothing is taken away. */
public final class ObservedFile {
    private static final String HEAD = """
            # What was seen in running containers, by rootfs:observe, which adds to it and sorts it. Change what you know
            # better (needed: tolerated silences a path); comments of your own are not kept.
            schema: 1
            images:
            """;

    private static final Comparator<KnownImage> ORDER = Comparator.comparing(KnownImage::id)
            .thenComparing(image -> String.join(" ", image.names()))
            .thenComparing(image -> image.digest().orElse(""))
            .thenComparing(image -> image.command().orElse(""));

    private ObservedFile() {}

    /**
     * The text of the file with further observations; what somebody changed in it stays.
     *
     * @param file the file, which may be missing
     * @throws BadParameter if the file cannot be read
     * @throws InvalidInput if it does not have its form
     */
    public static String with(Path file, List<Observation> further) throws BadParameter, InvalidInput {
        Optional<SourceFile> there = NamedFile.there("observedFile", file);
        List<KnownImage> images = new ArrayList<>(there.isPresent() ? KnowledgeFile.read(there.get()) : List.of());
        // that somebody looked and saw nothing is worth knowing, too
        further.forEach(observation -> add(observation, images));
        images.sort(ORDER);
        return text(images);
    }

    private static void add(Observation observation, List<KnownImage> images) {
        for (int i = 0; i < images.size(); i++) {
            if (isOf(images.get(i), observation)) {
                images.set(i, joined(images.get(i), observation));
                return;
            }
        }
        KnownImage none = new KnownImage(
                observation.subject().id(),
                observation.subject().repository().stream().toList(),
                List.of(),
                List.of(),
                observation.subject().service().stream().toList(),
                observation.command(),
                observation.digest(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        images.add(joined(none, observation));
    }

    private static boolean isOf(KnownImage image, Observation observation) {
        boolean same = observation
                .subject()
                .repository()
                .map(name -> image.names().equals(List.of(name)))
                .orElseGet(() -> image.names().isEmpty()
                        && image.services()
                                .equals(List.of(observation.subject().service().orElseThrow())));
        return same
                && image.digest().equals(observation.digest())
                && image.command().equals(observation.command());
    }

    private static KnownImage joined(KnownImage image, Observation observation) {
        TreeSet<String> sources = new TreeSet<>(image.sources());
        sources.add(observation.how());
        List<Place> writes = new ArrayList<>(image.writes());
        for (Observation.Place place : observation.places()) {
            // who widened a path by hand wants it wide
            if (writes.stream().noneMatch(known -> Paths.isWithin(place.path(), known.path()))) {
                writes.add(new Place(
                        place.path(),
                        place.kind(),
                        Needed.ALWAYS,
                        Evidence.OBSERVED,
                        observation.how(),
                        place.detail(),
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
            }
        }
        writes.sort(Comparator.comparing(Place::path));
        return new KnownImage(
                image.id(),
                image.names(),
                image.packages(),
                image.programs(),
                image.services(),
                image.command(),
                image.digest(),
                image.from(),
                image.before(),
                image.volumes(),
                List.copyOf(sources),
                image.libraries(),
                writes);
    }

    private static String text(List<KnownImage> images) {
        StringBuilder text = new StringBuilder(HEAD);
        images.forEach(image -> text.append(text(image)));
        return text.toString();
    }

    private static String text(KnownImage image) {
        Item item = new Item("  ")
                .word("id", image.id())
                .words("names", image.names())
                .words("packages", image.packages())
                .words("programs", image.programs())
                .words("services", image.services())
                .word("command", image.command())
                .word("digest", image.digest())
                .word("from", image.from())
                .word("before", image.before())
                .words("volumes", image.volumes())
                .words("sources", image.sources());
        item.items(
                "libraries",
                image.libraries().stream()
                        .map(library -> new Item("      ")
                                .word("id", library.id())
                                .word("evidence", lower(library.evidence()))
                                .word("source", library.source()))
                        .toList());
        item.items("writes", image.writes().stream().map(ObservedFile::item).toList());
        return item.toString();
    }

    private static Item item(Place place) {
        Item item = new Item("      ")
                .word("path", place.path())
                .word("kind", lower(place.kind()))
                .word("needed", lower(place.needed()))
                .word("evidence", lower(place.evidence()));
        if (!place.source().isEmpty()) {
            item.word("source", place.source());
        }
        if (!place.detail().isEmpty()) {
            item.word("detail", place.detail());
        }
        item.word("moved-by", place.movedBy());
        if (place.onlyRoot()) {
            item.word("only-root", "true");
        }
        return item.words("if-set", place.ifSet())
                .words("if-run", place.ifRun())
                .words("if-mounted", place.ifMounted())
                .words("unsure-if-mounted", place.unsureIfMounted());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** An item of a list in block style whose value is a mapping. */
    private static final class Item {
        private final StringBuilder text = new StringBuilder();
        private final String margin;

        Item(String margin) {
            this.margin = margin;
        }

        Item word(String key, String value) {
            String lead = text.isEmpty() ? "- " : "  ";
            text.append(margin).append(lead).append(key).append(": ");
            text.append(scalar(value)).append('\n');
            return this;
        }

        Item word(String key, Optional<String> value) {
            value.ifPresent(word -> word(key, word));
            return this;
        }

        Item words(String key, List<String> values) {
            if (!values.isEmpty()) {
                text.append(margin).append("  ").append(key).append(": [");
                text.append(String.join(", ", values.stream().map(Item::scalar).toList()));
                text.append("]\n");
            }
            return this;
        }

        void items(String key, List<Item> items) {
            if (!items.isEmpty()) {
                text.append(margin).append("  ").append(key).append(":\n");
                items.forEach(text::append);
            }
        }

        /** Plain where that is beyond doubt, else in double quotes: a path in a container may hold anything. */
        private static String scalar(String value) {
            // a word such as no, and a number, means the same: every value of this form is read by its characters
            return value.matches("[A-Za-z/][A-Za-z0-9/._@+ -]*(?<! )") ? value : quoted(value);
        }

        private static String quoted(String value) {
            StringBuilder quoted = new StringBuilder("\"");
            value.codePoints().forEach(c -> {
                if (c == '"' || c == '\\') {
                    quoted.append('\\').appendCodePoint(c);
                } else if (isPlain(c)) {
                    quoted.appendCodePoint(c);
                } else {
                    quoted.append(c > 0xFFFF ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
                }
            });
            return quoted.append('"').toString();
        }

        private static boolean isPlain(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> true;
            };
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
