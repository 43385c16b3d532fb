package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import io.github.rootfsmaven.yaml.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds keys and list items to one service. */
final class ServiceEdit {
    private static final int ITEMS = 10;
    private static final int KEYS = 20;
    private static final String READ_ONLY = "read_only";

    private final Outline outline;
    private final Layout layout;
    private final Shape shape;
    private final Additions additions;
    private final Written.Pair service;
    private final Map<String, Node> effective;

    /**
     * One service.
     *
     * @param effective its values with what a merge key or an alias brings
     */
    ServiceEdit(Outline outline, Shape shape, Additions additions, Written.Pair service, Map<String, Node> effective) {
        this.outline = outline;
        this.layout = outline.layout();
        this.shape = shape;
        this.additions = additions;
        this.service = service;
        this.effective = Map.copyOf(effective);
    }

    /** Why a service can have no keys of its own, if that is so. */
    static Optional<Message> refusal(Written.Pair service) {
        if (service.value() instanceof Written.Alias alias) {
            return Optional.of(Message.of(
                    "the whole service is the alias *{0}; write '<<: *{0}' as its first key, then it can have others",
                    alias.anchor()));
        }
        if (isReset(service.value())) {
            return Optional.of(Message.of("the service is tagged !reset, which means that there is none"));
        }
        boolean nothing = service.value() instanceof Written.Single single
                && single.type() == ScalarType.NULL
                && single.properties().anchor().isEmpty()
                && single.properties().tag().isEmpty();
        return nothing || service.value() instanceof Written.Pairs
                ? Optional.empty()
                : Optional.of(Message.of("the service is no mapping"));
    }

    private static boolean isReset(Written value) {
        return value.properties().tag().filter("!reset"::equals).isPresent();
    }

    /** The service's own pair of a key, not one that a merge key brings. */
    Optional<Written.Pair> own(String key) {
        return service.value() instanceof Written.Pairs mapping ? mapping.pair(key) : Optional.empty();
    }

    /** A list that the service does not have itself: what a merge key brings is repeated, because this replaces it. */
    Added list(Change.Item first, List<Change.Item> changes) throws NotWritable {
        List<Added.Item> items = new ArrayList<>(repeated(first.list()));
        changes.forEach(change -> items.add(item(change)));
        return Added.list(first.list(), items);
    }

    private Added.Item item(Change.Item change) {
        String quote = own(change.list())
                .filter(pair -> pair.value() instanceof Written.Items list
                        && !list.items().isEmpty())
                .map(pair -> ((Written.Items) pair.value()).items())
                .map(items -> quote(items.get(items.size() - 1)))
                .orElse(isJson() ? "\"" : "");
        return Added.Item.of(change.item(), quote, change.why());
    }

    private boolean isJson() {
        return service.key() instanceof Written.Single key
                && key.style() == Written.Style.DOUBLE_QUOTED
                && outline.flow(key).isPresent();
    }

    private static String quote(Written value) {
        if (value instanceof Written.Single single && single.style() == Written.Style.SINGLE_QUOTED) {
            return "'";
        }
        return value instanceof Written.Single single && single.style() == Written.Style.DOUBLE_QUOTED ? "\"" : "";
    }

    private List<Added.Item> repeated(String list) throws NotWritable {
        Node value = effective.get(list);
        List<Added.Item> items = new ArrayList<>();
        if (value != null) {
            if (value.tag().isPresent()) {
                throw new NotWritable(Message.of(
                        "the {0} it would have to repeat are tagged {1}",
                        list, value.tag().get()));
            }
            if (!(value instanceof Sequence) && !(value instanceof Scalar)) {
                throw new NotWritable(Message.of("{0} is no list", list));
            }
            List<Node> nodes = value instanceof Sequence sequence ? sequence.items() : List.of(value);
            for (Node node : nodes) {
                if (node instanceof Scalar scalar && scalar.isNull()) {
                    continue;
                }
                String flow = Quoting.flow(node, '"');
                String block = node instanceof Scalar scalar && scalar.isString()
                        ? Quoting.of(scalar.value(), '"', false)
                        : flow;
                items.add(new Added.Item(block, flow, Shape.of(node), ""));
            }
        }
        return items;
    }

