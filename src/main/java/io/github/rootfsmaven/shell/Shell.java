package io.github.rootfsmaven.shell;

import java.util.List;

/** Reads what a process that starts changes in its files. Nothing is run, and every input comes to an end. */
public final class Shell {
    private Shell() {}

    /** What a program with its arguments changes, as far as scripts and well-known programs tell. */
    public static Reading command(List<Argument> words, Surroundings surroundings) {
        Walk walk = new Walk(surroundings);
        if (!words.isEmpty()) {
            walk.commands().run(words, walk.beginning(), Context.start());
        }
        return walk.reading();
    }

    /** What a script changes that a shell gets as its text. */
    public static Reading script(ScriptText text, Change.Role role, Surroundings surroundings) {
        Walk walk = new Walk(surroundings);
        walk.inline(walk.read(text), walk.beginning(), role, Context.start());
        return walk.reading();
    }
}
