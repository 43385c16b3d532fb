package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a container with a writable root filesystem will need once that is closed. */
final class Recipe {

    private Recipe() {}

    /** What will need a place once the root is closed, and why. */
    static Message of(Container container) {
        Map<String, Write> byPath = new LinkedHashMap<>();
        container.writes().stream()
                .filter(write -> write.kind() == Kind.TEMP || write.step().isPresent())
                .filter(write -> write.kind() == Kind.TEMP || !write.isConditional())
                .filter(write -> !hasPlace(container, write))
                .forEach(write -> byPath.putIfAbsent(write.path().value(), write));
        Set<Message> places = new LinkedHashSet<>();
        byPath.values().stream()
                .filter(write -> byPath.values().stream().noneMatch(other -> servesToo(other, write)))
                .forEach(write -> places.add(place(write)));
        container.openImageVolumes().forEach(volume -> places.add(place(volume)));
        List<Message> all = List.copyOf(places);
        return switch (all.size()) {
            case 0 -> Message.nothing();
            case 1 -> Message.of(" It will then need {0}.", all.get(0));
            default -> Message.of(" It will then need:\n- {0}", Message.joined("\n- ", all));
        };
    }

    /** Whether a tmpfs for one is a place for the other, too. */
    private static boolean servesToo(Write above, Write below) {
        return isOnTmpfs(above.kind())
                && below.kind() != Kind.PERSISTENT
                && Paths.isBelow(below.path().value(), above.path().value());
    }

    private static Message place(Write write) {
        String path = write.path().shown();
        if (write.step().filter(Write.Step::installs).isPresent()) {
            return Message.of("a start that installs nothing ({0})", write.why());
        }
        // how that is known would make the recipe too long; known-image-write tells it once the root is closed
        boolean known = write.step().filter(step -> step.by() == Write.By.IMAGE).isPresent();
        Message why = known ? what(write.kind()) : write.why();
        return switch (write.kind()) {
            case TEMP, SOCKET, LOG, CACHE -> Message.of("a tmpfs on {0} ({1})", path, why);
            case PERSISTENT -> Message.of("a named volume on {0} ({1})", path, why);
            case CONFIG, PROGRAM, FILE -> Message.of("a writable place at {0} ({1})", path, why);
        };
    }

    private static boolean isOnTmpfs(Kind kind) {
        return switch (kind) {
            case TEMP, SOCKET, LOG, CACHE -> true;
            case PERSISTENT, CONFIG, PROGRAM, FILE -> false;
        };
    }

    private static Message what(Kind kind) {
        return switch (kind) {
            case TEMP -> Message.of("the image's temporary files");
            case SOCKET -> Message.of("the image's sockets, locks and process ids");
            case PERSISTENT -> Message.of("the image's data");
            case CONFIG -> Message.of("the image's configuration");
            case PROGRAM -> Message.of("the image's programs");
            case LOG -> Message.of("the image's log");
            case CACHE -> Message.of("the image's cache");
            case FILE -> Message.of("the image's file");
        };
    }

    private static boolean hasPlace(Container container, Write write) {
        String path = write.path().value();
        return container.mounts().stream().filter(Mount::writable).anyMatch(mount -> Paths.isWithin(path, mount.path()))
                || container.image().allVolumes().stream().anyMatch(volume -> Paths.isWithin(path, volume.value()));
    }

    private static Message place(Located<String> volume) {
        Message why = Message.of("the image declares it as a volume");
        return PathMeaning.isTemporary(volume.value())
                ? Message.of("a tmpfs on {0} ({1})", volume.shown(), why)
                : Message.of("a named volume on {0} ({1})", volume.shown(), why);
    }
}
