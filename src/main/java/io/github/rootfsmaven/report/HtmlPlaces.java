package io.github.rootfsmaven.report;

import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;

/** How places in files are called in a page, safe to print. */
record HtmlPlaces(PathNames paths) {

    /** {@code file:line}. */
    String of(Span span) {
        return of(span.file().path()) + ":" + span.startLine();
    }

    /** The file as it is called in the repository. */
    String of(Path file) {
        return Printable.text(paths.inFiles(file));
    }
}
