package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Real Compose files and what Docker Compose 2.40.3 makes of them, below the directory that {@code -Drootfs.corpus}
 * names: {@code files/} and, for each, {@code expected/<file>.json}. Where we differ on purpose, the page
 * docs/compose-support.md says so and why; that table is the only list of exceptions.
 */
class CorpusTest {
    private static final Path PAGE = Path.of("docs", "compose-support.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+\\.ya?ml)` \\| (.+?) \\|");

    /** The keys that the corpus tells about. */
    private static final Set<String> KEYS = Set.of(
            "build",
            "cap_add",
            "command",
            "configs",
            "devices",
            "entrypoint",
            "image",
            "pid",
            "post_start",
            "pre_stop",
            "privileged",
            "profiles",
            "read_only",
            "secrets",
            "security_opt",
            "shm_size",
            "tmpfs",
            "user",
            "volumes",
            "volumes_from",
            "working_dir");

    @TestFactory
    Stream<DynamicTest> everyFileIsReadAsTheReferenceReadsIt() throws IOException {
        Optional<Path> corpus = TestDirectory.named("rootfs.corpus");
        if (corpus.isEmpty()) {
            return Stream.empty();
        }
        Set<String> deviations = deviations().keySet();
        return entries(corpus.orElseThrow()).entrySet().stream()
                .filter(entry -> !deviations.contains(entry.getKey()))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(differences(corpus.orElseThrow(), entry))
                                .isEmpty()));
    }

    /** A row of the table that no longer stands for a difference, or for a file, is a mistake too. */
    @Test
    void everyDeviationIsOne() throws IOException {
        Optional<Path> corpus = TestDirectory.named("rootfs.corpus");
        Assumptions.assumeTrue(corpus.isPresent());
        Map<String, JsonObject> entries = entries(corpus.orElseThrow());
        Set<String> needless = new TreeSet<>();
        for (String file : deviations().keySet()) {
            if (!entries.containsKey(file)
                    || differences(corpus.orElseThrow(), Map.entry(file, entries.get(file)))
                            .isEmpty()) {
                needless.add(file);
            }
        }
        assertThat(needless).isEmpty();
    }

    private static List<String> differences(Path corpus, Map.Entry<String, JsonObject> entry) {
        Path files = corpus.resolve("files");
        Path file = files.resolve(entry.getKey());
        String directory = file.getParent().toString();
        String repository = files.resolve(Path.of(entry.getKey()).getName(0)).toString();
        ComposeSettings settings = new ComposeSettings(
                List.of(file), List.of(), Map.of("HOME", DockerCompose.HOME), List.of("*"), Unset.EMPTY);
        JsonObject ours = (JsonObject) ReferenceJson.mapped(
                ReferenceJson.ours(settings, DockerCompose.HOME),
                text -> text.replace(directory, "$DIR").replace(repository, "$REPO"));
        JsonObject expected = (JsonObject) ReferenceJson.mapped(entry.getValue(), text -> text.replace("$$", "$"));
        return ReferenceJson.differences(expected, ours, KEYS::contains, false);
    }

    private static Map<String, JsonObject> entries(Path corpus) throws IOException {
        Path expected = corpus.resolve("expected");
        Map<String, JsonObject> entries = new TreeMap<>();
        List<Path> answers;
        try (Stream<Path> all = Files.walk(expected)) {
            answers = all.filter(Files::isRegularFile).toList();
        }
        for (Path answer : answers) {
            String name =
                    expected.relativize(answer).toString().replace('\\', '/').replaceFirst("\\.json$", "");
            entries.put(name, ReferenceJson.object(Files.readString(answer)));
        }
        return entries;
    }

    private static Map<String, String> deviations() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            reasons.put(row.group(1), row.group(2));
        }
        return reasons;
    }
}
