package io.github.rootfsmaven.text;

import java.util.Objects;

/**
 * Content that cannot be read as what it claims to be: broken YAML, a Dockerfile without {@code FROM}, bytes that are
 * no text. It always names the place, so that a user sees {@code file:line:column} and never a stack trace.
 */
public final class InvalidInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Span where;
    private final transient Message message;
    private final transient Message hint;

    /** What is wrong with the content at {@code where}, in one sentence without the place. */
    public InvalidInput(Span where, Message message) {
        this(where, message, Message.nothing());
    }

    /** The same with what to do about it; the hint may be empty. */
    public InvalidInput(Span where, Message message, Message hint) {
        super(message.english());
        this.message = message;
        this.where = Objects.requireNonNull(where);
        this.hint = Objects.requireNonNull(hint);
    }

    /** The place of the first character that cannot be read. */
    public Span where() {
        return where;
    }

    /** What is wrong, for people; {@link #getMessage} says it in English. */
    public Message message() {
        return message;
    }

    /** What to write instead; empty where we do not know. */
    public Message hint() {
        return hint;
    }
}
