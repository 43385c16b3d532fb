package io.github.rootfsmaven.rules.input;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import java.util.stream.Stream;

/** Docker refuses to build the Dockerfile. */
public final class InvalidDockerfile implements Rule {

    @Override
    public String id() {
        return "invalid-dockerfile";
    }

    @Override
    public Stream<Finding> check(Project project) {
        return ProblemFindings.of(this, Effect.INPUT_REFUSED, project, Problem.Kind.INVALID_DOCKERFILE);
    }
}
