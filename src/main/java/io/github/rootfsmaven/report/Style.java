package io.github.rootfsmaven.report;

import io.github.rootfsmaven.rule.Severity;
import java.util.Objects;

/** How words are made to stand out. What a style adds takes no room on the screen. */
public interface Style {

    /** Words as they are. */
    Style PLAIN = (ink, text) -> Objects.requireNonNull(text);

    /** What a stretch of text is for. */
    enum Ink {
        ERROR,
        WARNING,
        NOTE,
        GOOD,
        STRONG,
        FAINT
    }

    /** The text in that ink. */
    String paint(Ink ink, String text);

    /** The text in a severity's ink. */
    default String paint(Severity severity, String text) {
        return paint(ink(severity), text);
    }

    /** A severity's ink. */
    static Ink ink(Severity severity) {
        return switch (severity) {
            case ERROR -> Ink.ERROR;
            case WARNING -> Ink.WARNING;
            default -> Ink.NOTE;
        };
    }
}
