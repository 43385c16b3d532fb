package io.github.rootfsmaven.shell;

/**
 * A script that was read.
 *
 * @param body its commands
 * @param complete whether all of it could be read; if not, what was read may mean something else
 */
record Script(ScriptText text, Node.Block body, boolean complete) {

    /** Reads a script, whatever is in it. */
    static Script read(ScriptText text) {
        return new ShellParser(text, 0).script();
    }
}
