package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.yaml.Written;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The values of a file as they are written, with what they stand in, and the file's habits. */
final class Outline {
    private static final int USUAL_STEP = 2;

    private final Layout layout;
    private final List<Written> documents;
    private final Map<Written, Written> parents = new IdentityHashMap<>();
    private final List<Written> all = new ArrayList<>();
    private final List<Written.Pair> pairs = new ArrayList<>();

    Outline(Layout layout, List<Written> documents) {
        this.layout = layout;
        this.documents = List.copyOf(documents);
        documents.forEach(this::visit);
    }

    private void visit(Written value) {
        all.add(value);
        if (value instanceof Written.Pairs mapping) {
            for (Written.Pair pair : mapping.pairs()) {
                pairs.add(pair);
                parents.put(pair.key(), mapping);
                parents.put(pair.value(), mapping);
                visit(pair.key());
                visit(pair.value());
            }
        } else if (value instanceof Written.Items list) {
            for (Written item : list.items()) {
                parents.put(item, list);
                visit(item);
            }
        }
    }

    Layout layout() {
        return layout;
    }

    List<Written> documents() {
        return documents;
    }

    /** The pair whose key begins at a place. */
    Optional<Written.Pair> pairAt(int start) {
        return pairs.stream().filter(pair -> pair.key().start() == start).findFirst();
    }

    /** The mapping with keys that begins at a place, behind its anchor and tag or before them. */
    Optional<Written.Pairs> mappingAt(int start) {
        return all.stream()
                .filter(Written.Pairs.class::isInstance)
                .map(Written.Pairs.class::cast)
                .filter(mapping -> mapping.start() == start || (!mapping.flow() && mapping.inside() == start))
                .filter(mapping -> !mapping.pairs().isEmpty())
                .findFirst();
    }

    /** The value that holds this one; nothing for a document. */
    Optional<Written> parent(Written value) {
        return Optional.ofNullable(parents.get(value));
    }

    /** The keys on the way from its document to a value, the document's number first; nothing inside a list. */
    Optional<List<String>> path(Written value) {
        List<String> path = new ArrayList<>();
        Written inner = value;
        while (parents.get(inner) != null) {
            Written found = inner;
            if (!(parents.get(inner) instanceof Written.Pairs mapping)) {
                return Optional.empty();
            }
            Optional<String> key = mapping.pairs().stream()
                    .filter(pair -> pair.value() == found)
                    .map(Written.Pair::key)
                    .filter(Written.Single.class::isInstance)
                    .map(name -> ((Written.Single) name).value())
                    .findFirst();
            if (key.isEmpty()) {
                return Optional.empty();
            }
            path.add(0, key.get());
            inner = mapping;
        }
        for (int i = 0; i < documents.size(); i++) {
            if (documents.get(i) == inner) {
                path.add(0, String.valueOf(i));
            }
        }
        return Optional.of(path);
    }

    /** All single values. */
    List<Written.Single> singles() {
        return all.stream()
                .filter(Written.Single.class::isInstance)
                .map(Written.Single.class::cast)
                .toList();
    }

    /** Whether the last value is a block of lines without a line end, which it would have behind it then. */
    boolean endsInOpenBlock() {
        String text = layout.text();
        return !text.endsWith("\n")
                && singles().stream()
                        .filter(single -> single.style() == Written.Style.BLOCK)
                        .anyMatch(single -> text.substring(single.end()).isBlank());
    }

    /** Where the values stand that refer to an anchor. */
    List<Written.Alias> aliases(String anchor) {
        return all.stream()
                .filter(Written.Alias.class::isInstance)
                .map(Written.Alias.class::cast)
                .filter(alias -> alias.anchor().equals(anchor))
                .toList();
    }

    /** The pair of the {@code services} of its document that holds a value. */
    Optional<Written.Pair> serviceOf(Written value) {
        Written inner = value;
        Written outer = parents.get(inner);
        while (outer != null) {
            Written found = inner;
            Written holder = outer;
            if (holder instanceof Written.Pairs mapping && isServices(mapping)) {
                return mapping.pairs().stream()
                        .filter(pair -> pair.value() == found || pair.key() == found)
                        .findFirst();
            }
            inner = outer;
            outer = parents.get(inner);
        }
        return Optional.empty();
    }

    private boolean isServices(Written.Pairs mapping) {
        return parents.get(mapping) instanceof Written.Pairs top
                && documents.stream().anyMatch(document -> document == top)
                && top.pair("services").filter(pair -> pair.value() == mapping).isPresent();
    }

    /** The outermost flow collection that a value stands in, or is. */
    Optional<Written> flow(Written value) {
        Optional<Written> outermost = Optional.empty();
        for (Written at = value; at != null; at = parents.get(at)) {
            if (isFlow(at)) {
                outermost = Optional.of(at);
            }
        }
        return outermost;
    }

    static boolean isFlow(Written value) {
        return (value instanceof Written.Pairs mapping && mapping.flow())
                || (value instanceof Written.Items list && list.flow());
    }

    /** By how many columns this file indents what belongs to a key of a mapping: as there, else as elsewhere. */
    int step(Written.Pairs mapping) {
        return mapping.pairs().stream()
                .flatMap(pair -> step(pair).stream())
                .findFirst()
                .or(() -> pairs.stream().flatMap(pair -> step(pair).stream()).findFirst())
                .orElse(USUAL_STEP);
    }

    private Optional<Integer> step(Written.Pair pair) {
        return pair.value() instanceof Written.Pairs inner && !inner.flow() && isBlockKey(pair)
                ? Optional.of(
                        layout.column(inner.inside()) - layout.column(pair.key().start()))
                : Optional.empty();
    }

    /** By how many columns a list's dashes are indented below their key: as in that mapping, else as elsewhere. */
    int dashes(Written.Pairs mapping) {
        return dashes(pair -> parents.get(pair.key()) == mapping)
                .or(() -> dashes(pair -> true))
                .orElse(USUAL_STEP);
    }

    private Optional<Integer> dashes(Predicate<Written.Pair> wanted) {
        for (Written.Pair pair : pairs) {
            if (pair.value() instanceof Written.Items list && !list.flow() && isBlockKey(pair) && wanted.test(pair)) {
                return Optional.of(
                        layout.column(list.inside()) - layout.column(pair.key().start()));
            }
        }
        return Optional.empty();
    }

    private boolean isBlockKey(Written.Pair pair) {
        return layout.isFirst(pair.key().start()) && flow(pair.key()).isEmpty();
    }
}
