package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Located;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a container with a writable root filesystem will need once that is closed. */
final class Recipe {
    private Recipe() {}

    /** What will need a place once the root is closed, and why. */
    static String of(Container container) {
        Set<String> places = new LinkedHashSet<>();
        Set<String> paths = new LinkedHashSet<>();
        container.writes().stream()
                .filter(write -> write.kind() == Write.Kind.TEMP || write.step().isPresent())
                .filter(write -> write.kind() == Write.Kind.TEMP || !write.isConditional())
                .filter(write -> !hasPlace(container, write))
                .filter(write -> paths.add(write.path().value()))
                .forEach(write -> places.add(place(write)));
        container.openImageVolumes().forEach(volume -> places.add(place(volume)));
        return places.isEmpty() ? "" : " It will then need " + String.join(", and ", places) + ".";
    }

    private static String place(Write write) {
        String path = write.path().shown();
        if (write.step().filter(Write.Step::installs).isPresent()) {
            return "a start that installs nothing (" + write.why() + ")";
        }
        String what = write.kind() == Write.Kind.TEMP ? "a tmpfs on " : "a writable place at ";
        // how that is known would make the recipe too long; known-image-write tells it once the root is closed
        boolean known = write.step().filter(step -> step.by() == Write.By.IMAGE).isPresent();
        String kind = write.kind() == Write.Kind.TEMP
                ? "temporary files"
                : write.kind().word();
        return what + path + " (" + (known ? "the image's " + kind : write.why()) + ")";
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
