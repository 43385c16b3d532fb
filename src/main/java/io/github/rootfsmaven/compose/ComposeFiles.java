package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.YamlReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files Docker Compose takes if nobody names any: compose-go's {@code cli/options.go}. */
public final class ComposeFiles {
    /** The base file's names, the preferred one first. */
    public static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    /** What the goal harden writes beside the others, to be loaded after them by who wants it: no project of its own. */
    public static final String HARDENED = "compose.hardened.yaml";

    private static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    /** What Go takes for true ({@code strconv.ParseBool}). */
    static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");

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

    /**
     * The files that {@code COMPOSE_FILE} names, in the variables or in the directory's env file; relative ones start
     * from the directory.
     */
    public static Optional<List<Path>> named(Path directory, Map<String, String> variables, List<Path> envFiles) {
        Variables given = Variables.of(variables);
        Path dotEnv = directory.resolve(".env");
        boolean unnamed = envFiles.isEmpty()
                && Files.isRegularFile(dotEnv)
                && !TRUE.contains(given.value("COMPOSE_DISABLE_ENV_FILE").orElse(""));
        List<Path> files = unnamed ? List.of(dotEnv) : envFiles;
        Map<String, String> fromFiles = Map.of();
        try {
            for (Path file : files) {
                fromFiles = DotEnv.read(SourceFile.read(file), given::value, fromFiles);
            }
        } catch (InvalidInput | IOException unreadable) {
            // Loading the project reads the same files again and reports this with its place.
            fromFiles = Map.of();
        }
        Variables all = given.or(fromFiles);
        String separator =
                all.value("COMPOSE_PATH_SEPARATOR").filter(s -> !s.isEmpty()).orElse(File.pathSeparator);
        return all.value("COMPOSE_FILE")
                .map(list -> Arrays.stream(list.split(Pattern.quote(separator), -1))
                        .map(directory::resolve)
                        .map(Path::normalize)
                        .toList());
    }

    /**
     * The env files that {@code COMPOSE_ENV_FILES} names, for a user who names none himself; relative ones start from
     * the directory.
     */
    public static List<Path> envFiles(Path directory, Map<String, String> variables) {
        String named = variables.getOrDefault("COMPOSE_ENV_FILES", "");
        return named.isEmpty()
                ? List.of()
                : Arrays.stream(named.split(","))
                        .map(directory::resolve)
                        .map(Path::normalize)
                        .toList();
    }

    /** Whether a YAML file has services at its top, as a Compose file has and most others have not. */
    public static boolean hasServices(Path file) {
        try {
            return YamlReader.read(SourceFile.read(file)).stream()
                    .anyMatch(document -> document instanceof Mapping mapping
                            && mapping.mapping("services").isPresent());
        } catch (InvalidInput | IOException unreadable) {
            return looksLikeOne(file);
        }
    }

    private static Optional<Path> first(Path directory, List<String> names) {
        return names.stream().map(directory::resolve).filter(Files::exists).findFirst();
    }

    /** Whether a file is called like one of Compose's: {@code compose.prod.yaml}, {@code docker-compose-dev.yml} … */
    public static boolean looksLikeOne(Path file) {
        String name = file.getFileName().toString();
        boolean yaml = Stream.of(".yaml", ".yml").anyMatch(name::endsWith);
        return yaml
                && !name.equals(HARDENED)
                && (name.startsWith("compose") || name.contains("docker-compose") || name.contains(".compose."));
    }
}
