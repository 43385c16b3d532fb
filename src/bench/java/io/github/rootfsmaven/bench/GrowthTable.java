package io.github.rootfsmaven.bench;

import io.github.rootfsmaven.bench.Growth.What;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How time and memory grow with what there is to check. Each time in a JVM of its own, which is cold, as in a build. */
final class GrowthTable {
    private static final int[] FILES = {10, 100, 1_000, 10_000};
    private static final int[] SERVICES = {10, 100, 1_000, 5_000};
    private static final int MOST_MEGABYTES = 2048;

    private GrowthTable() {}

    static void print(PrintStream out, int runs) throws IOException, InterruptedException {
        out.println();
        out.println("| what | number | CPU time, ms | ms for each | passes with a heap of, MB |");
        out.println("|---|---|---|---|---|");
        for (What what : What.values()) {
            for (int number : what == What.SERVICES ? SERVICES : FILES) {
                Path directory = Files.createTempDirectory("growth");
                try {
                    Growth.generate(what, number, directory);
                    row(out, what, number, directory, runs == 0 ? 3 : runs);
                } finally {
                    delete(directory);
                }
            }
        }
    }

    private static void row(PrintStream out, What what, int number, Path directory, int runs)
            throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            times.add(run(what, number, directory, MOST_MEGABYTES).orElseThrow());
        }
        double time = Figures.median(times);
        int heap = 8;
        while (heap < MOST_MEGABYTES && run(what, number, directory, heap).isEmpty()) {
            heap *= 2;
        }
        out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f | %d |%n",
                what.name().toLowerCase(Locale.ROOT),
                number,
                time,
                time / number,
                heap);
    }

    /** The milliseconds that it took; nothing if the memory was too little. */
    private static OptionalDouble run(What what, int number, Path directory, int megabytes)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + megabytes + "m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Growth.class.getName(),
                        what.name(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        if (process.waitFor() != 0) {
            return OptionalDouble.empty();
        }
        if (Integer.parseInt(said[1]) != number) {
            throw new IllegalStateException(said[1] + " containers instead of " + number);
        }
        return OptionalDouble.of(Double.parseDouble(said[0]));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
