package io.github.rootfsmaven.engine;

/**
 * What a command said.
 *
 * @param exit its exit code
 * @param out what it printed, without the last line's end
 * @param error what it complained, without the last line's end
 */
record Answer(int exit, String out, String error) {

    boolean succeeded() {
        return exit == 0;
    }

    /** The kernel's word for a mount that is read-only. */
    boolean readOnly() {
        return !succeeded() && said().contains("Read-only file system");
    }

    /** The kernel's word for somebody else's file or directory. */
    boolean denied() {
        return !succeeded() && (said().contains("Permission denied") || said().contains("permission denied"));
    }

    /** Everything it printed. */
    String said() {
        return out + error;
    }
}
