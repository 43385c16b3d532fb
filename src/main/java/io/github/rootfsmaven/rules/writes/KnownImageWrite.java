package io.github.rootfsmaven.rules.writes;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Steps;
import java.util.stream.Stream;

/** A public image is known to write where nothing is writable. */
public final class KnownImageWrite implements ContainerRule {

    @Override
    public String id() {
        return "known-image-write";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return Steps.withoutPlace(container, step -> step.by() == Write.By.IMAGE)
                .filter(write -> write.kind() != Write.Kind.TEMP)
                .map(write -> Steps.written(this, container, write));
    }
}
