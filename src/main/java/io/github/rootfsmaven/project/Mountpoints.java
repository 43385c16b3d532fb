package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Mountpoint;
import io.github.rootfsmaven.model.Mountpoint.Presence;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether the places of mounts are there that lie in a read-only bind or volume. The engine makes them where it can
 * write; in a read-only mount it cannot. A read-only tmpfs does not matter, for the engine makes the place first (seen on
 * the engine).
 */
final class Mountpoints {
    private final Path directory;

    /**
     * Looks into one Compose project.
     *
     * @param directory where relative sources start
     */
    Mountpoints(Path directory) {
        this.directory = directory;
    }

    List<Mountpoint> of(List<Mount> mounts, List<Located<String>> imageVolumes) {
        return mounts.stream()
                .flatMap(mount -> above(mount, mounts)
                        .filter(above -> isClosed(above))
                        .filter(above -> imageVolumes.stream().noneMatch(volume -> isBetween(volume, mount, above)))
                        .map(above -> new Mountpoint(mount, above, presence(mount, above)))
                        .stream())
                .toList();
    }

    private static Optional<Mount> above(Mount mount, List<Mount> mounts) {
        return mounts.stream()
                .filter(other -> Paths.isBelow(mount.path(), other.path()))
                .max(Comparator.comparingInt(other -> other.path().length()));
    }

    private static boolean isClosed(Mount above) {
        boolean filled = above.type() != MountType.TMPFS && above.type() != MountType.CONFIG;
        return filled && above.type() != MountType.SECRET && above.access() == Access.READ_ONLY;
    }

    private static boolean isBetween(Located<String> volume, Mount mount, Mount above) {
        return Paths.isBelow(volume.value(), above.path()) && Paths.isBelow(mount.path(), volume.value());
    }

    private Presence presence(Mount mount, Mount above) {
        if (above.type() == MountType.VOLUME || above.source().isEmpty()) {
            return Presence.UNKNOWN;
        }
        String part = mount.path().substring(above.path().length());
        Located<String> source = above.source().orElseThrow();
        String place = Paths.clean(source.value() + part);
        boolean same = mount.type() == MountType.BIND
                && mount.source()
                        .filter(from -> Paths.clean(from.value()).equals(place))
                        .isPresent();
        if (same) {
            return Presence.THERE;
        }
        return source.value().indexOf(Text.UNRESOLVED) < 0 ? presence(source, part) : Presence.UNKNOWN;
    }

    /** Paths of the host outside the project say nothing about the machine that it will run on. */
    private Presence presence(Located<String> source, String part) {
        try {
            Path folder = directory.resolve(source.value()).normalize();
            boolean ours = source.shown().startsWith(".") || folder.startsWith(directory);
            if (!ours || !Files.isDirectory(folder)) {
                return Presence.UNKNOWN;
            }
            return Files.exists(folder.resolve(part.substring(1))) ? Presence.THERE : Presence.MISSING;
        } catch (InvalidPathException none) {
            return Presence.UNKNOWN;
        }
    }
}
