package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Directories for what was written, as narrow and as few as can be; never the root itself. */
final class Places {
    private static final int MOST = 20;

    /** Beyond this many they are drawn together while more come. */
    private static final int MOST_AT_ONCE = 5_000;

    /** Directories that usual images share; only these of them hold nothing but what programs write. */
    private static final Set<String> NARROW =
            Set.of("/tmp", "/var/tmp", "/run", "/run/lock", "/var/log", "/var/cache", "/dev/shm");

    private final TreeSet<String> places = new TreeSet<>();

    /** A file, or a new directory: its place is the directory that it is in, if that is narrow enough. */
    void add(String path) {
        String parent = Paths.parent(path);
        put(isBroad(parent) ? path : parent);
    }

    /** A path that may be a file or a directory, of which only the name tells. */
    void addChanged(String path) {
        if (NARROW.contains(path) || PathMeaning.isTemporary(path) || PathMeaning.isStandard(path)) {
            put(path);
        } else {
            add(path);
        }
    }

    private void put(String place) {
        if (!place.equals("/")) {
            places.add(place);
            if (places.size() > MOST_AT_ONCE) {
                draw(MOST_AT_ONCE / 2);
            }
        }
    }

    private static boolean isBroad(String directory) {
        return directory.equals("/") || PathMeaning.isStandard(directory) && !NARROW.contains(directory);
    }

    /** At most twenty, none in another. */
    List<String> all() {
        draw(MOST);
        return List.copyOf(places);
    }

    private void draw(int most) {
        places.removeIf(this::isInAnother);
        Optional<String> wider = Optional.of("");
        while (places.size() > most && wider.isPresent()) {
            wider = widest();
            wider.ifPresent(directory -> {
                places.removeIf(place -> Paths.isWithin(place, directory));
                places.add(directory);
            });
        }
    }

    private boolean isInAnother(String place) {
        for (String above = Paths.parent(place); !above.equals("/"); above = Paths.parent(above)) {
            if (places.contains(above)) {
                return true;
            }
        }
        return false;
    }

    /** The directory to draw the places in it together: one of its own program before a shared one, the deepest, the fullest. */
    private Optional<String> widest() {
        Map<String, Integer> parents = new HashMap<>();
        places.forEach(place -> parents.merge(Paths.parent(place), 1, Integer::sum));
        return parents.keySet().stream()
                .filter(parent -> !parent.equals("/"))
                .min(Comparator.comparing((String parent) -> parents.get(parent) < 2)
                        .thenComparing(Places::isBroad)
                        .thenComparing(parent -> -depth(parent))
                        .thenComparing(parent -> -parents.get(parent))
                        .thenComparing(parent -> parent));
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }
}
