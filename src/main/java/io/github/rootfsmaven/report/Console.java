package io.github.rootfsmaven.report;

import io.github.rootfsmaven.rule.Severity;

/** Where lines for people go. A line never contains a line break: a build log marks only the first line of an entry. */
public interface Console {

    /** A line about something that is wrong. */
    void error(String line);

    /** A line about something that may be wrong. */
    void warning(String line);

    /** A line to know about. */
    void info(String line);

    /** A line about a finding of that severity. */
    default void say(Severity severity, String line) {
        switch (severity) {
            case ERROR -> error(line);
            case WARNING -> warning(line);
            default -> info(line);
        }
    }
}
