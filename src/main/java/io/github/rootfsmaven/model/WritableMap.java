package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The mount table of a container at its start: for each path, would root get EROFS there, and what made it so? The
 * longest mount point above a path decides.
 *
 * <p>What the engine mounts by itself is taken from moby's {@code daemon/pkg/oci/defaults.go} and from a running engine
 * (28.5): {@code /dev} and {@code /dev/shm} stay writable under a read-only root; {@code /proc} is writable but for
 * {@code /proc/sys} and its like; {@code /sys} is read-only unless the container is privileged; {@code /etc/hosts}, {@code /etc/hostname} and {@code /etc/resolv.conf} follow the root.
 */
public final class WritableMap {
    /** What runc mounts read-only over a writable {@code /proc}, where the kernel has it. */
    private static final List<String> PROTECTED =
            List.of("/proc/acpi", "/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger");

    private final Container container;
    private final TreeMap<String, Entry> entries;
    private final boolean linksHidden;

    private WritableMap(Container container, TreeMap<String, Entry> entries, boolean linksHidden) {
        this.container = container;
        this.entries = entries;
        this.linksHidden = linksHidden;
    }

    /**
     * A mount point.
     *
     * @param path where
     * @param shown the path as it may be printed
     * @param access whether root can write there
     * @param type what is mounted
     * @param options mount options, as they may be printed
     * @param declared what declares it; empty for what the engine mounts by itself
     */
    public record Entry(
            String path, String shown, Access access, MountType type, List<String> options, Optional<Span> declared) {
        public Entry {
            Objects.requireNonNull(path);
            Objects.requireNonNull(shown);
            Objects.requireNonNull(access);
            Objects.requireNonNull(type);
            options = List.copyOf(options);
            Objects.requireNonNull(declared);
        }
    }

    static WritableMap of(Container container) {
        TreeMap<String, Entry> entries = new TreeMap<>();
        Access root = container.readOnly().value().map(WritableMap::access).orElse(Access.UNKNOWN);
        put(entries, new Entry("/", "/", root, MountType.ROOT, List.of(), container.readOnlyKey()));
        engine(container, root).forEach(entry -> put(entries, entry));
        container.mounts().forEach(mount -> put(entries, entry(mount)));
        WritableMap map =
                new WritableMap(container, entries, container.mounts().stream().anyMatch(WritableMap::hidesLinks));
        container.image().allVolumes().forEach(volume -> {
            String path = map.followed(volume.value());
            entries.putIfAbsent(path, imageVolume(path, volume));
        });
        return map;
    }

    /** The root, then every mount point, sorted by path. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The places where root can write, the engine's own left out. */
    public List<Entry> writablePlaces() {
        return entries.values().stream()
                .filter(entry -> entry.access() == Access.WRITABLE && entry.type() != MountType.ENGINE)
                .toList();
    }

    /** Whether root can write at that path. */
    public Access access(String path) {
        return entryFor(path).access();
    }

    /**
     * Whether a user can write at that path when the container starts with new volumes: make a file in the directory
     * there, or change the file. Unlike {@link #access} this asks for owner and permissions, too.
     *
     * @param user a name or number as {@code user} has it, with or without a group
     */
    public Known<Boolean> writableBy(String user, String path) {
        return new Permissions(container, this).writableBy(user, path);
    }

    /** The mount that decides over a path. */
    public Entry entryFor(String path) {
        String canonical = followed(path);
        return entries.values().stream()
                .filter(entry -> Paths.isWithin(canonical, entry.path()))
                .max(Comparator.comparingInt(entry -> entry.path().length()))
                .orElseThrow();
    }

    private static void put(TreeMap<String, Entry> entries, Entry entry) {
        entries.put(entry.path(), entry);
    }

    private static Entry imageVolume(String path, Located<String> volume) {
        return new Entry(
                path, volume.shown(), Access.WRITABLE, MountType.IMAGE_VOLUME, List.of(), Optional.of(volume.span()));
    }

    /** The links are the image's: a tmpfs or a directory of the host on {@code /var} hides them. A volume takes them over. */
    private static boolean hidesLinks(Mount mount) {
        boolean ofTheHost = mount.type() == MountType.BIND
                || mount.type() == MountType.INHERITED
                        && mount.source()
                                .filter(source -> source.value().contains("/"))
                                .isPresent();
        return mount.path().equals("/var") && (ofTheHost || mount.type() == MountType.TMPFS);
    }

    String followed(String path) {
        return linksHidden ? Paths.clean(path) : Paths.canonical(path);
    }

    private static Entry entry(Mount mount) {
        List<String> options = new ArrayList<>();
        mount.options().forEach(option -> options.add(option.shown()));
        return new Entry(
                mount.path(),
                mount.target().shown(),
                mount.access(),
                mount.type(),
                options,
                Optional.of(mount.declared()));
    }

    private static List<Entry> engine(Container container, Access root) {
        Privileges privileges = container.privileges();
        Known<Boolean> privileged = privileges.privileged().map(Located::value).orElse(Known.of(false));
        Access kernel = privileged.value().map(is -> access(!is)).orElse(Access.UNKNOWN);
        List<Entry> engine = new ArrayList<>();
        for (String path : List.of("/dev", "/dev/mqueue", "/dev/pts", "/dev/shm", "/proc")) {
            boolean missing = container.namespaces().withoutSharedMemory()
                    && (path.equals("/dev/shm") || path.equals("/dev/mqueue"));
            if (!missing) {
                engine.add(engine(path, Access.WRITABLE));
            }
        }
        Access paths = privileges.openSystemPaths().isPresent() ? Access.WRITABLE : kernel;
        PROTECTED.forEach(path -> engine.add(engine(path, paths)));
        engine.add(engine("/sys", kernel));
        engine.add(engine("/sys/fs/cgroup", cgroup(privileges, kernel)));
        for (String path : List.of("/etc/hostname", "/etc/hosts", "/etc/resolv.conf")) {
            engine.add(engine(path, root));
        }
        return engine;
    }

    /**
     * With cgroup v2 it is read-only as {@code /sys} is. With cgroup v1 it is a tmpfs that stays writable, and only the
     * controllers below are read-only. No file of the project tells which one the host has.
     */
    private static Access cgroup(Privileges privileges, Access kernel) {
        if (privileges.writableCgroups().isPresent() || kernel == Access.WRITABLE) {
            return Access.WRITABLE;
        }
        return Access.UNKNOWN;
    }

    private static Entry engine(String path, Access access) {
        return new Entry(path, path, access, MountType.ENGINE, List.of(), Optional.empty());
    }

    private static Access access(boolean readOnly) {
        return readOnly ? Access.READ_ONLY : Access.WRITABLE;
    }
}
