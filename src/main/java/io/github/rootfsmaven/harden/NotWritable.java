package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;

/** A change that cannot be written where it should be. */
final class NotWritable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message why;

    NotWritable(Message why) {
        super(why.english());
        this.why = why;
    }

    /** Why not, for people; {@link #getMessage} says it in English. */
    Message why() {
        return why;
    }
}
