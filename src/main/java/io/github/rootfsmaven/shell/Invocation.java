package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A program that a start runs, other than a shell and what only runs others.
 *
 * @param program its name without a path
 * @param first the word that names it
 * @param arguments what it gets
 * @param directory the directory it starts in, absolute; empty if unknown
 * @param script whose line that is: a file's name, or empty for a command line
 * @param role where its command comes from
 * @param conditional whether it hangs on something unknown that it runs
 * @param ends whether the start ends if it fails
 */
public record Invocation(
        String program,
        Argument first,
        List<Argument> arguments,
        Optional<Text> directory,
        String script,
        Change.Role role,
        boolean conditional,
        boolean ends) {
    public Invocation {
        Objects.requireNonNull(program);
        Objects.requireNonNull(first);
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(script);
        Objects.requireNonNull(role);
    }
}
