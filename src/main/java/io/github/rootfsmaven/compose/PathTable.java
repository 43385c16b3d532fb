package io.github.rootfsmaven.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be done at certain paths: patterns and what each stands for. It is asked at every value of every file, so
 * patterns are looked up by length and last part.
 */
final class PathTable<T> {
    private final Map<Integer, Map<String, List<Row<T>>>> rows = new HashMap<>();

    private record Row<T>(TreePath pattern, T value) {}

    /** A table of patterns written with dots; those of one call stand for one thing. */
    PathTable<T> with(T value, String... patterns) {
        for (String dotted : patterns) {
            TreePath pattern = TreePath.pattern(dotted);
            rows.computeIfAbsent(pattern.size(), size -> new HashMap<>())
                    .computeIfAbsent(pattern.name(), name -> new ArrayList<>())
                    .add(new Row<>(pattern, value));
        }
        return this;
    }

    /** What the path's pattern stands for; null if none matches, for that is what almost every value gets. */
    T find(TreePath path) {
        Map<String, List<Row<T>>> named = rows.get(path.size());
        if (named == null) {
            return null;
        }
        T found = find(path, named.get(path.name()));
        return found == null ? find(path, named.get("*")) : found;
    }

    private static <T> T find(TreePath path, List<Row<T>> candidates) {
        if (candidates != null) {
            for (Row<T> row : candidates) {
                if (path.matches(row.pattern)) {
                    return row.value;
                }
            }
        }
        return null;
    }
}
