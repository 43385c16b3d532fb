package io.github.rootfsmaven.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Compose project in two files of which every part can be left out, so that a difference can be made small.
 *
 * @param services in an order in which a service takes volumes only from earlier ones
 */
record GeneratedProject(List<GeneratedService> services) {

    /**
     * A service.
     *
     * @param variant its image: a Dockerfile of {@link ImageVariant}
     * @param targets what its parts mount, to be looked at
     */
    record GeneratedService(String name, ImageVariant variant, List<Part> parts) {
        List<String> targets() {
            return parts.stream()
                    .map(Part::target)
                    .filter(target -> !target.isEmpty())
                    .toList();
        }

        GeneratedService without(int part) {
            List<Part> fewer = new ArrayList<>(parts);
            fewer.remove(part);
            return new GeneratedService(name, variant, fewer);
        }
    }

    /**
     * A line of a service.
     *
     * @param override whether it stands in the override file
     * @param key the service's key
     * @param item whether the key is a list and this one item of it
     * @param text the value
     * @param target the path that it mounts something on; empty for none
     */
    record Part(boolean override, String key, boolean item, String text, String target) {
        static Part of(String key, String text) {
            return new Part(false, key, false, text, "");
        }

        static Part item(String key, String text) {
            return new Part(false, key, true, text, "");
        }

        Part at(String path) {
            return new Part(override, key, item, text, path);
        }

        Part overriding() {
            return new Part(true, key, item, text, target);
        }
    }

    /** The same with fewer services. */
    GeneratedProject only(List<GeneratedService> fewer) {
        return new GeneratedProject(fewer);
    }

    /** What is left when one thing is taken away, each thing in turn; the larger things first. */
    Stream<GeneratedProject> smaller() {
        Stream<GeneratedProject> fewerServices = IntStream.range(0, services.size())
                .filter(i -> services.size() > 1)
                .filter(i -> !isUsed(services.get(i).name()))
                .mapToObj(i -> only(IntStream.range(0, services.size())
                        .filter(j -> j != i)
                        .mapToObj(services::get)
                        .toList()));
        Stream<GeneratedProject> fewerParts = IntStream.range(0, services.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, services.get(i).parts().size())
                        .mapToObj(part -> only(IntStream.range(0, services.size())
                                .mapToObj(j -> j == i ? services.get(j).without(part) : services.get(j))
                                .toList())));
        return Stream.concat(fewerServices, fewerParts);
    }

    private boolean isUsed(String name) {
        return services.stream()
                .flatMap(service -> service.parts().stream())
                .anyMatch(part -> part.key().equals("volumes_from")
                        && part.text().split(":")[0].equals(name));
    }

    /** The Compose files. */
    String text() {
        return file(false) + (hasOverride() ? "# compose.override.yaml\n" + file(true) : "");
    }

    /** Writes the project, with everything that it binds, into a directory. */
    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), file(false).replace("DIRECTORY", directory.toString()));
        if (hasOverride()) {
            Files.writeString(directory.resolve("compose.override.yaml"), file(true));
        }
        for (String bind : List.of("bind1", "bind2", "bind3")) {
            for (String inside : Generator.PLACES) {
                Files.createDirectories(directory.resolve(bind + inside));
                // what lies below a directory on which this is mounted
                String[] parts = inside.substring(1).split("/", 2);
                if (parts.length == 2) {
                    Files.createDirectories(directory.resolve(bind).resolve(parts[1]));
                    Files.createDirectories(
                            directory.resolve(bind).resolve(inside.substring(inside.lastIndexOf('/') + 1)));
                }
            }
            for (Path path : List.of(Path.of("hosts"), Path.of("app", "app.conf"))) {
                Files.createDirectories(directory.resolve(bind).resolve(path).getParent());
                Files.writeString(directory.resolve(bind).resolve(path), "x\n");
            }
        }
        Files.writeString(directory.resolve("file.conf"), "x\n");
        for (ImageVariant variant : ImageVariant.values()) {
            Files.writeString(directory.resolve("Dockerfile." + variant.word()), variant.dockerfile());
        }
    }

    private boolean hasOverride() {
        return services.stream().flatMap(service -> service.parts().stream()).anyMatch(Part::override);
    }

    private String file(boolean override) {
        StringBuilder file = new StringBuilder("services:\n");
        for (GeneratedService service : services) {
            List<Part> parts = service.parts().stream()
                    .filter(part -> part.override() == override)
                    .toList();
            if (override && parts.isEmpty()) {
                continue;
            }
            file.append("  ").append(service.name()).append(":\n");
            if (!override) {
                file.append("    image: ").append(service.variant().image()).append('\n');
                file.append("    build: {context: ., dockerfile: Dockerfile.")
                        .append(service.variant().word())
                        .append("}\n");
                file.append("    command: [sleep, infinity]\n");
            }
            keys(parts).forEach((key, values) -> {
                if (values.get(0).item()) {
                    file.append("    ").append(key).append(":\n");
                    values.forEach(value ->
                            file.append("      - ").append(value.text()).append('\n'));
                } else {
                    String last = values.get(values.size() - 1).text();
                    file.append("    ").append(key).append(": ").append(last).append('\n');
                }
            });
        }
        return override ? file.toString() : file.append(topLevel()).toString();
    }

    private static Map<String, List<Part>> keys(List<Part> parts) {
        return parts.stream().collect(Collectors.groupingBy(Part::key, LinkedHashMap::new, Collectors.toList()));
    }

    /** Every volume that a service names, and the others that are there for all. */
    private String topLevel() {
        String volumes = services.stream()
                .flatMap(service -> service.parts().stream())
                .flatMap(part -> Generator.volumeIn(part.text()).stream())
                .distinct()
                .sorted()
                .map(volume -> "  " + volume + ":" + Generator.driver(volume) + "\n")
                .collect(Collectors.joining());
        return (volumes.isEmpty() ? "" : "volumes:\n" + volumes)
                + "configs:\n  conf: {file: ./file.conf}\nsecrets:\n  pass: {file: ./file.conf}\n";
    }
}
