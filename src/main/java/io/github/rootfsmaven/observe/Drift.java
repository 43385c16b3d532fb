package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.observe.Running.MountedPlace;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
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
    static List<Message> of(Running running, Container container) {
        List<Message> drift = new ArrayList<>();
        if (container.rootIsReadOnly() && !running.readOnly()) {
            drift.add(Message.of("its root filesystem is writable, and read-only in the files"));
        } else if (container.rootIsWritable() && running.readOnly()) {
            drift.add(Message.of("its root filesystem is read-only, and writable in the files"));
        }
        Map<String, WritableMap.Entry> told = new TreeMap<>();
        for (WritableMap.Entry entry : container.map().entries()) {
            told.put(entry.path(), entry);
        }
        new TreeMap<>(running.mounts()).forEach((path, real) -> {
            WritableMap.Entry entry = told.get(path);
            if (entry == null) {
                drift.add(Message.of("a {0} is mounted on {1}, of which the files say nothing", real.type(), path));
            } else {
                access(path, real, entry).ifPresent(drift::add);
            }
        });
        told.forEach((path, entry) -> {
            boolean known = path.indexOf(Text.UNRESOLVED) < 0 && !ELSEWHERE.contains(entry.type());
            if (known && !running.mounts().containsKey(path)) {
                drift.add(Message.of(
                        "nothing is mounted on {0}, and a {1} in the files",
                        entry.shown(), Message.of(entry.type().word())));
            }
        });
        user(running, container).ifPresent(drift::add);
        return drift;
    }

    private static Optional<Message> access(String path, MountedPlace real, WritableMap.Entry entry) {
        if (entry.access() == Access.UNKNOWN
                || entry.type() == MountType.ENGINE
                || real.writable() == (entry.access() == Access.WRITABLE)) {
            return Optional.empty();
        }
        return Optional.of(
                real.writable()
                        ? Message.of("{0} is writable, and read-only in the files", path)
                        : Message.of("{0} is read-only, and writable in the files", path));
    }

    /** Where the files name no user the image's counts, which only a Dockerfile tells. */
    private static Optional<Message> user(Running running, Container container) {
        return container
                .process()
                .user()
                .filter(user -> user.value().indexOf(Text.UNRESOLVED) < 0)
                .filter(user -> !user.value().equals(running.user()))
                .filter(user -> !(running.user().isEmpty() && user.value().matches("root|0")))
                .map(Located::shown)
                .map(user -> Message.of("it runs as another user than {0}, which the files name", user));
    }
}
