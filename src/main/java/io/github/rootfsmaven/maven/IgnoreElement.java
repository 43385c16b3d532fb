package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.check.PomIgnore;
import io.github.rootfsmaven.text.Span;

/** An {@code <ignore>} of the POM, as Maven fills it in. */
public final class IgnoreElement {
    private String rule;
    private String container;
    private String file;
    private String path;
    private String reason;
    private String until;

    /** For Maven. */
    public IgnoreElement() {}

    String rule() {
        return word(rule);
    }

    PomIgnore at(Span place, boolean inherited) {
        return new PomIgnore(
                word(rule), word(container), word(file), word(path), word(reason), word(until), place, inherited);
    }

    private static String word(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
