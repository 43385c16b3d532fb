package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.model.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code docker diff} says: {@code A} was added, {@code C} changed, {@code D} deleted, one a line, a directory before
 * what is in it (seen on 28.5). A directory has changed if something in it has, so it counts only where nothing below is
 * told.
 */
final class Changes {
    /** Beyond this many the directory counts at once; no container that is worth a look has more. */
    private static final int MOST = 200_000;

    /** What the engine puts into every container, and what it makes for it to be mounted on. */
    private static final Set<String> ENGINE = Set.of(
            "/etc/hosts",
            "/etc/hostname",
            "/etc/resolv.conf",
            "/etc/mtab",
            "/.dockerenv",
            "/.dockerinit",
            "/run/.containerenv");

    private static final List<String> KERNEL = List.of("/dev", "/proc", "/sys");

    private final Set<String> mounts;
    private final Set<String> added = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> above = new HashSet<>();
    private final Places places = new Places();
    private long count;

    /** @param mounts where something is mounted: the engine makes these, and what they lie in */
    Changes(Set<String> mounts) {
        this.mounts = Set.copyOf(mounts);
    }

    /** One line; what is none of its lines is passed over. */
    void take(String line) {
        if (line.length() < 3 || "ACD".indexOf(line.charAt(0)) < 0 || !line.startsWith(" /", 1)) {
            return;
        }
        String path = Paths.canonical(line.substring(2));
        above.add(Paths.parent(path));
        boolean engines = ENGINE.contains(path) || KERNEL.stream().anyMatch(place -> Paths.isWithin(path, place));
        if (engines || path.equals("/") || isMadeForMount(path)) {
            return;
        }
        count++;
        switch (line.charAt(0)) {
            case 'A' -> added(path);
            case 'C' -> changed(path);
            default -> places.add(path);
        }
    }

    private boolean isMadeForMount(String path) {
        return mounts.stream().anyMatch(mount -> Paths.isWithin(mount, path));
    }

    private void added(String path) {
        for (String directory = Paths.parent(path); !directory.equals("/"); directory = Paths.parent(directory)) {
            if (added.contains(directory)) {
                return;
            }
        }
        if (added.size() < MOST) {
            added.add(path);
        }
        places.add(path);
    }

    private void changed(String path) {
        if (changed.size() < MOST) {
            changed.add(path);
        } else {
            places.addChanged(path);
        }
    }

    /** Where it wrote. */
    List<String> places() {
        changed.removeAll(above);
        changed.forEach(places::addChanged);
        return places.all();
    }

    /** How many files and directories are told. */
    long count() {
        return count;
    }
}
