package io.github.rootfsmaven.rules.writes;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Steps;
import java.util.stream.Stream;

/** A variable has a program write where nothing is writable. */
public final class EnvironmentWrite implements ContainerRule {

    @Override
    public String id() {
        return "environment-write";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return Steps.withoutPlace(container, step -> step.by() == Write.By.ENVIRONMENT)
                .filter(write -> write.kind() != Write.Kind.TEMP)
                .map(write -> Steps.written(this, container, write));
    }
}
