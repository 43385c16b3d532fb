package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** With the host's IPC namespace comes the host's {@code /dev/shm}: large, and programs may run from it. */
public final class HostIpc implements ContainerRule {

    @Override
    public String id() {
        return "host-ipc";
    }

    @Override
    public Stream<Finding> check(Container container) {
        boolean replaced =
                container.mounts().stream().anyMatch(mount -> mount.path().equals("/dev/shm"));
        if (!container.rootIsReadOnly() || replaced) {
            return Stream.empty();
        }
        return container.namespaces().ipc().stream()
                .filter(ipc -> ipc.value().equals("host"))
                .map(ipc -> Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.CERTAIN)
                        .in(container)
                        .about("/dev/shm")
                        .says(
                                "`{0}` makes the host's /dev/shm writable, without a limit and for programs too.",
                                container.words("ipc: host", "--ipc host"))
                        .fix(
                                "Remove it; `{0}` makes the container's own /dev/shm larger, and {1}",
                                container.words("shm_size", "--shm-size"),
                                container.words(
                                        Message.of("`ipc: service:<name>` shares one between two services."),
                                        Message.of("`--ipc container:<name>` shares one between two containers.")))
                        .at(ipc.span()));
    }
}
