package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.text.Message;

/** Nobody answers who knows of containers. That is no mistake: a build may run where there is no engine. */
public final class NoEngine extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    NoEngine(Message message) {
        super(message.english());
        this.message = message;
    }

    /** Why nobody answers, for people; {@link #getMessage} says it in English. */
    public Message message() {
        return message;
    }
}
