package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * A file or directory that a command makes, changes or takes away.
 *
 * @param action what is done
 * @param path absolute, not cleaned; of a pattern the directory it looks into; it contains {@link Text#UNRESOLVED} if it
 *     hangs on something unknown
 * @param detail the owner, mode or target that is set, if it is known
 * @param recursive whether what lies below is changed, too
 * @param words what the command does, as a verb and its object
 * @param span where it says so
 * @param script whose line that is: a file's name, or empty for a command line
 * @param role where its command comes from
 * @param doubt whether it happens at all
 */
public record Change(
        Action action,
        Text path,
        Optional<Text> detail,
        boolean recursive,
        Message words,
        Span span,
        String script,
        Role role,
        Doubt doubt) {
    public Change {
        Objects.requireNonNull(action);
        Objects.requireNonNull(path);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(words);
        Objects.requireNonNull(span);
        Objects.requireNonNull(script);
        Objects.requireNonNull(role);
        Objects.requireNonNull(doubt);
    }

    /** Whether the path could be worked out. */
    public boolean isKnown() {
        return path.value().startsWith("/") && path.value().indexOf(Text.UNRESOLVED) < 0;
    }

    /** What is done to a path. */
    public enum Action {
        /** It is written, and made if it is missing. */
        WRITE,
        /** A file in this directory is replaced by a new one, as {@code sed -i} does. */
        REPLACE_IN,
        /** A directory is made. */
        DIRECTORY,
        /** A directory is made if it is missing. */
        DIRECTORY_IF_MISSING,
        /** A symbolic link is made. */
        LINK,
        /** Its owner is set. */
        OWNER,
        /** Its permissions are set. */
        MODE,
        /** It is taken away. */
        REMOVE,
        /** It is taken away if it is there. */
        REMOVE_IF_THERE,
        /** A user or group is added or changed; the detail is its name. */
        ACCOUNT,
        /** A home directory is made for the user in the detail. */
        HOME,
        /** Programs or libraries are installed or built there. */
        INSTALL
    }

    /** Where the command comes from. */
    public enum Role {
        ENTRYPOINT,
        COMMAND
    }

    /**
     * Whether it happens, and what if it cannot.
     *
     * @param conditional whether it hangs on something unknown
     * @param tolerated whether the script takes it if it fails, or looks first whether it can
     * @param stops whether what follows does not start if it fails
     */
    public record Doubt(boolean conditional, boolean tolerated, boolean stops) {}
}
