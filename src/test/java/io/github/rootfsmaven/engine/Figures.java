package io.github.rootfsmaven.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Counts what a run proved, prints it at the end, and writes a run with the map down if {@code -Drootfs.truth.update=true}. */
final class Figures implements TestWatcher {
    private static final Namespace OURS = Namespace.create(Figures.class);

    @Override
    public void testSuccessful(ExtensionContext context) {
        Run run = run(context);
        context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, Claim.class))
                .ifPresent(method -> run.proved.add(method.toString()));
    }

    /** Notes what the map was held against. */
    static void compared(ExtensionContext context, int containers, int paths, int differences) {
        Run run = run(context);
        run.containers = containers;
        run.paths = paths;
        run.differences = differences;
    }

    private static Run run(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(Run.class, type -> new Run(), Run.class);
    }

    /** One run of all tests; the end of it closes this. */
    private static final class Run implements AutoCloseable {
        private final Set<String> proved = ConcurrentHashMap.newKeySet();
        private int containers;
        private int paths;
        private int differences = -1;

        @Override
        public void close() {
            String row = "| " + Engine.runc() + " | " + proved.size() + " | " + containers + " | " + paths + " | "
                    + (differences < 0 ? "not compared" : differences) + " | " + Engine.description() + " |";
            System.out.println(Truth.HEAD + System.lineSeparator() + row);
            if (Truth.isUpdated() && differences >= 0) {
                write(row);
            }
        }

        private static void write(String row) {
            try {
                List<String> rows = new ArrayList<>(Truth.part("figures")
                        .lines()
                        .filter(line -> line.startsWith("| ") && !line.equals(Truth.HEAD))
                        .filter(line -> !line.startsWith("| " + Engine.runc() + " |"))
                        .toList());
                rows.add(row);
                rows.sort(null);
                Truth.write("figures", Truth.HEAD + "\n|---|---|---|---|---|---|\n" + String.join("\n", rows) + "\n");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
