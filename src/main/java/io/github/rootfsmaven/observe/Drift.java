package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.observe.Running.MountedPlace;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where a container is not what its files say: it is older than they are, or something else was read with them. */
final class Drift {
    /** Not in the engine's list of mounts, or not always: a config of text is copied in. */
    private static final Set<MountType> ELSEWHERE =
            Set.of(MountType.ROOT, MountType.ENGINE, MountType.CONFIG, MountType.SECRET);

    private Drift() {}

    /** One clause each, without values of variables. */
    static List<String> of(Running running, Container container) {
        List<String> drift = new ArrayList<>();
        if (container.rootIsReadOnly() && !running.readOnly()) {
            drift.add("its root filesystem is writable, and read-only in the files");
        } else if (container.rootIsWritable() && running.readOnly()) {
            drift.add("its root filesystem is read-only, and writable in the files");
        }
        Map<String, WritableMap.Entry> told = new TreeMap<>();
        for (WritableMap.Entry entry : container.map().entries()) {
            told.put(entry.path(), entry);
        }
        new TreeMap<>(running.mounts()).forEach((path, real) -> {
            WritableMap.Entry entry = told.get(path);
            if (entry == null) {
                drift.add("a " + real.type() + " is mounted on " + path + ", of which the files say nothing");
            } else {
                access(path, real, entry).ifPresent(drift::add);
            }
        });
        told.forEach((path, entry) -> {
            boolean known = path.indexOf(Text.UNRESOLVED) < 0 && !ELSEWHERE.contains(entry.type());
            if (known && !running.mounts().containsKey(path)) {
                drift.add("nothing is mounted on " + entry.shown() + ", and a "
                        + entry.type().word() + " in the files");
            }
        });
        user(running, container).ifPresent(drift::add);
        return drift;
    }

    private static Optional<String> access(String path, MountedPlace real, WritableMap.Entry entry) {
        if (entry.access() == Access.UNKNOWN
                || entry.type() == MountType.ENGINE
                || real.writable() == (entry.access() == Access.WRITABLE)) {
            return Optional.empty();
        }
        return Optional.of(path + " is " + (real.writable() ? Access.WRITABLE : Access.READ_ONLY).word() + ", and "
                + entry.access().word() + " in the files");
    }

    /** Where the files name no user the image's counts, which only a Dockerfile tells. */
    private static Optional<String> user(Running running, Container container) {
        return container
                .process()
                .user()
                .filter(user -> user.value().indexOf(Text.UNRESOLVED) < 0)
                .filter(user -> !user.value().equals(running.user()))
                .filter(user -> !(running.user().isEmpty() && user.value().matches("root|0")))
                .map(Located::shown)
                .map(user -> "it runs as another user than " + user + ", which the files name");
    }
}
