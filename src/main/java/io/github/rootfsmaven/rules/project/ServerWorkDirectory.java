package io.github.rootfsmaven.rules.project;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Steps;
import java.util.stream.Stream;

/** The web server in the program keeps files where nothing is writable. */
public final class ServerWorkDirectory implements ContainerRule {

    @Override
    public String id() {
        return "server-work-directory";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return Steps.withoutPlace(container, step -> step.by() == Write.By.SERVER)
                .filter(write -> write.kind() != Write.Kind.TEMP)
                .map(write -> Steps.written(this, container, write, Places.avoidOrTmpfs(container, write)));
    }
}
