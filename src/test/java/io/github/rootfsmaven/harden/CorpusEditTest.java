package io.github.rootfsmaven.harden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.compose.ComposeLoader;
import io.github.rootfsmaven.compose.ComposeSettings;
import io.github.rootfsmaven.compose.TestDirectory;
import io.github.rootfsmaven.compose.Unset;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every service of the real Compose files below {@code -Drootfs.corpus} gets the same four things. What Docker Compose
 * would make of each file must be what it was and these four, and nothing in the file may go.
 */
class CorpusEditTest {
    private static final String NAME = "added-by-test";
    private static final String TMPFS = "/added-by-test:size=1m,mode=1777";
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)#.*$");

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyServiceOfEveryFile(@TempDir Path work) throws Exception {
        Optional<Path> corpus = TestDirectory.named("rootfs.corpus");
        if (corpus.isEmpty()) {
            return;
        }
        Path copy = copied(corpus.get().resolve("files"), work);
        List<Path> files;
        try (Stream<Path> all = Files.walk(copy)) {
            files = all.filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
        Map<String, String> diffs = new LinkedHashMap<>();
        for (Path path : files) {
            String name = copy.relativize(path).toString().replace('\\', '/');
            try {
                file(name, path, diffs);
            } catch (InvalidInput broken) {
                count("files that are not YAML");
            }
        }
        applied(work, copy, diffs);
        counts.forEach((what, number) -> System.out.println("harden corpus: " + number + " " + what));
        assertThat(wrong).isEmpty();
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void file(String name, Path path, Map<String, String> diffs) throws Exception {
        SourceFile file = SourceFile.read(path);
        List<Change> changes = changes(file);
        counts.merge("services", services(changes), Integer::sum);
        if (changes.isEmpty()) {
            count("files without services");
            return;
        }
        Optional<Map<Object, Object>> before = model(path);
        changes.add(new Change.Volume(file, NAME, "keeps what the program writes"));
        InPlace.Edited edited = InPlace.of(file, changes, true);
        count("files edited");
        for (InPlace.Refused refused : edited.refused()) {
            count("refused: " + refused.why().english().replaceAll("[&*][\\w.-]+|'[^']*'", "X"));
        }
        kept(name, file.whole(), edited.text());
        habits(name, file, edited.text());
        Files.writeString(path, edited.text());
        String diff = UnifiedDiff.of(name, file.whole(), edited.text());
        diffs.put(name, diff);
        if (edited.refused().isEmpty() && before.isPresent()) {
            count("files whose model was compared");
            Optional<Map<Object, Object>> after = model(path);
            String difference = difference(before.get(), after.orElse(Map.of()), changes);
            if (!difference.isEmpty()) {
                wrong.add(name + ": " + difference);
            }
        }
        Files.writeString(path, file.whole());
    }

    private static int services(List<Change> changes) {
        return (int) changes.stream()
                .filter(change ->
                        change instanceof Change.Item item && item.list().equals("tmpfs"))
                .count();
    }

    private static List<Change> changes(SourceFile file) throws InvalidInput {
        List<Change> changes = new ArrayList<>();
        for (Node document : YamlReader.read(file)) {
            if (document instanceof Mapping top) {
                top.mapping("services").ifPresent(services -> changes(services, changes));
            }
        }
        return changes;
    }

    private static void changes(Mapping services, List<Change> changes) {
        for (Mapping.Entry entry : services.entries()) {
            Span key = entry.key().span();
            if (!(entry.value() instanceof Mapping service)
                    || service.entry("read_only").isEmpty()) {
                changes.add(new Change.Key(key, "read_only", "true", "nothing writes to the image"));
            }
            changes.add(new Change.Item(key, "tmpfs", TMPFS, "temporary files"));
            changes.add(new Change.Item(key, "volumes", NAME + ":/" + NAME + "-data", "keeps what it writes"));
        }
    }

    /** With other line ends, or without the last one, the same is written; declared once is declared. */
    private void habits(String name, SourceFile file, String edited) throws InvalidInput {
        String text = file.text();
        if (!text.contains("\r")) {
            String windows = again(SourceFile.of(file.path(), text.replace("\n", "\r\n")));
            if (!windows.isEmpty() && !windows.equals(edited.replace("\n", "\r\n"))) {
                wrong.add(name + ": with CRLF " + UnifiedDiff.of(name, edited.replace("\n", "\r\n"), windows));
            }
        }
        if (text.matches("(?s).*[^\\s]\n")) {
            String open = again(SourceFile.of(file.path(), text.substring(0, text.length() - 1)));
            if (open.isEmpty()) {
                count("files that could not be added to without their last line end");
            } else if (!(open + "\n").equals(edited)) {
                wrong.add(name + ": without the last line end " + UnifiedDiff.of(name, edited, open + "\n"));
            }
        }
        SourceFile once = SourceFile.of(file.path(), edited);
        InPlace.Edited twice = InPlace.of(once, List.of(new Change.Volume(once, NAME, "")), true);
        if (edited.contains("\n  " + NAME + ":") && !twice.text().equals(edited)) {
            wrong.add(name + ": declared twice");
        }
        List<Change> keys =
                changes(once).stream().filter(Change.Key.class::isInstance).toList();
        List<Change> items =
                changes(once).stream().filter(Change.Item.class::isInstance).toList();
        InPlace.Edited more = InPlace.of(once, items, true);
        if (keys.isEmpty() && !more.refused().isEmpty()) {
            wrong.add(name + ": edited once it cannot be edited again: " + more.refused());
        }
    }

    private String again(SourceFile file) throws InvalidInput {
        List<Change> changes = changes(file);
        changes.add(new Change.Volume(file, NAME, "keeps what the program writes"));
        InPlace.Edited edited = InPlace.of(file, changes, true);
        boolean block = edited.refused().stream()
                .anyMatch(refused -> refused.why().english().startsWith("the file ends within a block of text"));
        return block ? "" : edited.text();
    }

    /** All lines are there in their order, but for those of a value that was replaced; all comments are. */
    private void kept(String name, String before, String after) {
        List<String> comments = COMMENT.matcher(before)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
        List<String> left = COMMENT.matcher(after)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
        int at = 0;
        for (String comment : comments) {
            while (at < left.size() && !left.get(at).equals(comment)) {
                at++;
            }
            if (at++ >= left.size()) {
                wrong.add(name + ": lost " + comment);
                return;
            }
        }
        UnifiedDiff.of("x", before, after)
                .lines()
                .skip(2)
                .filter(line -> line.startsWith("-"))
                .forEach(line -> {
                    count("lines of the old text that changed");
                    if (!line.matches("-.*([\\[{]|tmpfs:|volumes:|[}\\]]|\\*).*")
                            && !before.endsWith(line.substring(1))) {
                        wrong.add(name + ": changed " + line);
                    }
                });
    }

    private static Optional<Map<Object, Object>> model(Path path) {
        ComposeSettings settings =
                new ComposeSettings(List.of(path), List.of(), Map.of("HOME", "/home/x"), List.of("*"), Unset.EMPTY);
        try {
            return Optional.of(map(ComposeLoader.config(settings, "/home/x")));
        } catch (InvalidInput refused) {
            return Optional.empty();
        }
    }

    private static Object plain(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.value();
        }
        if (node instanceof Sequence list) {
            return new ArrayList<>(
                    list.items().stream().map(CorpusEditTest::plain).toList());
        }
        return map((Mapping) node);
    }

    private static Map<Object, Object> map(Mapping mapping) {
        Map<Object, Object> map = new TreeMap<>();
        mapping.entries().forEach(entry -> map.put(entry.name(), plain(entry.value())));
        return map;
    }

    /** What is left of the new model when what was added is taken away, beside the old one. */
    @SuppressWarnings("unchecked")
    private String difference(Map<Object, Object> before, Map<Object, Object> after, List<Change> changes) {
        Set<Object> own = new HashSet<>();
        Set<Object> added = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Key key) {
                added.add(key.service().text().replaceAll("[\"']", ""));
            } else if (change instanceof Change.Item item) {
                own.add(item.service().text().replaceAll("[\"']", ""));
            }
        }
        Map<Object, Object> old = (Map<Object, Object>) before.getOrDefault("services", Map.of());
        Map<Object, Object> now = (Map<Object, Object>) after.getOrDefault("services", Map.of());
        if (!old.keySet().equals(now.keySet())) {
            return "services " + old.keySet() + " are " + now.keySet();
        }
        for (Object name : old.keySet()) {
            Map<Object, Object> was = (Map<Object, Object>) old.get(name);
            Map<Object, Object> is = (Map<Object, Object>) now.get(name);
            if (!own.contains(name)) {
                continue;
            }
            boolean tmpfs = list(is, "tmpfs").removeIf(TMPFS::equals);
            boolean volume =
                    list(is, "volumes").removeIf(item -> item.toString().contains(NAME));
            if (!tmpfs || !volume) {
                return name + " lacks something: " + is;
            }
            for (String list : List.of("tmpfs", "volumes")) {
                if (list(is, list).isEmpty()) {
                    is.remove(list);
                }
            }
            if (added.contains(name)) {
                was.put("read_only", "true");
            }
            if (!was.equals(is)) {
                return name + " was " + was + " and is " + is;
            }
        }
        Map<Object, Object> volumes = (Map<Object, Object>) after.getOrDefault("volumes", Map.of());
        if (volumes.remove(NAME) == null) {
            return "the volume is not declared";
        }
        before.remove("services");
        after.remove("services");
        before.putIfAbsent("volumes", new TreeMap<>());
        return before.equals(after) ? "" : before + " is " + after;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<Object, Object> service, String key) {
        return (List<Object>) service.getOrDefault(key, new ArrayList<>());
    }

    /** The copy is in its old state; one patch of all files brings all of it to the new one. */
    private void applied(Path work, Path copy, Map<String, String> diffs) throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Map.Entry<String, String> diff : diffs.entrySet()) {
            if (!diff.getValue().isEmpty()) {
                expected.put(diff.getKey(), diff.getValue());
            }
        }
        Path patch = Files.writeString(work.resolve("rootfs.patch"), String.join("", expected.values()));
        Map<String, byte[]> before = new LinkedHashMap<>();
        for (String name : expected.keySet()) {
            before.put(name, Files.readAllBytes(copy.resolve(name)));
        }
        Optional<String> failure = Git.apply(copy, patch);
        if (failure.isEmpty()) {
            return;
        }
        if (!failure.get().isEmpty()) {
            wrong.add("git apply: " + failure.get());
            return;
        }
        for (String name : expected.keySet()) {
            String now = Files.readString(copy.resolve(name));
            String diff = UnifiedDiff.of(name, new String(before.get(name), StandardCharsets.UTF_8), now);
            if (!diff.equals(expected.get(name))) {
                wrong.add(name + ": git apply made other bytes");
            }
            count("files that git apply patched");
        }
    }

    private static Path copied(Path files, Path work) throws Exception {
        Path copy = work.resolve("files");
        List<Path> all;
        try (Stream<Path> walk = Files.walk(files)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path to = copy.resolve(files.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(to);
            } else {
                Files.copy(path, to);
            }
        }
        return copy;
    }
}
