package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** A privileged process can mount the root of the map writable again. */
public final class PrivilegedContainer implements ContainerRule {

    @Override
    public String id() {
        return "privileged-container";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly() || !container.privileges().isPrivileged()) {
            return Stream.empty();
        }
        boolean notRoot = container.process().certainlyNotRoot();
        Message who = notRoot
                ? Message.of(
                        "A process that becomes root in this privileged container can mount the root filesystem writable again.")
                : Message.of("Root in this privileged container can mount the root filesystem writable again.");
        return container.privileges().privileged().stream()
                .map(key -> Finding.of(this, Effect.ROOT_OPEN, notRoot ? Confidence.LIKELY : Confidence.CERTAIN)
                        .in(container)
                        .about("privileged")
                        .says(who)
                        .fix(
                                "Remove `{0}` and grant the one device or capability that is needed.",
                                container.words("privileged: true", "--privileged"))
                        .at(key.span()));
    }
}
