package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.NativeLibrary;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tmpfs in the short syntax.
 *
 * @param path where it is mounted, canonical
 */
public record Tmpfs(String path, List<String> options) {
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,10})(?::([0-9]{1,10}))?");

    public Tmpfs {
        Objects.requireNonNull(path);
        options = List.copyOf(options);
    }

    /**
     * One that a container's user can write. A tmpfs belongs to root and takes over the permissions of the directory that
     * it covers; {@code mode} over such a directory is ignored by runc 1.1 and honoured by 1.3 (docs/truth.md), {@code uid}
     * works with both. So numbers are given to {@code uid} and {@code gid}; who a name is stands in the image.
     */
    static Tmpfs of(Container container, String path, Kind kind, HardenSettings settings) {
        List<String> options = new ArrayList<>();
        options.add("size=" + (kind == Kind.SOCKET ? kind.usualSize() : settings.tmpfsSize()));
        if (mustRun(container, path, settings)) {
            options.add("exec");
        }
        options.addAll(owner(container, path));
        return new Tmpfs(path, options);
    }

    private static List<String> owner(Container container, String path) {
        Optional<Located<String>> user = container.process().user();
        if (path.equals("/tmp") || path.equals("/var/tmp")) {
            return List.of("mode=1777");
        }
        if (user.isPresent() && !container.process().certainlyNotRoot()) {
            boolean root = user.get().value().split(":", 2)[0].matches("root|0+");
            return root ? List.of() : List.of("mode=1777");
        }
        Optional<Matcher> numbers = user.filter(name -> name.origin() == Located.Origin.LITERAL)
                .map(name -> NUMBERS.matcher(name.value()))
                .filter(Matcher::matches);
        if (numbers.isEmpty()) {
            return List.of("mode=1777");
        }
        String gid = numbers.get().group(2);
        String uid = "uid=" + numbers.get().group(1);
        return gid == null ? List.of(uid) : List.of(uid, "gid=" + gid);
    }

    /** Whether a library that the program cannot do without loads machine code from there. */
    private static boolean mustRun(Container container, String path, HardenSettings settings) {
        return container.libraries().stream()
                .filter(library -> needsToRun(library, settings))
                .map(library -> library.directory().value())
                .anyMatch(directory -> Paths.isWithin(directory, path)
                        && container.mounts().stream()
                                .noneMatch(mount ->
                                        Paths.isBelow(mount.path(), path) && Paths.isWithin(directory, mount.path())));
    }

    static boolean needsToRun(NativeLibrary library, HardenSettings settings) {
        return !library.tolerant() && Confidence.of(library).compareTo(settings.evidence()) <= 0;
    }

    /** How it is written. */
    String text() {
        return path + ":" + String.join(",", options);
    }

    /** The mount that it will be. */
    Mount mount(Container container) {
        return new Mount(
                MountType.TMPFS,
                Located.literal(path, container.place()),
                Optional.empty(),
                io.github.rootfsmaven.model.Access.WRITABLE,
                options.stream()
                        .map(option -> Located.literal(option, container.place()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                container.place());
    }
}
