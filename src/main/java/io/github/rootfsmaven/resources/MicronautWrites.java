package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What the settings of Micronaut make it write: uploads, where they are kept in files at all
 * ({@code HttpServerConfiguration.MultipartConfiguration}).
 */
final class MicronautWrites {
    private static final String MULTIPART = "micronaut.server.multipart.";

    private final Settings settings;
    private final boolean conditional;
    private final Found found;

    MicronautWrites(Settings settings, boolean conditional, Found found) {
        this.settings = settings;
        this.conditional = conditional;
        this.found = found;
    }

    static Settings settings(ModuleFiles files, Launch launch) {
        Settings settings = new Settings(launch, false);
        List<String> environments = new ArrayList<>(settings.list("micronaut.environments"));
        Collections.reverse(environments);
        environments.forEach(environment -> layers(files, "application-" + environment, settings));
        layers(files, "application", settings);
        return settings;
    }

    private static void layers(ModuleFiles files, String name, Settings settings) {
        for (String ending : List.of(".properties", ".yml", ".yaml")) {
            for (Map<String, Setting> document : files.settings(name + ending)) {
                settings.add(document);
            }
        }
    }

    void add() {
        if (settings.isTrue(MULTIPART + "disk") || settings.isTrue(MULTIPART + "mixed")) {
            settings.get(MULTIPART + "location")
                    .ifPresent(directory -> found.ofServer(
                            directory,
                            conditional,
                            false,
                            Message.of("`{0}` makes the server keep uploads there", directory.name())));
        }
    }
}
