package io.github.rootfsmaven.model;

import java.util.List;

/**
 * What Docker Compose itself does in a container that the engine has made for it.
 *
 * @param copied what it copies into the container before the start
 * @param hooks what it runs after the start and before the stop
 * @param watches what it copies when files change, with {@code docker compose watch}
 */
public record ComposeActions(List<CopiedIn> copied, List<Hook> hooks, List<Watch> watches) {
    public ComposeActions {
        copied = List.copyOf(copied);
        hooks = List.copyOf(hooks);
        watches = List.copyOf(watches);
    }

    /** It only starts it. */
    public static ComposeActions none() {
        return new ComposeActions(List.of(), List.of(), List.of());
    }
}