    /** Adds keys that the service does not have itself. */
    void keys(Edits.Plan plan, List<Added> keys) throws NotWritable {
        List<Added> ordered = new ArrayList<>(keys);
        ordered.sort(Comparator.comparingInt(ServiceEdit::rank));
        ordered.forEach(added -> plan.means(() -> shape.put(service.value(), added.key(), added.shape())));
        if (!(service.value() instanceof Written.Pairs mapping)) {
            first(plan, ordered);
        } else if (mapping.flow()) {
            List<Added> all = ordered;
            Optional<Additions.Place> before = mapping.pairs().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Additions.Place.of(behind(mapping, ordered)));
            boolean json = mapping.pairs().isEmpty()
                    ? isJson()
                    : mapping.pairs().get(0).key() instanceof Written.Single key
                            && key.style() == Written.Style.DOUBLE_QUOTED;
            additions.flow(plan, mapping, mapping.inside(), before, Additions.pieces(all, json), KEYS);
        } else {
            int indent = layout.column(mapping.inside());
            int dashes = outline.dashes(mapping);
            for (Added added : ordered) {
                int end = Additions.Place.of(behind(mapping, added, ordered)).end();
                additions.insert(
                        plan, end, indent, additions.lines(List.of(added), indent, dashes), KEYS + rank(added));
            }
        }
    }

    private static int rank(Added added) {
        return added.items().isEmpty()
                ? added.key().equals(READ_ONLY) ? 0 : 1
                : added.key().equals("tmpfs") ? 2 : 3;
    }

    /** The keys of a service that has nothing yet. */
    private void first(Edits.Plan plan, List<Added> keys) throws NotWritable {
        Optional<Written> holder = outline.parent(service.key());
        if (outline.flow(service.key()).isPresent() || !(holder.orElse(null) instanceof Written.Pairs services)) {
            String text = String.join(
                    ", ",
                    Additions.pieces(keys, isJson()).stream()
                            .map(Additions.Piece::text)
                            .toList());
            boolean blank = service.value().start() == service.value().end();
            plan.replace(service.value().start(), service.value().end(), (blank ? " {" : "{") + text + "}");
            return;
        }
        if (service.value().end() > service.value().start()) {
            additions.empty(plan, service);
        }
        int indent = layout.column(service.key().start()) + outline.step(services);
        additions.insert(
                plan, service.value().end(), indent, additions.lines(keys, indent, outline.dashes(services)), KEYS);
    }

    /** In braces all go to the place of the first. */
    private static Written.Pair behind(Written.Pairs mapping, List<Added> keys) {
        return behind(mapping, keys.get(0), keys);
    }

    private static Written.Pair behind(Written.Pairs mapping, Added added, List<Added> together) {
        Written.Pair last = mapping.pairs().get(mapping.pairs().size() - 1);
        boolean key = added.items().isEmpty();
        if (!key) {
            Optional<Written.Pair> readOnly = mapping.pair(READ_ONLY);
            if (readOnly.isPresent()) {
                return readOnly.get();
            }
            key = together.stream().anyMatch(other -> other.key().equals(READ_ONLY));
        }
        if (!key) {
            return last;
        }
        return mapping.pair("image")
                .or(() -> mapping.pair("build"))
                .or(() -> simple(mapping))
                .orElse(last);
    }

    private static Optional<Written.Pair> simple(Written.Pairs mapping) {
        return mapping.pairs().stream()
                .filter(pair -> pair.value() instanceof Written.Single single && !single.isEmpty())
                .reduce((earlier, later) -> later);
    }

    /** Adds items to a list that the service has itself. */
    void items(Edits.Plan plan, Written.Pair pair, List<Change.Item> changes) throws NotWritable {
        Written value = pair.value();
        if (isReset(value)) {
            throw new NotWritable(Message.of("the list is tagged !reset, which means that there is none"));
        }
        List<Added.Item> items = changes.stream().map(this::item).toList();
        if (value instanceof Written.Items list && !(list.flow() && isNothing(pair, list))) {
            items.forEach(item -> plan.means(() -> shape.add(list, item.shape())));
            into(plan, list, items);
            return;
        }
        if (value instanceof Written.Pairs) {
            throw new NotWritable(Message.of("{0} is no list", changes.get(0).list()));
        }
        boolean string = value instanceof Written.Single single && single.type() != ScalarType.NULL;
        if (string) {
            wrap(plan, pair, items);
            return;
        }
        if (value.properties().anchor().isPresent() || value.properties().tag().isPresent()) {
            throw new NotWritable(Message.of("an anchor or a tag stands before the list's value"));
        }
        List<Added.Item> all = new ArrayList<>(repeated(changes.get(0).list()));
        all.addAll(items);
        plan.means(() -> shape.replace(
                value, Shape.list(all.stream().map(Added.Item::shape).toList())));
        if (outline.flow(pair.key()).isPresent()) {
            plan.replace(value.start(), value.end(), (value.start() == value.end() ? " " : "") + brackets(all));
            items.forEach(item -> additions.above(plan, pair.key(), item.why()));
            return;
        }
        if (value.end() > value.start()) {
            additions.empty(plan, pair);
        }
        below(plan, pair, all);
    }

    /** Whether it is {@code []} on the key's line, which lines below it can replace. */
    private boolean isNothing(Written.Pair pair, Written.Items list) {
        return list.items().isEmpty()
                && outline.flow(pair.key()).isEmpty()
                && list.properties().anchor().isEmpty()
                && list.properties().tag().isEmpty()
                && layout.text().substring(list.start() + 1, list.end() - 1).isBlank();
    }

    private void into(Edits.Plan plan, Written.Items list, List<Added.Item> items) throws NotWritable {
        if (!list.flow()) {
            int dash = layout.column(list.inside());
            additions.insert(plan, list.end(), dash, additions.items(items, dash), ITEMS);
            return;
        }
        Optional<Additions.Place> before = list.items().isEmpty()
                ? Optional.empty()
                : Optional.of(Additions.Place.of(list.items().get(list.items().size() - 1)));
        List<Additions.Piece> pieces = items.stream()
                .map(item -> new Additions.Piece(item.flow(), item.why()))
                .toList();
        additions.flow(plan, list, list.inside(), before, pieces, ITEMS);
    }

    /** A single value becomes the first item. */
    private void wrap(Edits.Plan plan, Written.Pair pair, List<Added.Item> items) throws NotWritable {
        Written value = pair.value();
        plan.means(() -> {
            shape.wrap(value);
            items.forEach(item -> shape.append(value, item.shape()));
        });
        if (outline.flow(pair.key()).isPresent()) {
            plan.insert(value.start(), "[", 0);
            String text = String.join(", ", items.stream().map(Added.Item::flow).toList());
            plan.insert(value.end(), ", " + text + "]", 0);
            items.forEach(item -> additions.above(plan, pair.key(), item.why()));
            return;
        }
        if (layout.text().substring(value.start(), value.end()).contains("\n")) {
            throw new NotWritable(Message.of("the value that would be the list's first item goes over several lines"));
        }
        int indent = dash(pair);
        int gap = additions.gap(pair);
        plan.replace(gap, value.start(), layout.lineBreak(layout.nextLine(gap)) + " ".repeat(indent) + "- ");
        below(plan, pair, items);
    }

    private int dash(Written.Pair pair) {
        return layout.column(pair.key().start()) + outline.dashes((Written.Pairs) service.value());
    }

    private void below(Edits.Plan plan, Written.Pair pair, List<Added.Item> items) throws NotWritable {
        additions.insert(
                plan, pair.value().end(), layout.column(pair.key().start()), additions.items(items, dash(pair)), ITEMS);
    }

    private static String brackets(List<Added.Item> items) {
        return "[" + String.join(", ", items.stream().map(Added.Item::flow).toList()) + "]";
    }
}
