package io.github.rootfsmaven.model;

import io.github.rootfsmaven.model.Write.Kind;
import java.util.List;
import java.util.Set;

/** What the name of a path in a container says about what is kept there. A name is a hint, never a proof. */
public final class PathMeaning {
    private static final List<String> TEMPORARY_FILES = List.of("/tmp", "/var/tmp");
    private static final Set<String> TEMPORARY_PLACES = Set.of("/tmp", "/var/tmp", "/run", "/var/cache", "/dev/shm");
    private static final Set<String> TEMPORARY =
            Set.of("tmp", "temp", "cache", ".cache", "caches", "run", "lock", "log", "logs", "work", "spool");
    private static final Set<String> DATA =
            Set.of(("data db database databases storage store state uploads upload files media backup "
                            + "backups dumps repository queue sessions import imports export exports consume inbox "
                            + "outbox downloads")
                    .split(" "));
    private static final Set<String> DEPENDENCIES =
            Set.of(("node_modules vendor .venv venv target dist build .next .nuxt .gradle .m2 .npm .yarn "
                            + "__pycache__ site-packages bower_components")
                    .split(" "));

    private static final Set<String> STANDARD = Set.of(
            ("/ /bin /boot /dev /etc /home /lib /media /mnt /opt /proc /root /run /sbin /srv /sys /tmp /usr /usr/bin"
                            + " /usr/lib /usr/local /usr/local/bin /usr/local/etc /usr/local/lib /usr/local/sbin"
                            + " /usr/local/share /usr/sbin /usr/share /var /var/cache /var/lib /var/log /var/tmp")
                    .split(" "));

    private PathMeaning() {}

    /** Whether it is a directory that every usual Linux image has. */
    public static boolean isStandard(String path) {
        return STANDARD.contains(path);
    }

    /** Whether it is a place for things that nobody misses after a restart: temporary files, caches, sockets, logs. */
    public static boolean isTemporary(String path) {
        String canonical = Paths.canonical(path);
        return TEMPORARY_PLACES.stream().anyMatch(place -> Paths.isWithin(canonical, place))
                || TEMPORARY.contains(Paths.name(canonical))
                || Paths.name(canonical).endsWith("_cache");
    }

    /** Whether it, or the directory it is in, is named for the data of an application. */
    public static boolean isData(String path) {
        return DATA.contains(Paths.name(path)) || DATA.contains(Paths.name(Paths.parent(path)));
    }

    /** Whether it is filled by a package manager or a build, which can do so again. */
    public static boolean isRebuilt(String path) {
        return DEPENDENCIES.contains(Paths.name(path));
    }

    /** What is probably written at a path. */
    public static Kind kind(String path) {
        String name = Paths.name(path);
        if (TEMPORARY_FILES.stream().anyMatch(directory -> Paths.isWithin(path, directory))) {
            return Kind.TEMP;
        } else if (Paths.isWithin(path, "/run") || name.matches(".*\\.(pid|sock|lock)")) {
            return Kind.SOCKET;
        } else if (Paths.isWithin(path, "/var/log") || name.matches("logs?|.*\\.log")) {
            return Kind.LOG;
        } else if (Paths.isWithin(path, "/var/cache") || name.matches("\\.?cache")) {
            return Kind.CACHE;
        } else if (path.matches("(/usr/local)?/etc(/.*)?")
                || name.matches(".*\\.(conf|cnf|cfg|ini|ya?ml|json|xml|properties|toml|env)")) {
            return Kind.CONFIG;
        } else if (Paths.isWithin(path, "/var/lib") || isData(path)) {
            return Kind.PERSISTENT;
        }
        return path.matches("/(usr|bin|sbin|lib|lib64|opt)(/.*)?") ? Kind.PROGRAM : Kind.FILE;
    }
}
