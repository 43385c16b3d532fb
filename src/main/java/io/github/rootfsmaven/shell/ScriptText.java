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

    private ScriptText(Text text, Optional<SourceFile> file, Optional<Span> whole, boolean bash) {
        this.text = text;
        this.file = file;
        this.whole = whole;
        this.bash = bash;
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
        return whole.orElseGet(() -> file.orElseThrow().between(from, to));
    }
}
