package io.github.rootfsmaven.report;

import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.Message;
import java.util.Objects;

/**
 * What a goal needs to talk to its user.
 *
 * @param console where lines go
 * @param style how words stand out
 * @param paths how files are called
 * @param commands how goals are called
 * @param language what is spoken
 */
public record Screen(Console console, Style style, PathNames paths, CommandLine commands, Language language) {
    public Screen {
        Objects.requireNonNull(console);
        Objects.requireNonNull(style);
        Objects.requireNonNull(paths);
        Objects.requireNonNull(commands);
        Objects.requireNonNull(language);
    }

    /** The same in English. */
    public Screen(Console console, Style style, PathNames paths, CommandLine commands) {
        this(console, style, paths, commands, Language.EN);
    }

    /** The words in the user's language. */
    public String say(Message message) {
        return message.in(language);
    }
}
