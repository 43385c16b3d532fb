package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a Spring Boot program in the order of its reference ("Externalized Configuration"): arguments, JVM
 * options, variables, files of the active profiles, then the files without a profile; of files in one place
 * {@code .properties} wins, of the places {@code config}, of a file's documents the last.
 */
final class SpringSettings {
    private static final List<String> ENDINGS = List.of(".properties", ".yml", ".yaml");

    /** Profiles can bring profiles. */
    private static final int ROUNDS = 5;

    private final Settings settings;
    private final Profiles profiles;
    private final boolean certain;

    private SpringSettings(Settings settings, Profiles profiles, boolean certain) {
        this.settings = settings;
        this.profiles = profiles;
        this.certain = certain;
    }

    /**
     * Reads the files.
     *
     * @param brought the paths in the container that mounts and copies bring
     */
    static SpringSettings of(ModuleFiles files, Launch launch, Collection<String> brought) {
        Settings outer = new Settings(launch, true);
        String name = outer.get("spring.config.name")
                .map(setting -> setting.value().value())
                .orElse("application");
        List<Map<String, Setting>> base = documents(files, name);
        Settings first = new Settings(launch, true);
        base.stream().filter(document -> condition(document).isEmpty()).forEach(first::add);
        Profiles profiles = profiles(first);
        Settings all = new Settings(launch, true);
        List<String> active = new ArrayList<>(profiles.active());
        Collections.reverse(active);
        active.stream()
                .flatMap(profile -> documents(files, name + "-" + profile).stream())
                .filter(document -> applies(document, profiles))
                .forEach(all::add);
        base.stream().filter(document -> applies(document, profiles)).forEach(all::add);
        boolean elsewhere = all.get("spring.config.location").isPresent()
                || all.get("spring.config.additional-location").isPresent()
                || !all.list("spring.config.import").isEmpty()
                || all.get("spring.application.json").isPresent()
                || launch.workingDirectory().stream()
                        .map(Text::value)
                        .anyMatch(directory -> brought.stream().anyMatch(path -> isOutside(path, directory, name)));
        boolean known = profiles.active().stream().noneMatch(profile -> profile.indexOf(Text.UNRESOLVED) >= 0);
        return new SpringSettings(all, profiles, known && !elsewhere);
    }

    /** Spring Boot looks for files in the working directory, too, and they win. */
    private static boolean isOutside(String path, String directory, String name) {
        String start = directory.equals("/") ? "/" : directory + "/";
        return path.equals(start + "config")
                || path.startsWith(start + "config/")
                || path.startsWith(start + name) && ENDINGS.stream().anyMatch(path::endsWith);
    }

    /** All documents with the base name of a file, what wins first. */
    private static List<Map<String, Setting>> documents(ModuleFiles files, String name) {
        List<Map<String, Setting>> all = new ArrayList<>();
        for (String directory : List.of("config/", "")) {
            for (String ending : ENDINGS) {
                List<Map<String, Setting>> found = new ArrayList<>(files.settings(directory + name + ending));
                Collections.reverse(found);
                all.addAll(found);
            }
        }
        return all;
    }

    /** For which profiles a document is; {@code spring.profiles} is what it was called before 2.4. */
    private static Optional<String> condition(Map<String, Setting> document) {
        List<String> all = document.entrySet().stream()
                .filter(entry ->
                        entry.getKey().matches("spring\\.(config\\.activate\\.on-?[pP]rofile|profiles)(\\[\\d+])?"))
                .map(entry -> entry.getValue().value().value())
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(",", all));
    }

    private static boolean applies(Map<String, Setting> document, Profiles profiles) {
        boolean cloud = document.keySet().stream().anyMatch(key -> key.startsWith("spring.config.activate.on-cloud"));
        return !cloud && condition(document).map(profiles::accept).orElse(true);
    }

    private static Profiles profiles(Settings settings) {
        Set<String> active = new LinkedHashSet<>(settings.list("spring.profiles.active"));
        active.addAll(settings.list("spring.profiles.include"));
        if (active.isEmpty()) {
            active.addAll(settings.list("spring.profiles.default"));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (String profile : List.copyOf(active)) {
                active.addAll(settings.list("spring.profiles.group." + profile));
            }
        }
        return new Profiles(active.isEmpty() ? List.of("default") : List.copyOf(active));
    }

    Settings settings() {
        return settings;
    }

    Profiles profiles() {
        return profiles;
    }

    /** Whether it is known which files count, and no further ones do. */
    boolean isCertain() {
        return certain;
    }
}
