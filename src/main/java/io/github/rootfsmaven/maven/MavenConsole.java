package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.report.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.logging.Log;

/** Maven's log, which gets all lines of a goal at once: modules that are built at the same time must not mix them. */
final class MavenConsole implements Console {
    private final Log log;
    private final List<Runnable> lines = new ArrayList<>();

    MavenConsole(Log log) {
        this.log = Objects.requireNonNull(log);
    }

    @Override
    public void error(String line) {
        lines.add(() -> log.error(line));
    }

    @Override
    public void warning(String line) {
        lines.add(() -> log.warn(line));
    }

    @Override
    public void info(String line) {
        lines.add(() -> log.info(line));
    }

    /** Logs the lines while nobody else does who uses the same lock. */
    void flush(Object lock) {
        synchronized (lock) {
            lines.forEach(Runnable::run);
        }
        lines.clear();
    }
}
