package io.github.rootfsmaven.rules.writes;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Steps;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** Programs are installed or built when the container starts, where nothing is writable. */
public final class RuntimeInstall implements ContainerRule {

    @Override
    public String id() {
        return "runtime-install";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return Steps.withoutPlace(container, Write.Step::installs)
                .map(write -> Steps.finding(
                        this,
                        Effect.NO_START_OR_LOSS,
                        container,
                        write,
                        Message.of(
                                "It installs or builds at the start, and nothing is writable at {0} under the read-only root: {1}.",
                                write.path().shown(), write.why()),
                        Message.of("Do it in the Dockerfile, and start only what it made.")));
    }
}
