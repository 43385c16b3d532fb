package io.github.rootfsmaven.text;

import java.util.Objects;

/** A setting of the user's that cannot be followed: an unknown rule id, a file that is named but missing. */
public final class BadParameter extends Exception {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String reason;

    /** The parameter's name as it stands in the POM, and what is wrong with it in one sentence. */
    public BadParameter(String parameter, String message) {
        super("Parameter '" + Objects.requireNonNull(parameter) + "': " + message);
        this.parameter = parameter;
        this.reason = message;
    }

    /** What is wrong with it, without its name. */
    public String reason() {
        return reason;
    }

    /** The parameter's name as it stands in the POM. */
    public String parameter() {
        return parameter;
    }
}
