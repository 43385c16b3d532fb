package io.github.rootfsmaven.bench;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.compose.ComposeLoader;
import io.github.rootfsmaven.compose.ComposeSettings;
import io.github.rootfsmaven.compose.Unset;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.YamlReader;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the YAML files of a corpus, each for itself, in a JVM that knows the way: as SnakeYAML does it, and as we do. All in
 * turn in one JVM, so that what else the machine does meanwhile changes all; CPU time of the one thread, for a busy machine
 * says nothing with its clock.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 12)
@Measurement(iterations = 9)
public class Warm {
    /** Nanoseconds of CPU time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cpu {
        public double compose;
        public double tree;
        public double load;
        public double check;

        private long last;

        private double lap() {
            long before = last;
            last = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            return last - before;
        }
    }

    /** How large files are. */
    public enum Size {
        ALL("all", 0, Long.MAX_VALUE),
        SMALL("below 1 KiB", 0, 1024),
        MEDIUM("1 to 4 KiB", 1024, 4096),
        LARGE("4 KiB and more", 4096, Long.MAX_VALUE);

        private final String words;
        private final long least;
        private final long end;

        Size(String words, long least, long end) {
            this.words = words;
            this.least = least;
            this.end = end;
        }

        String words() {
            return words;
        }
    }

    /** The directory with the files. */
    @Param("")
    public String corpus;

    /** Which of them. */
    @Param({"ALL", "SMALL", "MEDIUM", "LARGE"})
    public Size size;

    private final Check check = new Check(Rules.all());
    private List<Path> files;

    /** The YAML files of that size below a directory. */
    static List<Path> files(Path directory, Size size) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .filter(file -> size.least <= bytes(file) && bytes(file) < size.end)
                    .sorted()
                    .toList();
        }
    }

    static long bytes(Path file) {
        return file.toFile().length();
    }

    /** Looks for the files. */
    @Setup
    public void find() throws IOException {
        files = files(Path.of(corpus), size);
    }

    /** All four. */
    @Benchmark
    public int inTurn(Cpu cpu) throws Exception {
        cpu.lap();
        int sum = compose();
        cpu.compose += cpu.lap();
        sum += tree();
        cpu.tree += cpu.lap();
        sum += load();
        cpu.load += cpu.lap();
        sum += check();
        cpu.check += cpu.lap();
        return sum;
    }

    /** What we are measured by: SnakeYAML's own tree of the same bytes. */
    private int compose() throws IOException {
        LoaderOptions options = new LoaderOptions();
        // real files have hundreds of aliases
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        int documents = 0;
        for (Path file : files) {
            try {
                for (Object document : new Yaml(options).composeAll(new StringReader(Files.readString(file)))) {
                    documents += document == null ? 0 : 1;
                }
            } catch (YAMLException broken) {
                documents++;
            }
        }
        return documents;
    }

    /** Our tree, in which everything knows its place. */
    private int tree() throws IOException {
        int documents = 0;
        for (Path file : files) {
            try {
                documents += YamlReader.read(SourceFile.read(file)).size();
            } catch (InvalidInput broken) {
                documents++;
            }
        }
        return documents;
    }

    /** The services, with everything that Docker Compose does to get them. */
    private int load() {
        int services = 0;
        for (Path file : files) {
            services += ComposeLoader.load(
                            new ComposeSettings(List.of(file), List.of(), Map.of(), List.of("*"), Unset.UNKNOWN))
                    .services()
                    .size();
        }
        return services;
    }

    /** The findings: loaded, joined with images and what is known of them, and judged by all rules. */
    private int check() throws Exception {
        int findings = 0;
        for (Path file : files) {
            ProjectSettings settings = ProjectSettings.in(file.getParent())
                    .withComposeFiles(List.of(file))
                    .withPatterns(List.of(), List.of());
            findings += check.run(ProjectLoader.load(settings), Policy.standard())
                    .findings()
                    .size();
        }
        return findings;
    }
}
