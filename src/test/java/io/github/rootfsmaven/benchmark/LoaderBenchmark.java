package io.github.rootfsmaven.benchmark;

import io.github.rootfsmaven.compose.ComposeLoader;
import io.github.rootfsmaven.compose.ComposeSettings;
import io.github.rootfsmaven.compose.Unset;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.YamlReader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * How much CPU time our reading of Compose files takes, beside what SnakeYAML needs to compose the same bytes: in one
 * warm JVM, on one thread, in turn, as ratios. {@code mvn -Pbenchmark test-compile exec:exec
 * -Drootfs.corpus=DIRECTORY}; see CONTRIBUTING.md.
 */
public final class LoaderBenchmark {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    private LoaderBenchmark() {}

    /** A way to read all files once. */
    private interface Reader {
        int read(List<Path> files) throws Exception;
    }

    /** Reads all YAML files below the directory that the first argument names. */
    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        List<Double> tree = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long compose = time(LoaderBenchmark::compose, files);
            long ours = time(LoaderBenchmark::read, files);
            long load = time(LoaderBenchmark::load, files);
            if (round >= WARM_UP) {
                tree.add((double) ours / compose);
                whole.add((double) load / compose);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d files, %d KiB; CPU time as a multiple of SnakeYAML composing the same bytes, median (min-max) of %d:%n"
                        + "  our tree with places   %s%n  the whole loader       %s%n",
                files.size(),
                bytes / 1024,
                ROUNDS,
                shown(tree),
                shown(whole));
    }

    private static String shown(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f)",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    private static long time(Reader reader, List<Path> files) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (reader.read(files) == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static int compose(List<Path> files) throws Exception {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        int documents = 0;
        for (Path file : files) {
            Yaml yaml = new Yaml(options);
            try {
                for (Object document : yaml.composeAll(new StringReader(Files.readString(file)))) {
                    documents += document == null ? 0 : 1;
                }
            } catch (org.yaml.snakeyaml.error.YAMLException broken) {
                documents++;
            }
        }
        return documents;
    }

    private static int read(List<Path> files) throws Exception {
        int documents = 0;
        for (Path file : files) {
            try {
                documents += YamlReader.read(SourceFile.read(file)).size();
            } catch (io.github.rootfsmaven.text.InvalidInput broken) {
                documents++;
            }
        }
        return documents;
    }

    private static int load(List<Path> files) {
        int services = 1;
        for (Path file : files) {
            services += ComposeLoader.load(
                            new ComposeSettings(List.of(file), List.of(), Map.of(), List.of("*"), Unset.UNKNOWN))
                    .services()
                    .size();
        }
        return services;
    }
}
