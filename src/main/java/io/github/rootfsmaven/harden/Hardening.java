package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.harden.Intention.AddTmpfs;
import io.github.rootfsmaven.harden.Intention.AddVolume;
import io.github.rootfsmaven.harden.Intention.ChangeMount;
import io.github.rootfsmaven.harden.Intention.CloseMount;
import io.github.rootfsmaven.harden.Intention.CloseRoot;
import io.github.rootfsmaven.harden.Intention.DeclareVolume;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.NativeLibrary;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rules.mounts.VolumeOwner;
import io.github.rootfsmaven.rules.mounts.WritableConfigMount;
import io.github.rootfsmaven.rules.tmpfs.TmpfsOnWindows;
import io.github.rootfsmaven.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The smallest set of intentions that gives one service a read-only root and a place for each write that is known. */
final class Hardening {
    private final Container container;
    private final HardenSettings settings;
    private final VolumeNames names;
    private final List<Intention> intentions = new ArrayList<>();
    private final List<Mount> mounts;

    private Hardening(Container container, HardenSettings settings, VolumeNames names) {
        this.container = container;
        this.settings = settings;
        this.names = names;
        this.mounts = new ArrayList<>(container.mounts());
    }

    /** What a service needs, and the container that it then is. */
    record Result(List<Intention> intentions, Container hardened, List<Alternative> alternatives) {}

    static Result of(Container container, HardenSettings settings, VolumeNames names) {
        Hardening hardening = new Hardening(container, settings, names);
        Container closed = container.with(Known.of(true), container.mounts());
        boolean windows = new TmpfsOnWindows()
                .check(closed.readOnlyKey().isPresent() ? closed : hardening.withTmp(closed))
                .findAny()
                .isPresent();
        if (windows) {
            return new Result(List.of(), container, List.of());
        }
        hardening.decide();
        return new Result(List.copyOf(hardening.intentions), hardening.now(), hardening.alternatives());
    }

    private Container withTmp(Container closed) {
        return closed.with(
                Known.of(true),
                List.of(Tmpfs.of(container, "/tmp", Write.Kind.TEMP, settings).mount(container)));
    }

    /** The container as it will be, as far as that is decided. */
    private Container now() {
        return container.with(container.rootIsWritable() ? Known.of(true) : container.readOnly(), mounts);
    }

    /** The same with a read-only root whatever a variable says. */
    private Container closed() {
        return container.with(Known.of(true), mounts);
    }

    private void decide() {
        if (container.rootIsWritable()) {
            intentions.add(new CloseRoot(""));
        }
        for (Need need : Need.of(closed(), settings)) {
            place(need);
        }
        nameAnonymousVolumes();
        ownVolumes();
        closeConfiguration();
        letLibrariesRun();
        if (intentions.stream().anyMatch(CloseRoot.class::isInstance)) {
            intentions.set(0, new CloseRoot("nothing can change the program"));
        }
    }

    /** What a program's own settings could do about the writes that a mount was added for. */
    private List<Alternative> alternatives() {
        List<String> added = intentions.stream()
                .flatMap(intention -> intention instanceof AddTmpfs tmpfs
                        ? Stream.of(tmpfs.tmpfs().path())
                        : intention instanceof AddVolume volume ? Stream.of(volume.path()) : Stream.empty())
                .toList();
        return container.writes().stream()
                .filter(write -> write.avoidedBy().isPresent())
                // an image's variable moves the write, and takes nothing away
                .filter(write ->
                        write.step().filter(step -> step.by() != Write.By.IMAGE).isPresent())
                .flatMap(write -> added.stream()
                        .filter(path -> Paths.isWithin(write.path().value(), path))
                        .map(path -> new Alternative(container, path, write)))
                .toList();
    }

    private void place(Need need) {
        if (need.volume()) {
            String name = names.of(container, need.path());
            intentions.add(new AddVolume(name, need.path(), need.why()));
            intentions.add(new DeclareVolume(name));
            mounts.add(volume(name, need.path()));
            new VolumeOwnership(closed()).line(need.path()).ifPresent(intentions::add);
        } else {
            Tmpfs tmpfs = Tmpfs.of(container, need.path(), need.kind(), settings);
            intentions.add(new AddTmpfs(tmpfs, need.why()));
            mounts.add(tmpfs.mount(container));
        }
    }

