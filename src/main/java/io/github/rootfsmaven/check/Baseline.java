package io.github.rootfsmaven.check;

import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Spelling;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The findings that were there when somebody decided that only new ones are to fail the build.
 *
 * @param file where they are written down; paths in it start from its directory
 * @param entries sorted
 */
public record Baseline(Path file, List<Entry> entries) {
    /** The file's name if the user gives none. */
    public static final String FILE = "rootfs-baseline.json";

    private static final Set<String> KEYS = Set.of("schema", "findings");
    private static final Set<String> ENTRY_KEYS = Set.of("rule", "container", "path", "file", "fingerprint", "count");

    /**
     * A finding. Only file and fingerprint tell it apart; the others are for whoever reads the file.
     *
     * @param rule its rule
     * @param container its container as it may be printed; empty if it has none
     * @param path what it is about, as it may be printed
     * @param file its file, from the baseline's directory, with forward slashes
     * @param fingerprint 32 hexadecimal digits
     * @param count how many of them there are
     */
    public record Entry(String rule, String container, String path, String file, String fingerprint, int count)
            implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::file)
                .thenComparing(Entry::container)
                .thenComparing(Entry::rule)
                .thenComparing(Entry::path)
                .thenComparing(Entry::fingerprint);

        public Entry {
            Objects.requireNonNull(rule);
            Objects.requireNonNull(container);
            Objects.requireNonNull(path);
            Objects.requireNonNull(file);
            Objects.requireNonNull(fingerprint);
        }

        Entry times(int number) {
            return new Entry(rule, container, path, file, fingerprint, number);
        }

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }

        private List<String> key() {
            return List.of(file, fingerprint);
        }
    }

    public Baseline {
        Objects.requireNonNull(file);
        entries = entries.stream().sorted().toList();
    }

    /** The baseline of findings that count; what cannot be suppressed is not in it. */
    public static Baseline of(Path file, Collection<Reported> findings) {
        Map<List<String>, Entry> entries = new LinkedHashMap<>();
        for (Reported reported : findings) {
            if (reported.isActive() && Ignores.isSuppressible(reported.finding().rule())) {
                Entry entry = entry(file, reported);
                entries.merge(entry.key(), entry, (one, another) -> one.times(one.count + another.count));
            }
        }
        return new Baseline(file, List.copyOf(entries.values()));
    }

    private static Entry entry(Path baseline, Reported reported) {
        Finding finding = reported.finding();
        return new Entry(
                finding.rule(),
                finding.container().flatMap(Container::name).map(Located::shown).orElse(""),
                finding.subject(),
                name(baseline, finding.span().file().path()),
                reported.fingerprint(),
                1);
    }

    private static String name(Path baseline, Path file) {
        Path directory = baseline.toAbsolutePath().normalize().getParent();
        Path absolute = file.toAbsolutePath().normalize();
        // Windows: there is no way from one drive to another
        boolean reachable = Objects.equals(directory.getRoot(), absolute.getRoot());
        return (reachable ? directory.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    /** The same without entries that nothing matches any more. */
    public Baseline without(Collection<Entry> fixed) {
        List<Entry> left = new ArrayList<>();
        for (Entry entry : entries) {
            int gone = fixed.stream()
                    .filter(other -> other.key().equals(entry.key()))
                    .mapToInt(Entry::count)
                    .sum();
            if (entry.count > gone) {
                left.add(entry.times(entry.count - gone));
            }
        }
        return new Baseline(file, left);
    }

    /**
     * Reads a baseline: JSON, which is YAML.
     *
     * @throws InvalidInput at what does not have the form of one
     */
    public static Baseline read(SourceFile source) throws InvalidInput {
        List<Node> documents = YamlReader.read(source);
        if (documents.size() != 1) {
            throw new InvalidInput(
                    source.start(), Message.of("this is no baseline"), Message.of("The goal baseline writes it anew."));
        }
        Mapping top = mapping(documents.get(0), KEYS);
        if (!"1".equals(top.single("schema").map(Scalar::value).orElse(""))) {
            throw new InvalidInput(top.span(), Message.of("{0} must be {1}", "schema", 1));
        }
        if (!(top.get("findings").orElse(null) instanceof Sequence findings)) {
            throw new InvalidInput(top.span(), Message.of("{0} must be a list", "findings"));
        }
        List<Entry> entries = new ArrayList<>();
        for (Node item : findings.items()) {
            entries.add(entry(mapping(item, ENTRY_KEYS)));
        }
        return new Baseline(source.path(), entries);
    }

    private static Entry entry(Mapping entry) throws InvalidInput {
        String count = entry.single("count").map(Scalar::value).orElse("1");
        if (!count.matches("[1-9][0-9]{0,5}")) {
            throw new InvalidInput(
                    entry.get("count").orElseThrow().span(), Message.of("{0} must be a number above 0", "count"));
        }
        return new Entry(
                text(entry, "rule"),
                entry.single("container").map(Scalar::value).orElse(""),
                entry.single("path").map(Scalar::value).orElse(""),
                text(entry, "file"),
                text(entry, "fingerprint"),
                Integer.parseInt(count));
    }

    private static Mapping mapping(Node node, Set<String> keys) throws InvalidInput {
        if (!(node instanceof Mapping mapping)) {
            throw new InvalidInput(node.span(), Message.of("must be an object"));
        }
        Optional<Mapping.Entry> strange = mapping.entries().stream()
                .filter(entry -> !keys.contains(entry.name()))
                .findFirst();
        if (strange.isPresent()) {
            String name = strange.get().name();
            throw new InvalidInput(
                    strange.get().key().span(),
                    Message.of("'{0}' is no key of a baseline", name),
                    Spelling.suggestion(name, keys));
        }
        return mapping;
    }

    private static String text(Mapping entry, String key) throws InvalidInput {
        return entry.single(key)
                .map(Scalar::value)
                .orElseThrow(() -> new InvalidInput(entry.span(), Message.of("{0} is missing", key)));
    }

    /** Which findings are in it: each entry takes out as many as it counts. */
    final class Matching {
        private final Map<List<String>, Integer> left = new LinkedHashMap<>();

        Matching() {
            entries.forEach(entry -> left.merge(entry.key(), entry.count, Integer::sum));
        }

        /** Whether a finding is in it that no earlier one has used up. */
        boolean takes(Reported reported) {
            List<String> key = entry(file, reported).key();
            int number = left.getOrDefault(key, 0);
            boolean takes =
                    number > 0 && Ignores.isSuppressible(reported.finding().rule());
            if (takes) {
                left.put(key, number - 1);
            }
            return takes;
        }

        /** What is left when all findings have been asked for. */
        List<Entry> fixed() {
            return entries.stream()
                    .filter(entry -> left.get(entry.key()) > 0)
                    .map(entry -> entry.times(left.get(entry.key())))
                    .toList();
        }
    }
}
