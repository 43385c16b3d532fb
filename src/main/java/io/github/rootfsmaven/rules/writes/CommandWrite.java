package io.github.rootfsmaven.rules.writes;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Finding;
import java.util.stream.Stream;

/** The command, the health check or a hook writes where nothing is writable. */
public final class CommandWrite implements ContainerRule {

    @Override
    public String id() {
        return "command-write";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return Steps.withoutPlace(container, step -> step.by() != Write.By.ENTRYPOINT && !step.installs())
                .filter(write -> write.kind() != Write.Kind.TEMP)
                .map(write -> Steps.written(this, container, write));
    }
}