    private Mount volume(String name, String path) {
        return new Mount(
                MountType.VOLUME,
                Located.literal(path, container.place()),
                Optional.of(Located.literal(name, container.place())),
                Access.WRITABLE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                container.place());
    }

    /** Data in a volume without a name is lost with {@code docker compose down}. */
    private void nameAnonymousVolumes() {
        for (Mount mount : container.mounts()) {
            boolean replaceable = PathMeaning.isTemporary(mount.path()) || PathMeaning.isRebuilt(mount.path());
            if (mount.type() == MountType.ANONYMOUS_VOLUME
                    && !replaceable
                    && isOwn(mount)
                    && ShortMount.isOne(mount)
                    && mount.target().origin() == Located.Origin.LITERAL) {
                String name = names.of(container, mount.path());
                String text = name + ":" + ShortMount.text(mount);
                intentions.add(new ChangeMount(mount, text, "with a name it outlives docker compose down"));
                intentions.add(new DeclareVolume(name));
                mounts.set(mounts.indexOf(mount), volume(name, mount.path()));
                new VolumeOwnership(closed()).line(mount.path()).ifPresent(intentions::add);
            }
        }
    }

    /** Volumes that are there, and known to be somebody else's. */
    private void ownVolumes() {
        new VolumeOwner()
                .check(closed())
                .flatMap(finding -> finding.mount().stream())
                .filter(container.mounts()::contains)
                .forEach(mount ->
                        new VolumeOwnership(closed()).line(mount.path()).ifPresent(intentions::add));
    }

    /** A name of one service must not get into a list that others share. */
    private boolean isOwn(Mount mount) {
        return container.origins().blocks().stream().anyMatch(block -> block.contains(mount.declared()));
    }

    /** Configuration that the container only reads. */
    private void closeConfiguration() {
        List<Mount> open = new WritableConfigMount()
                .check(closed())
                .filter(finding -> finding.confidence() == Confidence.CERTAIN)
                .flatMap(finding -> finding.mount().stream())
                .filter(mount -> container.writes().stream()
                        .noneMatch(write -> Paths.isWithin(write.path().value(), mount.path())))
                .toList();
        for (Mount mount : open) {
            String why = "the container only reads it";
            Optional<Intention> change = ShortMount.readOnly(mount)
                    .<Intention>map(text -> new ChangeMount(mount, text, why))
                    .or(() -> Optional.of(mount).filter(LongMount::isOne).map(one -> new CloseMount(one, why)));
            change.ifPresent(closed -> {
                intentions.add(closed);
                mounts.set(mounts.indexOf(mount), mount.with(Access.READ_ONLY));
            });
        }
    }

    /** A tmpfs that is there already, and forbids what a library needs. */
    private void letLibrariesRun() {
        for (NativeLibrary library : container.libraries()) {
            String directory = library.directory().value();
            if (!Tmpfs.needsToRun(library, settings) || !closed().forbidsToRun(directory)) {
                continue;
            }
            String place = closed().map().entryFor(directory).path();
            mounts.stream()
                    .filter(mount ->
                            mount.type() == MountType.TMPFS && mount.path().equals(place))
                    .filter(container.mounts()::contains)
                    .findFirst()
                    .ifPresent(mount -> ShortMount.executable(mount).ifPresent(text -> {
                        String why = library.name() + " runs machine code from there";
                        intentions.add(new ChangeMount(mount, text, why));
                        mounts.set(mounts.indexOf(mount), executable(mount));
                    }));
        }
    }

    private static Mount executable(Mount mount) {
        List<Located<String>> options = new ArrayList<>(mount.options());
        options.removeIf(option -> option.value().equals("noexec"));
        options.add(Located.literal("exec", mount.declared()));
        return new Mount(
                mount.type(),
                mount.target(),
                mount.source(),
                mount.access(),
                options,
                mount.mode(),
                mount.recursive(),
                mount.declared());
    }
}
