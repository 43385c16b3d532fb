package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.rootfsmaven.compose.RandomProject.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random projects are read by Docker Compose and by us, and must become the same: both refuse, or both make the same of
 * it. {@code -Ddifferential.projects=N} sets how many, {@code -Ddifferential.seed=S} where to begin. A failure prints
 * the smallest project that still differs. Where no Docker Compose is installed, the test is skipped and says so.
 */
class DifferentialTest {
    private static final int PROJECTS = Integer.getInteger("differential.projects", 200);
    private static final long SEED = Long.getLong("differential.seed", 1);

    @TempDir
    Path directory;

    private final AtomicInteger places = new AtomicInteger();

    @Test
    void randomProjectsAreReadAsTheReferenceReadsThem() throws Exception {
        DockerCompose.Answer version = DockerCompose.version();
        if (!version.worked()) {
            System.out.println("SKIPPED: no Docker Compose here to compare with: "
                    + version.errors().strip());
        }
        Assumptions.assumeTrue(version.worked());
        ConcurrentLinkedQueue<Long> different = new ConcurrentLinkedQueue<>();
        AtomicInteger accepted = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        for (long seed = SEED; seed < SEED + PROJECTS; seed++) {
            long number = seed;
            pool.submit(() -> {
                Outcome outcome = outcome(RandomProject.of(number));
                if (!outcome.differences().isEmpty()) {
                    different.add(number);
                } else if (outcome.accepted()) {
                    accepted.incrementAndGet();
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.MINUTES)).isTrue();
        System.out.println("Docker Compose " + version.output().strip() + ": " + PROJECTS + " random projects, "
                + accepted + " accepted by both, " + different.size() + " read differently");
        Optional<Long> first = different.stream().min(Comparator.naturalOrder());
        first.ifPresent(seed -> {
            Written smallest = smallest(RandomProject.of(seed));
            throw new AssertionError("seed " + seed + " (of " + different.size() + "): "
                    + outcome(smallest).differences() + "\nprofiles " + smallest.profiles() + " files "
                    + smallest.files() + "\n" + shown(smallest));
        });
        assertThat(accepted.get()).as("most projects must be good ones").isGreaterThan(PROJECTS / 3);
    }

    /** What came of one project. */
    private record Outcome(boolean accepted, List<String> differences) {}

    private Outcome outcome(Written project) {
        try {
            // The folder's name is the project's: it must be a name that begins with a letter.
            Path place = Files.createDirectories(
                    directory.resolve("p" + places.incrementAndGet()).resolve("in"));
            for (Map.Entry<String, String> file : project.texts().entrySet()) {
                Path path = place.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            List<Path> files = project.files().stream().map(place::resolve).toList();
            Map<String, String> environment = Map.of("HOME", DockerCompose.HOME, "PATH", System.getenv("PATH"));
            ComposeSettings settings =
                    new ComposeSettings(files, List.of(), environment, project.profiles(), Unset.EMPTY);
            JsonObject reference = DockerCompose.config(settings, place);
            JsonObject ours = ReferenceJson.ours(settings, DockerCompose.HOME);
            List<String> differences = ReferenceJson.differences(reference, ours, key -> true, false).stream()
                    .map(difference -> difference.replace(place.toString(), "$DIR"))
                    .toList();
            return new Outcome(!reference.has("error"), differences);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (RuntimeException | StackOverflowError broken) {
            return new Outcome(false, List.of("our loader breaks: " + broken));
        }
    }

    /** Takes files and blocks of lines away for as long as the project still differs. */
    private Written smallest(Written project) {
        Written smallest = project;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Written candidate : candidates(smallest)) {
                if (!outcome(candidate).differences().isEmpty()) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<Written> candidates(Written project) {
        List<Written> candidates = new ArrayList<>();
        for (String file : project.texts().keySet()) {
            if (!file.equals("compose.yaml")) {
                Map<String, String> fewer = new LinkedHashMap<>(project.texts());
                fewer.remove(file);
                candidates.add(new Written(
                        fewer,
                        project.files().stream()
                                .filter(name -> !name.equals(file))
                                .toList(),
                        project.profiles()));
            }
        }
        for (Map.Entry<String, String> file : project.texts().entrySet()) {
            List<String> lines = file.getValue().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Map<String, String> shorter = new LinkedHashMap<>(project.texts());
                shorter.put(file.getKey(), without(lines, i));
                candidates.add(new Written(shorter, project.files(), project.profiles()));
            }
        }
        return candidates;
    }

    /** The text without a line and all that is indented deeper below it. */
    private static String without(List<String> lines, int index) {
        int end = index + 1;
        while (end < lines.size() && indent(lines.get(end)) > indent(lines.get(index))) {
            end++;
        }
        int last = end;
        return Stream.concat(lines.stream().limit(index), lines.stream().skip(last))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String shown(Written project) {
        StringBuilder shown = new StringBuilder();
        project.texts()
                .forEach((name, text) ->
                        shown.append("== ").append(name).append('\n').append(text));
        return shown.toString();
    }
}
