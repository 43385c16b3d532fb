package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.report.Console;
import java.util.Objects;
import org.apache.maven.plugin.logging.Log;

/** Maven's log. */
final class MavenConsole implements Console {
    private final Log log;

    MavenConsole(Log log) {
        this.log = Objects.requireNonNull(log);
    }

    @Override
    public void error(String line) {
        log.error(line);
    }

    @Override
    public void warning(String line) {
        log.warn(line);
    }

    @Override
    public void info(String line) {
        log.info(line);
    }
}
