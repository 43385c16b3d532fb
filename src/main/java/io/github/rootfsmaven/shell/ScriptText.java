package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.Objects;
import java.util.Optional;

/** A script's characters, what may be shown of them, and where they stand. */
public final class ScriptText {
    private final Text text;
    private final Optional<SourceFile> file;
    private final Optional<Span> whole;
    private final boolean bash;
    private final Optional<Places> places;

    /** Where the characters of a script stand that another file holds with something between them. */
    public interface Places {
        /** The index (in UTF-16 units) in the file at which a character begins; it must not fall. */
        int begin(int index);

        /** The index in the file behind a character. */
        int end(int index);
    }

    private ScriptText(Text text, Optional<SourceFile> file, Optional<Span> whole, boolean bash) {
        this(text, file, whole, bash, Optional.empty());
    }

    private ScriptText(
            Text text, Optional<SourceFile> file, Optional<Span> whole, boolean bash, Optional<Places> places) {
        this.text = text;
        this.file = file;
        this.whole = whole;
        this.bash = bash;
        this.places = places;
    }

    /** A file that is a script. */
    public static ScriptText of(SourceFile file) {
        boolean bash = file.text().startsWith("#!") && file.line(1).contains("bash");
        return new ScriptText(Text.literal(file.text()), Optional.of(file), Optional.empty(), bash);
    }

    /** A script that stands in another file, in quotes or with continuations, so that only the whole has a place. */
    public static ScriptText of(Text text, Span whole) {
        return new ScriptText(Objects.requireNonNull(text), Optional.empty(), Optional.of(whole), false);
    }

    /** The same for bash. */
    public static ScriptText bash(Text text, Span whole) {
        return new ScriptText(Objects.requireNonNull(text), Optional.empty(), Optional.of(whole), true);
    }

    /** A script that another file holds with something between its characters: a recipe of a Makefile. */
    public static ScriptText of(Text text, SourceFile file, Places places) {
        return new ScriptText(text, Optional.of(file), Optional.empty(), false, Optional.of(places));
    }

    /** Its characters. */
    public String value() {
        return text.value();
    }

    /** Whether it is bash that reads it. */
    boolean isBash() {
        return bash;
    }

    Text text(int from, int to) {
        return text.substring(from, to);
    }

    Span span(int from, int to) {
        if (whole.isPresent()) {
            return whole.get();
        }
        if (places.isPresent() && from < to) {
            return file.orElseThrow()
                    .between(places.get().begin(from), places.get().end(to - 1));
        }
        int place = places.map(in -> in.begin(from)).orElse(from);
        return file.orElseThrow().between(place, places.isPresent() ? place : to);
    }
}
