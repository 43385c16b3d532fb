package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The comments of a Dockerfile, which are whole lines (Dockerfile reference, "Format"): behind an instruction a {@code #}
 * belongs to it, and in a here-document to its text.
 */
public final class CommentLines {
    private CommentLines() {}

    /**
     * Each comment from its {@code #} to the end of its line, in order.
     *
     * @throws InvalidInput where BuildKit's parser refuses the file
     */
    public static List<Span> of(SourceFile file) throws InvalidInput {
        List<Span> documents = new ArrayList<>();
        for (Node node : new Parser(file).parse()) {
            node.heredocs().forEach(document -> documents.add(document.span()));
        }
        return IntStream.rangeClosed(1, file.lineCount())
                .mapToObj(file::lineSpan)
                .filter(line -> line.text().startsWith("#"))
                .filter(line -> documents.stream().noneMatch(document -> document.contains(line)))
                .toList();
    }
}
