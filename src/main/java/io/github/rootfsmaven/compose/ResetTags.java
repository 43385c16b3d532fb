package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tags {@code !reset} and {@code !override}, as compose-go's {@code loader/reset.go}: both remove what the files
 * before say at the same place; {@code !override} puts its own value there.
 */
final class ResetTags {
    private final Set<TreePath> paths = new HashSet<>();

    /** The document without the values that are tagged {@code !reset}; their places are remembered. */
    Node strip(Node document) {
        String text = document.span().file().text();
        boolean tagged = text.contains("!reset") || text.contains("!override");
        return tagged ? strip(document, TreePath.TOP) : document;
    }

    private Node strip(Node node, TreePath path) {
        if (node instanceof Mapping mapping) {
            List<Mapping.Entry> entries = new ArrayList<>();
            for (Mapping.Entry entry : mapping.entries()) {
                TreePath place = path.next(entry.name());
                if (entry.value().isTagged("!reset")) {
                    paths.add(place);
                    // The reference drops the entry before merge keys are looked at: one may bring the key again.
                    mapping.covered(entry.name())
                            .ifPresent(merged -> entries.add(merged.with(strip(merged.value(), place))));
                    continue;
                }
                if (entry.value().isTagged("!override")) {
                    // The reference does not look for further tags inside: they change nothing there.
                    paths.add(place);
                    entries.add(entry);
                    continue;
                }
                entries.add(entry.with(strip(entry.value(), place)));
            }
            return mapping.with(entries);
        }
        if (node instanceof Sequence sequence) {
            // On an item the tag only drops the item itself: the reference removes nothing from a list before.
            List<Node> items = sequence.items().stream()
                    .filter(item -> !item.isTagged("!reset"))
                    .map(item -> strip(item, path.next(TreePath.ITEM)))
                    .toList();
            return new Sequence(items, sequence.tag(), sequence.span());
        }
        return node;
    }

    /** The accumulated values without what the tags remove. */
    Node apply(Node node, TreePath path) {
        if (paths.isEmpty()) {
            return node;
        }
        if (node instanceof Mapping mapping) {
            return mapping.with(mapping.entries().stream()
                    .filter(entry -> !paths.contains(path.next(entry.name())))
                    .map(entry -> entry.with(apply(entry.value(), path.next(entry.name()))))
                    .toList());
        }
        return node;
    }
}
