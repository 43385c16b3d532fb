package io.github.rootfsmaven.rules.project;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Steps;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** The program's code writes a constant path where nothing is writable. */
public final class ProgramWrite implements ContainerRule {

    @Override
    public String id() {
        return "program-write";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return Steps.withoutPlace(container, step -> step.by() == Write.By.CODE)
                .filter(write -> write.kind() != Write.Kind.TEMP)
                .map(write -> Steps.written(this, container, write, fix(container, write)));
    }

    private static Message fix(Container container, Write write) {
        return Message.of(
                "Make the place a setting, and let it lie in a mount. Or {0}, or a named volume if it must last.",
                Places.tmpfs(container, write));
    }
}
