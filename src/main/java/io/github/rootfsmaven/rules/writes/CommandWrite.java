package io.github.rootfsmaven.rules.writes;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Steps;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The command, the health check or a hook writes where nothing is writable. */
public final class CommandWrite implements ContainerRule {
    private static final Set<Write.By> COMMANDS = EnumSet.of(Write.By.COMMAND, Write.By.HEALTHCHECK, Write.By.HOOK);

    @Override
    public String id() {
        return "command-write";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return Steps.withoutPlace(container, step -> COMMANDS.contains(step.by()) && !step.installs())
                .filter(write -> write.kind() != Write.Kind.TEMP)
                .map(write -> Steps.written(this, container, write));
    }
}
