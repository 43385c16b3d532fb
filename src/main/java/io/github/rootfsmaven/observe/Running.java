package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A container as the engine has it.
 *
 * @param image the name it was started with
 * @param imageId the image itself
 * @param status {@code running}, {@code exited}, {@code created} …
 * @param mounts what is mounted where
 * @param service the service of Docker Compose, if it is one's
 * @param project the project of Docker Compose
 * @param files the Compose files that it came from, in order
 * @param oneOff whether {@code docker compose run} started it
 */
record Running(
        String id,
        String name,
        String image,
        String imageId,
        String status,
        boolean readOnly,
        String user,
        Map<String, MountedPlace> mounts,
        Optional<String> service,
        Optional<String> project,
        List<String> files,
        boolean oneOff) {

    /**
     * Exactly what is needed, picked by the command itself: a container's environment, and labels and options of others,
     * never come here. What the command prints is JSON, and so YAML.
     */
    static final String FORMAT = "{\"id\":{{json .Id}},\"name\":{{json .Name}},\"image\":{{json .Config.Image}},"
            + "\"imageId\":{{json .Image}},\"status\":{{json .State.Status}},"
            + "\"readOnly\":{{json .HostConfig.ReadonlyRootfs}},\"user\":{{json .Config.User}},"
            + "\"mounts\":[{{range $i,$m := .Mounts}}{{if $i}},{{end}}"
            + "{\"type\":{{json $m.Type}},\"path\":{{json $m.Destination}},\"rw\":{{json $m.RW}}}{{end}}],"
            + "\"tmpfs\":{{json (index .HostConfig \"Tmpfs\")}}"
            + "{{with .Config.Labels}},\"service\":{{json (index . \"com.docker.compose.service\")}},"
            + "\"project\":{{json (index . \"com.docker.compose.project\")}},"
            + "\"files\":{{json (index . \"com.docker.compose.project.config_files\")}},"
            + "\"oneOff\":{{json (index . \"com.docker.compose.oneoff\")}}{{end}}}";

    Running {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(image);
        Objects.requireNonNull(imageId);
        Objects.requireNonNull(status);
        Objects.requireNonNull(user);
        mounts = Map.copyOf(mounts);
        Objects.requireNonNull(service);
        Objects.requireNonNull(project);
        files = List.copyOf(files);
    }

    /** Something mounted: {@code bind}, {@code volume} or {@code tmpfs}. */
    record MountedPlace(String type, boolean writable) {
        MountedPlace {
            Objects.requireNonNull(type);
        }
    }

    /** Reads what {@link #FORMAT} made. */
    static Running of(String json) throws InvalidInput {
        SourceFile file = SourceFile.of(Path.of("docker inspect"), json);
        Node document = YamlReader.read(file).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidInput(file.start(), Message.of("there is nothing")));
        if (!(document instanceof Mapping container)) {
            throw new InvalidInput(document.span(), Message.of("must be a mapping"));
        }
        return new Running(
                text(container, "id").orElse(""),
                text(container, "name").orElse("").replaceFirst("^/", ""),
                text(container, "image").orElse(""),
                text(container, "imageId").orElse(""),
                text(container, "status").orElse(""),
                flag(container, "readOnly"),
                text(container, "user").orElse(""),
                mounts(container),
                text(container, "service"),
                text(container, "project"),
                text(container, "files").stream()
                        .flatMap(names -> List.of(names.split(",")).stream())
                        .toList(),
                text(container, "oneOff").filter("True"::equalsIgnoreCase).isPresent());
    }

    private static Map<String, MountedPlace> mounts(Mapping container) {
        Map<String, MountedPlace> mounts = new TreeMap<>();
        List<Node> all = new ArrayList<>();
        container.sequence("mounts").ifPresent(list -> all.addAll(list.items()));
        for (Node item : all) {
            if (item instanceof Mapping mount) {
                text(mount, "path")
                        .ifPresent(path -> mounts.put(
                                Paths.canonical(path),
                                new MountedPlace(text(mount, "type").orElse(""), flag(mount, "rw"))));
            }
        }
        container
                .mapping("tmpfs")
                .ifPresent(tmpfs -> tmpfs.entries()
                        .forEach(entry -> mounts.put(
                                Paths.canonical(entry.name()), new MountedPlace("tmpfs", isWritable(entry.value())))));
        return mounts;
    }

    private static boolean isWritable(Node options) {
        return !(options instanceof Scalar words)
                || !List.of(words.value().split(",")).contains("ro");
    }

    private static Optional<String> text(Mapping mapping, String key) {
        return mapping.scalar(key)
                .filter(value -> !value.isNull())
                .map(Scalar::value)
                .filter(value -> !value.isEmpty());
    }

    private static boolean flag(Mapping mapping, String key) {
        return mapping.scalar(key).flatMap(Scalar::bool).orElse(false);
    }

    /** What to call it: the service, and the container where that is another name. */
    String title() {
        return service.map(own -> own + " (" + name + ")").orElse(name);
    }
}
