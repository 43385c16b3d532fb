package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * A library that unpacks machine code when it is first used, and must be able to run it from there.
 *
 * @param name its name in sentences
 * @param directory where it unpacks to: absolute, canonical; its place is what names the directory, if something does
 * @param place what brings the library: a dependency, or the image's name
 * @param evidence how we know that it is used
 * @param tolerant whether the program does the same without its machine code
 * @param homeFirst whether it unpacks to the home or working directory instead, as long as it may write there
 * @param detail when it is used, if that hangs on something
 * @param avoidedBy the setting that names another directory: {@code -D} and a property, or a variable
 */
public record NativeLibrary(
        String name,
        Located<String> directory,
        Span place,
        Write.Evidence evidence,
        boolean tolerant,
        boolean homeFirst,
        Optional<Message> detail,
        Optional<String> avoidedBy) {
    public NativeLibrary {
        Objects.requireNonNull(name);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(place);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(avoidedBy);
    }
}
