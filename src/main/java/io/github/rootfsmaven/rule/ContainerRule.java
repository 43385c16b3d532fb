package io.github.rootfsmaven.rule;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Project;
import java.util.stream.Stream;

/** A rule that looks at one container at a time. */
public interface ContainerRule extends Rule {

    /** What it has to say about a container. */
    Stream<Finding> check(Container container);

    @Override
    default Stream<Finding> check(Project project) {
        return project.containers().stream().flatMap(this::check);
    }
}
