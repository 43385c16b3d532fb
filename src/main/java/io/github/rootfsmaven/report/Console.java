package io.github.rootfsmaven.report;

import io.github.rootfsmaven.rule.Severity;
import java.util.List;

/**
 * Where lines for people go. A line never contains a line break: a build log marks only the first line of an entry. That
 * is just what lines for programs need.
 */
public interface Console {

    /** A line about something that is wrong. */
    void error(String line);

    /** A line about something that may be wrong. */
    void warning(String line);

    /** A line to know about. */
    void info(String line);

    /**
     * Lines that a program takes only at the start of a line of the log: they follow a line for people in one entry, for
     * Maven marks no other line of it.
     *
     * @param gravest the severity of the gravest, so that a quiet build keeps them
     */
    default void commands(Severity gravest, String title, List<String> lines) {
        say(gravest, title + "\n" + String.join("\n", lines));
    }

    /** A line about a finding of that severity. */
    default void say(Severity severity, String line) {
        switch (severity) {
            case ERROR -> error(line);
            case WARNING -> warning(line);
            default -> info(line);
        }
    }
}
