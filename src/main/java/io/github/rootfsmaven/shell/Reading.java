package io.github.rootfsmaven.shell;

import java.util.List;

/**
 * What was read of a start.
 *
 * @param changes in the order in which they happen
 * @param invocations the programs that are run, in that order
 * @param complete whether every script that was found could be read to its end
 */
public record Reading(List<Change> changes, List<Invocation> invocations, boolean complete) {
    public Reading {
        changes = List.copyOf(changes);
        invocations = List.copyOf(invocations);
    }
}
