package io.github.rootfsmaven.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files Docker Compose takes if nobody names any: compose-go's {@code cli/options.go}. */
public final class ComposeFiles {
    /** The base file's names, the preferred one first. */
    public static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    private static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    private ComposeFiles() {}

    /**
     * The base file and, if there is one, its override file in the directory or the nearest directory above it.
     *
     * @param last the last directory to look in; empty for the file system's root
     */
    public static List<Path> discover(Path directory, Optional<Path> last) {
        for (Path place = directory; place != null; place = place.getParent()) {
            Optional<Path> base = first(place, NAMES);
            if (base.isPresent()) {
                List<Path> files = new ArrayList<>(List.of(base.orElseThrow()));
                first(place, OVERRIDES).ifPresent(files::add);
                return files;
            }
            if (last.filter(place::equals).isPresent()) {
                break;
            }
        }
        return List.of();
    }

    private static Optional<Path> first(Path directory, List<String> names) {
        return names.stream().map(directory::resolve).filter(Files::exists).findFirst();
    }

    /** Whether a file is called like one of Compose's: {@code compose.prod.yaml}, {@code docker-compose-dev.yml} … */
    public static boolean looksLikeOne(Path file) {
        String name = file.getFileName().toString();
        boolean yaml = Stream.of(".yaml", ".yml").anyMatch(name::endsWith);
        return yaml && (name.startsWith("compose") || name.contains("docker-compose") || name.contains(".compose."));
    }
}
