package io.github.rootfsmaven.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures, and prints the tables of docs/performance.md. {@code mvn -Pbench test-compile exec:exec
 * -Drootfs.corpus=DIRECTORY}; {@code -Dbench=warm} or {@code growth} for one of them.
 */
public final class Bench {
    private Bench() {}

    /**
     * Measures what the first argument names.
     *
     * @param arguments {@code warm}, {@code growth} or {@code all}; how many JVMs measure each, 0 for as many as usual; and
     *     the directory with real Compose files, for {@code warm}
     */
    public static void main(String[] arguments) throws IOException, RunnerException, InterruptedException {
        String what = arguments[0];
        int forks = Integer.parseInt(arguments[1]);
        if (what.equals("all") || what.equals("warm")) {
            new WarmTable(Path.of(arguments[2])).print(System.out, forks);
        }
        if (what.equals("all") || what.equals("growth")) {
            GrowthTable.print(System.out, forks);
        }
    }
}
