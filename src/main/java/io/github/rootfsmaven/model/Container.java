package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One container as the engine would create it.
 *
 * @param name the service's key with its place, or the name or image of a {@code docker run} line; empty for a Dockerfile
 *     that nobody here starts
 * @param start who starts it
 * @param place where findings about the container as a whole point: the service's key, {@code docker run}, or the final
 *     {@code FROM}
 * @param scope what it is for
 * @param image what it runs from
 * @param process what it runs
 * @param readOnly whether the root filesystem is read-only
 * @param readOnlyKey where {@code read_only} stands; empty if nowhere
 * @param mounts what the Compose file mounts, in its order; image volumes are the image's
 * @param privileges what it may do beyond the default
 * @param memoryLimited whether a memory limit bounds what it can put into a tmpfs
 * @param namespaces what it shares with the host or other containers
 * @param volumesFrom a service's {@code volumes_from} entries; what they bring is among the mounts
 * @param mountpoints the mounts that lie in a read-only one
 * @param actions what Docker Compose does in it
 * @param platform the {@code platform} key
 * @param origins how the values of its service came together
 * @param writes what it will want to write, as far as we know
 * @param libraries what of it unpacks machine code and runs it
 * @param complete whether everything that decides access was read: no include, base file or variable is missing
 */
public record Container(
        Optional<Located<String>> name,
        Start start,
        Span place,
        Scope scope,
        Image image,
        Process process,
        Known<Boolean> readOnly,
        Optional<Span> readOnlyKey,
        List<Mount> mounts,
        Privileges privileges,
        boolean memoryLimited,
        Namespaces namespaces,
        List<Located<String>> volumesFrom,
        List<Mountpoint> mountpoints,
        ComposeActions actions,
        Optional<Located<String>> platform,
        Origins origins,
        List<Write> writes,
        List<NativeLibrary> libraries,
        boolean complete) {

    public Container {
        Objects.requireNonNull(name);
        Objects.requireNonNull(start);
        Objects.requireNonNull(place);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(image);
        Objects.requireNonNull(process);
        Objects.requireNonNull(readOnly);
        Objects.requireNonNull(readOnlyKey);
        mounts = List.copyOf(mounts);
        Objects.requireNonNull(privileges);
        Objects.requireNonNull(namespaces);
        volumesFrom = List.copyOf(volumesFrom);
        mountpoints = List.copyOf(mountpoints);
        Objects.requireNonNull(actions);
        Objects.requireNonNull(platform);
        Objects.requireNonNull(origins);
        writes = List.copyOf(writes);
        libraries = List.copyOf(libraries);
    }

    /** Whether its root filesystem is read-only for certain. */
    public boolean rootIsReadOnly() {
        return readOnly.is(true);
    }

    /** Whether its root filesystem is writable for certain. */
    public boolean rootIsWritable() {
        return readOnly.is(false);
    }

    /** Whether it is known how it is started: a service or a {@code docker run} line, rather than a mere Dockerfile. */
    public boolean isService() {
        return start != Start.UNKNOWN;
    }

    /** How something is written where this container is asked for: in a Compose file, or as flags of {@code docker run}. */
    public String words(String inCompose, String asFlags) {
        return start == Start.POM ? PomWords.of(inCompose, asFlags) : start.isRun() ? asFlags : inCompose;
    }

    /** What adds a tmpfs for a write, in the words of where the container is described. */
    public String wordsForTmpfs(String place, Write.Kind kind) {
        String mount = place + ":size=" + kind.usualSize();
        return words("tmpfs: [\"" + mount + "\"]", "--tmpfs " + mount);
    }

    /** The same for words of a sentence: what is said of a service, and of a line that starts a container. */
    public Message words(Message ofService, Message ofLine) {
        return start.isRun() ? ofLine : ofService;
    }

    /** The same container with another root filesystem access and other mounts, as it would be after an edit. */
    public Container with(Known<Boolean> otherReadOnly, List<Mount> otherMounts) {
        return new Container(
                name,
                start,
                place,
                scope,
                image,
                process,
                otherReadOnly,
                readOnlyKey,
                otherMounts,
                privileges,
                memoryLimited,
                namespaces,
                volumesFrom,
                mountpoints,
                actions,
                platform,
                origins,
                writes,
                libraries,
                complete);
    }

    /** Everything that is mounted in it when it starts. */
    public WritableMap map() {
        return WritableMap.of(this);
    }

    /**
     * Whether nothing at that path may run for certain: Docker mounts every tmpfs, and {@code /dev/shm}, with {@code noexec}
     * (moby: daemon/oci_linux.go withMounts, daemon/pkg/oci/defaults.go); of a tmpfs's own options the last one counts.
     */
    public boolean forbidsToRun(String path) {
        WritableMap.Entry entry = map().entryFor(path);
        if (entry.type() == MountType.ENGINE) {
            return entry.path().equals("/dev/shm");
        }
        return mounts.stream()
                .filter(mount -> mount.type() == MountType.TMPFS && mount.path().equals(entry.path()))
                .anyMatch(Mount::forbidsToRun);
    }

    /** Whether a library that is known to be in it loads machine code from a mount. */
    public boolean runsFrom(Mount mount) {
        return libraries.stream()
                .anyMatch(library ->
                        map().entryFor(library.directory().value()).path().equals(mount.path()));
    }

    /** The paths of the image's {@code VOLUME} lines that no mount replaces; the engine gives each a new volume. */
    public List<Located<String>> openImageVolumes() {
        return image.allVolumes().stream()
                .filter(volume ->
                        mounts.stream().noneMatch(mount -> mount.path().equals(Paths.canonical(volume.value()))))
                .toList();
    }
}
