package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares named volumes under the top-level {@code volumes}. */
final class VolumeEdit {
    private static final String VOLUMES = "volumes";
    private static final int DECLARED = 30;
    private static final int TOP = 40;

    private final Outline outline;
    private final Layout layout;
    private final Shape shape;
    private final Additions additions;

    VolumeEdit(Outline outline, Shape shape, Additions additions) {
        this.outline = outline;
        this.layout = outline.layout();
        this.shape = shape;
        this.additions = additions;
    }

    /** A volume to declare. */
    record Declared(String name, String why) {}

    /** Whether a document declares a volume of that name already. */
    boolean isDeclared(String name) {
        return outline.documents().stream()
                .map(VolumeEdit::volumes)
                .flatMap(Optional::stream)
                .anyMatch(pair -> pair.value() instanceof Written.Pairs mapping
                        && mapping.pair(name).isPresent());
    }

    private static Optional<Written.Pair> volumes(Written document) {
        return document instanceof Written.Pairs top ? top.pair(VOLUMES) : Optional.empty();
    }

    Edits.Plan plan(List<Declared> names) throws NotWritable {
        Edits.Plan plan = new Edits.Plan();
        for (Written document : outline.documents()) {
            Optional<Written.Pair> pair = volumes(document);
            if (pair.isPresent()) {
                into(plan, (Written.Pairs) document, pair.get(), names);
                return plan;
            }
        }
        for (int i = outline.documents().size() - 1; i >= 0; i--) {
            if (outline.documents().get(i) instanceof Written.Pairs top
                    && !top.pairs().isEmpty()
                    && (top.pair("services").isPresent() || i == 0)) {
                create(plan, top, names);
                return plan;
            }
        }
        throw new NotWritable(Message.of("the file has no keys to put the volumes beside"));
    }

    private static List<Added> added(List<Declared> names, boolean braces) {
        return names.stream()
                .map(name -> Added.value(
                        name.name(), braces ? "{}" : "", braces ? Shape.mapping() : Shape.plain(""), name.why()))
                .toList();
    }

    private void into(Edits.Plan plan, Written.Pairs top, Written.Pair pair, List<Declared> names) throws NotWritable {
        Written value = pair.value();
        if (value instanceof Written.Alias alias) {
            throw new NotWritable(Message.of("the top-level volumes are the alias *{0}", alias.anchor()));
        }
        boolean tagged = value.properties().tag().isPresent();
        boolean nothing = value instanceof Written.Single single && single.type() == ScalarType.NULL;
        if (tagged || !(nothing || value instanceof Written.Pairs)) {
            throw new NotWritable(
                    Message.of(tagged ? "the top-level volumes are tagged" : "the top-level volumes are no mapping"));
        }
        boolean shared = value.properties()
                .anchor()
                .filter(anchor -> !outline.aliases(anchor).isEmpty())
                .isPresent();
        if (shared) {
            throw new NotWritable(Message.of("the top-level volumes are shared through an anchor"));
        }
        boolean flow = outline.flow(pair.key()).isPresent() || Outline.isFlow(value);
        boolean braces = flow
                || (value instanceof Written.Pairs declared
                        && declared.pairs().stream()
                                .reduce((earlier, later) -> later)
                                .filter(last -> last.value() instanceof Written.Pairs empty
                                        && empty.pairs().isEmpty())
                                .isPresent());
        List<Added> keys = added(names, braces);
        keys.forEach(key -> plan.means(() -> shape.put(value, key.key(), key.shape())));
        if (value instanceof Written.Pairs mapping) {
            Optional<Written.Pair> last = mapping.pairs().stream().reduce((earlier, later) -> later);
            if (mapping.flow()) {
                additions.flow(
                        plan,
                        mapping,
                        mapping.inside(),
                        last.map(Additions.Place::of),
                        Additions.pieces(keys, isJson(pair.key())),
                        DECLARED);
            } else {
                int indent = layout.column(mapping.inside());
                additions.insert(
                        plan,
                        last.map(Additions.Place::of).orElseThrow().end(),
                        indent,
                        additions.lines(keys, indent, 0),
                        DECLARED);
            }
            return;
        }
        if (outline.flow(pair.key()).isPresent()) {
            throw new NotWritable(Message.of("the top-level volumes are null in a line of braces"));
        }
        if (value.end() > value.start()) {
            additions.empty(plan, pair);
        }
        int indent = layout.column(pair.key().start()) + outline.step(top);
        additions.insert(plan, value.end(), indent, additions.lines(keys, indent, 0), DECLARED);
    }

    private static boolean isJson(Written key) {
        return key instanceof Written.Single single && single.style() == Written.Style.DOUBLE_QUOTED;
    }

    /** At the end of the document, behind its comments. */
    private void create(Edits.Plan plan, Written.Pairs top, List<Declared> names) throws NotWritable {
        Written.Pair last = top.pairs().get(top.pairs().size() - 1);
        List<Added> keys = added(names, top.flow());
        plan.means(() -> shape.put(top, VOLUMES, Shape.mapping()));
        keys.forEach(key -> plan.means(() -> shape.putInto(top, VOLUMES, key.key(), key.shape())));
        if (top.flow()) {
            boolean json = isJson(last.key());
            String text = String.join(
                    ", ",
                    Additions.pieces(keys, json).stream()
                            .map(Additions.Piece::text)
                            .toList());
            additions.flow(
                    plan,
                    top,
                    top.inside(),
                    Optional.of(Additions.Place.of(last)),
                    List.of(new Additions.Piece((json ? "\"volumes\"" : VOLUMES) + ": {" + text + "}", "")),
                    TOP);
            return;
        }
        int column = layout.column(top.inside());
        int at = layout.behind(Additions.Place.of(last).end(), column);
        if (layout.text().substring(at).lines().allMatch(VolumeEdit::isNothing)) {
            at = layout.text().length();
        }
        List<String> lines = new ArrayList<>();
        if (isAiry(top) && !layout.isBlankBefore(at)) {
            lines.add("");
        }
        lines.add(" ".repeat(column) + VOLUMES + ":");
        lines.addAll(additions.lines(keys, column + outline.step(top), 0));
        plan.insert(at, additions.lines(at, lines), TOP);
    }

    private static boolean isNothing(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    /** Whether the file likes blank lines. */
    private boolean isAiry(Written.Pairs top) {
        return layout.text().substring(top.start(), top.end()).lines().anyMatch(String::isBlank);
    }
}
