package io.github.rootfsmaven.harden;

/** A change that cannot be written where it should be; the message tells the user why. */
final class NotWritable extends Exception {
    private static final long serialVersionUID = 1L;

    NotWritable(String why) {
        super(why);
    }
}
