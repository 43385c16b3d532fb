package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which services mount the named volumes of a project. */
final class NamedVolumes {

    /** A volume: its name, and the directory of the Compose project that it belongs to. */
    record Volume(String name, Path directory) {}

    /** A service that mounts it. */
    record Use(Container container, Mount mount) {}

    private NamedVolumes() {}

    /** The uses of each volume, in the files' order. */
    static Map<Volume, List<Use>> of(Project project) {
        Map<Volume, List<Use>> uses = new LinkedHashMap<>();
        for (Container container : project.containers()) {
            if (container.start().isRun()) {
                // the branches of a script are not several containers, and its volumes belong to no project
                continue;
            }
            Path directory = container.place().file().path().getParent();
            for (Mount mount : container.mounts()) {
                if (mount.type() == MountType.VOLUME && mount.source().isPresent()) {
                    Volume volume = new Volume(mount.source().orElseThrow().value(), directory);
                    uses.computeIfAbsent(volume, first -> new ArrayList<>()).add(new Use(container, mount));
                }
            }
        }
        return uses;
    }
}
