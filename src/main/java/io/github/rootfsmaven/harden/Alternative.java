package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Message;
import java.util.Objects;

/**
 * A setting with which a mount that the fix adds would not be needed.
 *
 * @param container whose mount it is
 * @param path where the mount is
 * @param write what the setting takes away; it has such a setting
 */
public record Alternative(Container container, String path, Write write) {
    public Alternative {
        Objects.requireNonNull(container);
        Objects.requireNonNull(path);
        Objects.requireNonNull(write);
    }

    /** The setting, as a clause. */
    public Message setting() {
        return write.avoidedBy().orElseThrow();
    }
}
