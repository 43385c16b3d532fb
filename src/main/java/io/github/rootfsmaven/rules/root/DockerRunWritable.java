package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** The root of the map is writable, and a {@code docker run} line makes it so. */
public final class DockerRunWritable implements ContainerRule {

    @Override
    public String id() {
        return "docker-run-writable";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsWritable() || !container.start().isRun()) {
            return Stream.empty();
        }
        Message cause = container.readOnlyKey().isPresent()
                ? Message.of("The root filesystem is writable: `--read-only` is false.")
                : Message.of("The root filesystem is writable: `--read-only` is not given.");
        return Stream.of(Finding.of(this, Effect.ROOT_OPEN, Confidence.CERTAIN)
                .in(container)
                .about("/")
                .says(cause)
                .fix("Add `--read-only`.{0}", Recipe.of(container))
                .at(container.readOnlyKey().orElse(container.place())));
    }
}
