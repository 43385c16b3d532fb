package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.ProgramFiles;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.text.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A mount that a container with a read-only root needs.
 *
 * @param path where: absolute, canonical
 * @param volume whether what is written there must outlive the container, or the image has files there; else a tmpfs does
 * @param kind what is written
 * @param why in a few words
 */
record Need(String path, boolean volume, Kind kind, String why) {
    private static final String TMP = "/tmp";

    Need {
        Objects.requireNonNull(path);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(why);
    }

    /** What a container whose root is read-only needs, {@code /tmp} first, then by path. */
    static List<Need> of(Container container, HardenSettings settings) {
        WritableMap map = container.map();
        TreeMap<String, Need> needs = new TreeMap<>();
        if (map.entryFor(TMP).type() == MountType.ROOT && hasTmp(container)) {
            put(needs, new Need(TMP, false, Kind.TEMP, "temporary files"));
        }
        container.writes().stream()
                .filter(write -> isSure(write, settings))
                .filter(write -> map.entryFor(write.path().value()).type() == MountType.ROOT)
                .forEach(write -> of(container, write, needs));
        for (Located<String> volume : container.openImageVolumes()) {
            of(container, volume, needs);
        }
        List<Need> all = new ArrayList<>(needs.values());
        // a volume of the image stays as long as nothing is mounted on its very path (moby: daemon/create_unix.go)
        List<String> exact = container.openImageVolumes().stream()
                .map(volume -> Paths.canonical(volume.value()))
                .toList();
        all.removeIf(need -> !exact.contains(need.path) && all.stream().anyMatch(other -> other.servesToo(need)));
        all.sort(Comparator.comparing((Need need) -> !need.path.equals(TMP)).thenComparing(Need::path));
        return all;
    }

    /** Every program may use it, if there is an operating system around it. */
    private static boolean hasTmp(Container container) {
        boolean bare = container.image().base().filter("scratch"::equals).isPresent();
        return !bare
                || container.writes().stream()
                        .anyMatch(write -> Paths.isWithin(write.path().value(), TMP));
    }

    private static boolean isSure(Write write, HardenSettings settings) {
        boolean literal = write.path().shown().equals(write.path().value());
        boolean installs = write.step().filter(Write.Step::installs).isPresent();
        return literal && !installs && confidence(write).compareTo(settings.evidence()) <= 0;
    }

    /** That a condition may not hold is no reason against a tmpfs: it costs nothing until somebody writes. */
    private static Confidence confidence(Write write) {
        return switch (kind(write, Places.directory(write))) {
            case TEMP, SOCKET, LOG, CACHE ->
                Confidence.of(new Write(write.path(), write.kind(), write.evidence(), write.why(), write.avoidedBy()));
            case CONFIG, PERSISTENT, PROGRAM, FILE -> Confidence.of(write);
        };
    }

    private static void of(Container container, Write write, TreeMap<String, Need> needs) {
        String place = Places.directory(write);
        Kind kind = kind(write, place);
        if (Places.isForeign(container, place)) {
            return;
        }
        String why = why(write, kind);
        switch (kind) {
            case TEMP, SOCKET, LOG, CACHE ->
                put(needs, new Need(place, Places.isPopulated(container, place), kind, why));
            case PERSISTENT, CONFIG -> put(needs, new Need(place, true, kind, why));
            case PROGRAM, FILE -> {
                // what that is, and whether anybody will miss it, its owner knows
            }
        }
    }

    /** What a file without a meaning of its own is, by the name of its directory. */
    private static Kind kind(Write write, String place) {
        if (write.kind() != Kind.FILE) {
            return write.kind();
        }
        return PathMeaning.isTemporary(place)
                ? Kind.TEMP
                : PathMeaning.isData(place) || isSeen(write) ? Kind.PERSISTENT : Kind.FILE;
    }

    /** What was seen to be written and has no meaning that we know may be missed by somebody, so it is kept. */
    private static boolean isSeen(Write write) {
        return write.evidence() == Write.Evidence.OBSERVED || write.evidence() == Write.Evidence.OBSERVED_BEFORE;
    }

    private static void of(Container container, Located<String> volume, TreeMap<String, Need> needs) {
        String path = Paths.canonical(volume.value());
        boolean temporary = PathMeaning.isTemporary(path);
        boolean program = !temporary
                && !PathMeaning.isData(path)
                && ProgramFiles.in(container, path).isPresent();
        if (!program && volume.shown().equals(volume.value())) {
            put(
                    needs,
                    new Need(
                            path,
                            !temporary || Places.isPopulated(container, path),
                            temporary ? Kind.TEMP : Kind.PERSISTENT,
                            "the image declares it as a volume"));
        }
    }

    /** Of two on one path a volume serves both, and so does the larger tmpfs. */
    private static void put(TreeMap<String, Need> needs, Need need) {
        needs.merge(
                need.path,
                need,
                (first, second) ->
                        second.volume && !first.volume || first.kind == Kind.SOCKET && !first.volume ? second : first);
    }

    /**
     * Whether a mount for this is a place for the other one, too. A directory below one that every image has, such as
     * {@code /run}, may be the image's own, with an owner: it gets its own place.
     */
    private boolean servesToo(Need other) {
        boolean apart = !path.equals(TMP) && PathMeaning.isStandard(path) && !other.path.equals(path);
        return Paths.isBelow(other.path, path) && (volume || !other.volume) && !apart;
    }

    private static String why(Write write, Kind kind) {
        boolean known = write.step().filter(step -> step.by() == Write.By.IMAGE).isPresent();
        String what = switch (kind) {
            case TEMP -> "temporary files";
            case SOCKET -> "sockets, locks and process ids";
            case LOG -> "logs, gone at a restart";
            case CACHE -> "cache";
            case CONFIG -> "configuration that the program writes";
            case PERSISTENT -> "data";
            case PROGRAM, FILE -> "files";
        };
        String own = write.why().english();
        return known || own.length() > 60 || own.chars().anyMatch(c -> c < ' ') ? what : own;
    }
}
