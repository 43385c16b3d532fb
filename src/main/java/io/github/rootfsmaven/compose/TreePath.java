package io.github.rootfsmaven.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * The way to a value in a Compose file: the keys from the top, {@code []} for a place in a list. A longer path shares
 * the shorter one, for the loader makes one at every value.
 */
final class TreePath {
    static final TreePath TOP = new TreePath(null, "");
    static final String ITEM = "[]";

    private final TreePath parent;
    private final String name;
    private final int size;

    private TreePath(TreePath parent, String name) {
        this.parent = parent;
        this.name = name;
        this.size = parent == null ? 0 : parent.size + 1;
    }

    static TreePath of(String... parts) {
        TreePath path = TOP;
        for (String part : parts) {
            path = path.next(part);
        }
        return path;
    }

    /** A pattern written with dots. */
    static TreePath pattern(String dotted) {
        return of(dotted.split("\\."));
    }

    TreePath next(String part) {
        return new TreePath(this, part);
    }

    boolean isTop() {
        return parent == null;
    }

    int size() {
        return size;
    }

    /** Its last part. */
    String name() {
        return name;
    }

    /** The reference's {@code tree.Path.Matches}: a star stands for any one part. */
    boolean matches(TreePath pattern) {
        if (size != pattern.size) {
            return false;
        }
        TreePath wanted = pattern;
        for (TreePath path = this; path.parent != null; path = path.parent, wanted = wanted.parent) {
            if (!wanted.name.equals("*") && !wanted.name.equals(path.name)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreePath path
                && size == path.size
                && name.equals(path.name)
                && Objects.equals(parent, path.parent);
    }

    @Override
    public int hashCode() {
        return 31 * (parent == null ? 0 : parent.hashCode()) + name.hashCode();
    }

    @Override
    public String toString() {
        Deque<String> parts = new ArrayDeque<>();
        for (TreePath path = this; path.parent != null; path = path.parent) {
            parts.addFirst(path.name);
        }
        return String.join(".", parts).replace("." + ITEM, ITEM);
    }
}
