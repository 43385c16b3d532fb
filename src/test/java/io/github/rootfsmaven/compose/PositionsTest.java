package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.YamlReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A value stands where its place says: the characters there, read alone by another reader, are the value again. For all
 * files of the own cases and of random projects, and of the directories of further cases and files if they are named.
 */
class PositionsTest {
    private static final Set<String> IMPLIED = Set.of("service_started", "true", "", ".");
    private static final int RANDOM = 500;

    @TempDir
    Path directory;

    @Test
    void everyScalarOfEveryFileStandsWhereItsSpanSays() throws IOException {
        int checked = 0;
        for (Path file : files()) {
            try {
                for (Node document : YamlReader.read(SourceFile.read(file))) {
                    List<Scalar> scalars = new ArrayList<>();
                    collect(document, scalars);
                    for (Scalar scalar : scalars) {
                        assertThat(alone(scalar.span()))
                                .as("%s:%d", file, scalar.span().startLine())
                                .isEqualTo(scalar.value());
                        checked++;
                    }
                }
            } catch (InvalidInput refused) {
                continue;
            }
        }
        System.out.println("Places of " + checked + " scalars as written");
        assertThat(checked).isGreaterThan(3000);
    }

    /** After merging, too: what was neither interpolated nor put together is still the text at its place. */
    @Test
    void everyValueOfTheMergedModelStandsWhereItsSpanSays() throws IOException {
        int checked = 0;
        for (ComposeSettings settings : projects()) {
            Optional<Mapping> model = ComposeLoader.load(settings).model();
            if (model.isEmpty()) {
                continue;
            }
            List<Scalar> scalars = new ArrayList<>();
            collect(model.orElseThrow(), scalars);
            for (Scalar scalar : scalars) {
                boolean asWritten =
                        !scalar.text().interpolated() && !scalar.value().contains("$");
                if (asWritten && !IMPLIED.contains(scalar.value()) && !isKeyOfShortForm(scalar)) {
                    assertThat(alone(scalar.span()))
                            .as("%s:%d", scalar.span().file(), scalar.span().startLine())
                            .satisfiesAnyOf(
                                    text -> assertThat(text).isEqualTo(scalar.value()),
                                    text -> assertThat(text).startsWith(key(scalar.value()) + "="));
                    checked++;
                }
            }
        }
        System.out.println("Places of " + checked + " scalars after merging");
        assertThat(checked).isGreaterThan(3000);
    }

    /** An entry that became {@code KEY=value} has the entry's place, and a number in it is printed in its own way. */
    private static String key(String value) {
        return value.split("=", 2)[0];
    }

    /** The key that a short form leaves unsaid has the place of the value. */
    private static boolean isKeyOfShortForm(Scalar scalar) {
        return Set.of("context", "condition", "required", "path").contains(scalar.value())
                && !scalar.span().text().equals(scalar.value());
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots()) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> file.toString().matches(".*\\.ya?ml"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        for (ComposeSettings project : randomProjects()) {
            files.addAll(project.files());
        }
        return files;
    }

    private List<ComposeSettings> projects() throws IOException {
        List<ComposeSettings> projects = new ArrayList<>(randomProjects());
        List<Path> cases = new ArrayList<>(List.of(Path.of("src", "test", "resources", "compose-cases")));
        TestDirectory.named("rootfs.composeCases").ifPresent(cases::add);
        for (Path root : cases) {
            for (CaseFolder folder : CaseFolder.below(root)) {
                folder.settings().ifPresent(projects::add);
            }
        }
        Optional<Path> corpus = TestDirectory.named("rootfs.corpus");
        if (corpus.isPresent()) {
            try (Stream<Path> all = Files.walk(corpus.orElseThrow().resolve("files"))) {
                all.filter(file -> file.toString().matches(".*\\.ya?ml"))
                        .map(file ->
                                new ComposeSettings(List.of(file), List.of(), Map.of(), List.of("*"), Unset.UNKNOWN))
                        .forEach(projects::add);
            }
        }
        return projects;
    }

    private static List<Path> roots() {
        List<Path> roots = new ArrayList<>(List.of(Path.of("src", "test", "resources", "compose-cases")));
        TestDirectory.named("rootfs.composeCases").ifPresent(roots::add);
        TestDirectory.named("rootfs.corpus")
                .map(corpus -> corpus.resolve("files"))
                .ifPresent(roots::add);
        return roots;
    }

    private List<ComposeSettings> randomProjects() throws IOException {
        List<ComposeSettings> projects = new ArrayList<>();
        for (int seed = 1; seed <= RANDOM; seed++) {
            RandomProject.Written project = RandomProject.of(seed);
            Path place = directory.resolve("p" + seed).resolve("in");
            for (Map.Entry<String, String> file : project.texts().entrySet()) {
                Path path = place.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            projects.add(new ComposeSettings(
                    project.files().stream().map(place::resolve).toList(),
                    List.of(),
                    Map.of(),
                    project.profiles(),
                    Unset.EMPTY));
        }
        return projects;
    }

    private static void collect(Node node, List<Scalar> scalars) {
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                scalars.add(entry.key());
                collect(entry.value(), scalars);
            }
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> collect(item, scalars));
        } else {
            scalars.add((Scalar) node);
        }
    }

    /** What the library makes of the characters at a place; an entry of a mapping is the {@code KEY=value} it means. */
    private static String alone(Span span) {
        String text = span.text();
        try {
            org.yaml.snakeyaml.nodes.Node node = new Yaml().compose(new StringReader(text));
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            if (node instanceof MappingNode mapping && mapping.getValue().size() == 1) {
                NodeTuple entry = mapping.getValue().get(0);
                return ((ScalarNode) entry.getKeyNode()).getValue() + "="
                        + ((ScalarNode) entry.getValueNode()).getValue();
            }
            return node == null ? "" : "not one value: " + text;
        } catch (YAMLException | ClassCastException broken) {
            return "not read alone: " + text;
        }
    }
}
