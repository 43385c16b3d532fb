package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.Span;
import java.util.Objects;

/**
 * A here-document of {@code RUN}, {@code COPY} or {@code ADD}.
 *
 * @param name the word that ends it, without quotes
 * @param expand whether variables in it are replaced: no part of the word is quoted
 * @param chomp whether leading tabs are dropped ({@code <<-})
 * @param content its lines as they are written, tabs included
 * @param span where the content stands, without the line that ends it
 */
public record Heredoc(String name, boolean expand, boolean chomp, String content, Span span) {
    public Heredoc {
        Objects.requireNonNull(name);
        Objects.requireNonNull(content);
        Objects.requireNonNull(span);
    }

    /** What a program gets to read: the content, for {@code <<-} without the tabs that lines begin with. */
    public String text() {
        return chomp ? content.replaceAll("(?m)^\t+", "") : content;
    }
}
