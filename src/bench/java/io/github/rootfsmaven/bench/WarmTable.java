package io.github.rootfsmaven.bench;

import io.github.rootfsmaven.bench.Warm.Size;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Our times as multiples of SnakeYAML's. */
final class WarmTable {
    private static final List<String> OURS = List.of("tree", "load", "check");

    private final Path corpus;

    WarmTable(Path corpus) {
        this.corpus = corpus;
    }

    /** @param forks how many JVMs measure; 0 for as many as usual */
    void print(PrintStream out, int forks) throws IOException, RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Warm.class.getName() + "\\.")
                .param("corpus", corpus.toString())
                .shouldFailOnError(true);
        List<RunResult> results = List.copyOf(new Runner((forks == 0 ? options : options.forks(forks)).build()).run());
        out.println();
        out.println("| files | number | KiB | SnakeYAML, µs per file | ns per byte | our tree | loaded | checked |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (RunResult result : results) {
            row(out, result);
        }
    }

    private void row(PrintStream out, RunResult result) throws IOException {
        BenchmarkParams params = result.getParams();
        Size size = Size.valueOf(params.getParam("size"));
        List<Path> files = Warm.files(corpus, size);
        long bytes = files.stream().mapToLong(Warm::bytes).sum();
        double compose = Figures.median(passes(result, "compose"));
        out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.0f | %.0f |",
                size.words(),
                files.size(),
                bytes / 1024,
                compose / 1000 / files.size(),
                compose / bytes);
        for (String ours : OURS) {
            List<Double> ratios = new ArrayList<>();
            List<Double> beside = passes(result, "compose");
            for (double one : passes(result, ours)) {
                ratios.add(one / beside.get(ratios.size()));
            }
            out.print(" " + Figures.shown(ratios) + " |");
        }
        out.println();
    }

    /** What each pass over the files took. */
    private static List<Double> passes(RunResult result, String what) {
        List<Double> passes = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult pass : fork.getIterationResults()) {
                passes.add(pass.getSecondaryResults().get(what).getScore());
            }
        }
        return passes;
    }
}
