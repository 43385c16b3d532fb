package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Scope;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * What files, profiles and services are for: as the user says, else as their names say.
 *
 * @param directory where paths start
 * @param named what the user says; of several that fit, production is first and test last
 */
public record Scopes(Path directory, Map<Scope, Patterns> named) {

    /**
     * Ant-style patterns, in which {@code *} is any part of a name.
     *
     * @param files paths from the directory; without a slash, names of files wherever they are
     * @param profiles profiles of Compose
     * @param services services of Compose
     */
    public record Patterns(List<String> files, List<String> profiles, List<String> services) {
        public Patterns {
            files = List.copyOf(files);
            profiles = List.copyOf(profiles);
            services = List.copyOf(services);
        }
    }

    private static final Set<String> DEVELOPMENT =
            Set.of("dev", "devel", "develop", "development", "devcontainer", "local", "localhost");
    private static final Set<String> TEST = Set.of("test", "tests", "testing", "e2e");

    public Scopes {
        Objects.requireNonNull(directory);
        named = Map.copyOf(named);
    }

    /** As the names say. */
    public static Scopes standard(Path directory) {
        return new Scopes(directory, Map.of());
    }

    /** The same with other words first: where they say nothing of a scope, these hold. */
    public Scopes under(Map<Scope, Patterns> first) {
        Map<Scope, Patterns> all = new EnumMap<>(Scope.class);
        all.putAll(named);
        all.putAll(first);
        return new Scopes(directory, all);
    }

    /** What a file is for. */
    public Scope of(Path file) {
        String path = path(file);
        String name = file.getFileName().toString();
        return chosen(patterns -> patterns.files().stream()
                        .anyMatch(pattern -> matches(pattern, pattern.indexOf('/') < 0 ? name : path)))
                .orElseGet(() -> byName(path));
    }

    /**
     * What a service is for.
     *
     * @param profiles its profiles; none if it is in all
     * @param file what its files are for
     */
    Scope of(String service, List<String> profiles, Scope file) {
        return chosen(patterns -> fits(patterns.services(), service))
                .or(() -> profiles.isEmpty() ? Optional.empty() : ofProfiles(profiles))
                .orElse(file);
    }

    /** It is for production if one of its profiles may be: what optional parts are called says nothing. */
    private Optional<Scope> ofProfiles(List<String> profiles) {
        List<Optional<Scope>> scopes = profiles.stream()
                .map(profile -> chosen(patterns -> fits(patterns.profiles(), profile))
                        .or(() -> Optional.of(words(profile)).filter(scope -> scope != Scope.PRODUCTION)))
                .toList();
        return scopes.contains(Optional.of(Scope.PRODUCTION)) || !scopes.contains(Optional.<Scope>empty())
                ? scopes.stream().flatMap(Optional::stream).min(Scope::compareTo)
                : Optional.empty();
    }

    private interface Test {
        boolean of(Patterns patterns);
    }

    private Optional<Scope> chosen(Test test) {
        return Arrays.stream(Scope.values())
                .filter(scope -> named.containsKey(scope) && test.of(named.get(scope)))
                .findFirst();
    }

    private static boolean fits(Collection<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        return SelectorUtils.matchPath(pattern, name, "/", true);
    }

    private String path(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        boolean reachable = Objects.equals(directory.getRoot(), absolute.getRoot());
        return (reachable ? directory.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    /**
     * By the words of the file's name, and of the directories below ours that it lies in. A directory is often called after
     * a program, such as {@code it-tools} or {@code confluent-local}.
     */
    private static Scope byName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String directories = path.startsWith("../") ? "" : path.substring(0, path.length() - name.length());
        if (words(name) != Scope.PRODUCTION) {
            return words(name);
        }
        for (String directory : directories.toLowerCase(Locale.ROOT).split("/")) {
            if (directory.equals("it") || words(directory) == Scope.TEST) {
                return Scope.TEST;
            }
            if (DEVELOPMENT.contains(directory.replaceFirst("^\\.", ""))) {
                return Scope.DEVELOPMENT;
            }
        }
        return split(name).contains("override") ? Scope.DEVELOPMENT : Scope.PRODUCTION;
    }

    private static Scope words(String name) {
        List<String> words = split(name);
        if (words.stream().anyMatch(TEST::contains)) {
            return Scope.TEST;
        }
        return words.stream().anyMatch(DEVELOPMENT::contains) ? Scope.DEVELOPMENT : Scope.PRODUCTION;
    }

    private static List<String> split(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
    }
}
