package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.resources.Found.What;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                    .ifPresent(directory -> found.add(
                            new What(
                                    By.SERVER,
                                    Kind.CACHE,
                                    conditional,
                                    false,
                                    Message.of("`{0}` makes the server keep uploads there", directory.name()),
                                    Optional.of(Message.of(
                                            "leave `{0}` out, and the files are in /tmp", directory.name()))),
                            directory.value(),
                            directory.span()));
        }
    }
}
