package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** The root of the map is writable. */
public final class WritableRootfs implements ContainerRule {

    @Override
    public String id() {
        return "writable-rootfs";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsWritable() || container.start().isRun()) {
            return Stream.empty();
        }
        String key = container.start() == Start.POM ? "`<readOnly>`" : "`read_only`";
        Message cause = container.readOnlyKey().isPresent()
                ? Message.of("The root filesystem is writable: {0} is false.", key)
                : Message.of("The root filesystem is writable: {0} is not set.", key);
        return Stream.of(Finding.of(this, Effect.ROOT_OPEN, Confidence.CERTAIN)
                .in(container)
                .about("/")
                .says(cause)
                .fix("Set `{0}`.{1}", container.words("read_only: true", "--read-only"), Recipe.of(container))
                .at(container.readOnlyKey().orElse(container.place())));
    }
}
