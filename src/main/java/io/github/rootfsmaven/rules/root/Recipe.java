package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.Located;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a container with a writable root filesystem will need once that is closed. */
final class Recipe {
    private static final String TMPFS = "a tmpfs on ";

    private Recipe() {}

    /** What will need a place once the root is closed, and why. */
    static String of(Container container) {
        Map<String, Write> byPath = new LinkedHashMap<>();
        container.writes().stream()
                .filter(write -> write.kind() == Kind.TEMP || write.step().isPresent())
                .filter(write -> write.kind() == Kind.TEMP || !write.isConditional())
                .filter(write -> !hasPlace(container, write))
                .forEach(write -> byPath.putIfAbsent(write.path().value(), write));
        Set<String> places = new LinkedHashSet<>();
        byPath.values().stream()
                .filter(write -> byPath.values().stream().noneMatch(other -> servesToo(other, write)))
                .forEach(write -> places.add(place(write)));
        container.openImageVolumes().forEach(volume -> places.add(place(volume)));
        return places.isEmpty() ? "" : " It will then need " + String.join(", and ", places) + ".";
    }

    /** Whether a tmpfs for one is a place for the other, too. */
    private static boolean servesToo(Write above, Write below) {
        return mount(above.kind()).equals(TMPFS)
                && below.kind() != Kind.PERSISTENT
                && Paths.isBelow(below.path().value(), above.path().value());
    }

    private static String place(Write write) {
        String path = write.path().shown();
        if (write.step().filter(Write.Step::installs).isPresent()) {
            return "a start that installs nothing (" + write.why() + ")";
        }
        // how that is known would make the recipe too long; known-image-write tells it once the root is closed
        boolean known = write.step().filter(step -> step.by() == Write.By.IMAGE).isPresent();
        return mount(write.kind()) + path + " (" + (known ? "the image's " + what(write.kind()) : write.why()) + ")";
    }

    private static String mount(Kind kind) {
        return switch (kind) {
            case TEMP, SOCKET, LOG, CACHE -> TMPFS;
            case PERSISTENT -> "a named volume on ";
            case CONFIG, PROGRAM, FILE -> "a writable place at ";
        };
    }

    private static String what(Kind kind) {
        return switch (kind) {
            case TEMP -> "temporary files";
            case SOCKET -> "sockets, locks and process ids";
            case PERSISTENT -> "data";
            case CONFIG -> "configuration";
            case PROGRAM -> "programs";
            case LOG, CACHE, FILE -> kind.word();
        };
    }

    private static boolean hasPlace(Container container, Write write) {
        String path = write.path().value();
        return container.mounts().stream().filter(Mount::writable).anyMatch(mount -> Paths.isWithin(path, mount.path()))
                || container.image().allVolumes().stream().anyMatch(volume -> Paths.isWithin(path, volume.value()));
    }

    private static String place(Located<String> volume) {
        String kind = PathMeaning.isTemporary(volume.value()) ? "a tmpfs" : "a named volume";
        return kind + " on " + volume.shown() + " (the image declares it as a volume)";
    }
}
