package io.github.rootfsmaven.shell;

import java.util.Set;

/**
 * A redirection.
 *
 * @param operator as it is written, without a file descriptor
 * @param descriptor the file descriptor in front of it; empty for the default
 * @param target the file; for a here-document the word that ends it
 */
record Redirection(String operator, String descriptor, Word target) {
    private static final Set<String> WRITING = Set.of(">", ">>", ">|", "&>", "&>>", ">&", "<>");

    boolean writes() {
        return WRITING.contains(operator);
    }

    boolean isHereDocument() {
        return operator.startsWith("<<");
    }
}
