package io.github.rootfsmaven.rules.project;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Steps;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** A database in the program keeps its files where nothing is writable. */
public final class EmbeddedDatabaseOnRoot implements ContainerRule {

    @Override
    public String id() {
        return "embedded-database-on-root";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return Steps.withoutPlace(container, step -> step.by() == Write.By.DATABASE)
                .filter(write -> write.kind() != Write.Kind.TEMP)
                .map(write -> finding(container, write));
    }

    private Finding finding(Container container, Write write) {
        Message fix = Places.mountable(container, write)
                .map(place -> Message.of("Mount a named volume on {0}.", place))
                .orElse(Message.of(
                        "Give the database a directory of its own, such as /data, and mount a named volume there."));
        return Steps.finding(
                this,
                Effect.NO_START_OR_LOSS,
                container,
                write,
                Message.of(
                        "Nothing is writable at {0} under the read-only root: {1}; the program cannot open it.",
                        write.path().shown(), write.why()),
                fix);
    }
}
