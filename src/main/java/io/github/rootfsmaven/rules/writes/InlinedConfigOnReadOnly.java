package io.github.rootfsmaven.rules.writes;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.CopiedIn;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import java.util.stream.Stream;

/** Docker Compose copies what is no file into the container, and refuses to do so under a read-only root. */
public final class InlinedConfigOnReadOnly implements ContainerRule {

    @Override
    public String id() {
        return "inlined-config-on-read-only";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.rootIsReadOnly()
                ? container.actions().copied().stream().map(copied -> finding(container, copied))
                : Stream.empty();
    }

    private Finding finding(Container container, CopiedIn copied) {
        Finding.Builder finding = Finding.of(this, Effect.NO_START_OR_LOSS, Confidence.CERTAIN)
                .in(container)
                .about(copied.what().english())
                .says(
                        "Docker Compose refuses to start the container: it cannot copy {0} (`{1}`) into a read-only root filesystem.",
                        copied.what(), copied.source())
                .fix(
                        copied.defined().isPresent()
                                ? "Put the content into a file and name it with `file`: files are mounted."
                                : "Remove `use_api_socket`.");
        copied.defined().ifPresent(place -> finding.related(place, "the content"));
        return finding.at(copied.declared());
    }
}
