package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Written;
import java.util.List;
import java.util.Optional;

/** Sets a key of a mapping. */
final class EntryEdit {
    private static final int ENTRY = 5;

    private final Outline outline;
    private final Shape shape;
    private final Additions additions;

    EntryEdit(Outline outline, Shape shape, Additions additions) {
        this.outline = outline;
        this.shape = shape;
        this.additions = additions;
    }

    Edits.Plan plan(Change.Entry change) throws NotWritable {
        Written.Pairs mapping = outline.mappingAt(change.file().startOf(change.mapping()))
                .orElseThrow(() -> new NotWritable(Message.of("there are no keys at that place")));
        Edits.Plan plan = new Edits.Plan();
        Object value = Shape.plain(change.value());
        plan.means(() -> shape.put(mapping, change.key(), value));
        Optional<Written.Pair> there = mapping.pair(change.key());
        if (there.isPresent()) {
            if (!(there.get().value() instanceof Written.Single single) || single.style() == Written.Style.BLOCK) {
                throw new NotWritable(Message.of("its {0} is no single value", change.key()));
            }
            plan.replace(single.start(), single.end(), (single.isEmpty() ? " " : "") + change.value());
            return plan;
        }
        Added added = Added.value(change.key(), change.value(), value, change.why());
        Written.Pair last = mapping.pairs().get(mapping.pairs().size() - 1);
        Additions.Place behind = Additions.Place.of(last);
        if (mapping.flow()) {
            boolean json = last.key() instanceof Written.Single key && key.style() == Written.Style.DOUBLE_QUOTED;
            additions.flow(
                    plan,
                    mapping,
                    mapping.inside(),
                    Optional.of(behind),
                    Additions.pieces(List.of(added), json),
                    ENTRY);
        } else {
            int indent = outline.layout().column(mapping.inside());
            additions.insert(plan, behind.end(), indent, additions.lines(List.of(added), indent, 0), ENTRY);
        }
        return plan;
    }
}
