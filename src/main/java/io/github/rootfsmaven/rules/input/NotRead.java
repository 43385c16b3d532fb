package io.github.rootfsmaven.rules.input;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import java.util.stream.Stream;

/** Something that decides what a container can write could not be read. */
public final class NotRead implements Rule {

    @Override
    public String id() {
        return "not-read";
    }

    @Override
    public Stream<Finding> check(Project project) {
        return ProblemFindings.of(this, Effect.INPUT_NOT_READ, project, Problem.Kind.NOT_READ);
    }
}
