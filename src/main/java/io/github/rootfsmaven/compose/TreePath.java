package io.github.rootfsmaven.compose;

import java.util.ArrayList;
import java.util.List;

/** The way to a value in a Compose file: the keys from the top, {@code []} for a place in a list. */
record TreePath(List<String> parts) {
    static final TreePath TOP = new TreePath(List.of());
    static final String ITEM = "[]";

    TreePath {
        parts = List.copyOf(parts);
    }

    static TreePath of(String... parts) {
        return new TreePath(List.of(parts));
    }

    TreePath next(String part) {
        List<String> longer = new ArrayList<>(parts);
        longer.add(part);
        return new TreePath(longer);
    }

    /** The reference's {@code tree.Path.Matches}: a star stands for any one part. */
    boolean matches(TreePath pattern) {
        if (parts.size() != pattern.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            String wanted = pattern.parts.get(i);
            if (!wanted.equals("*") && !wanted.equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A pattern written with dots. */
    static TreePath pattern(String dotted) {
        return new TreePath(List.of(dotted.split("\\.")));
    }

    @Override
    public String toString() {
        return String.join(".", parts).replace("." + ITEM, ITEM);
    }
}
