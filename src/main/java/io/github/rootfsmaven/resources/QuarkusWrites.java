package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.resources.Found.What;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the settings of Quarkus make it write. A key that begins with {@code %prod.} wins in that profile, which is what a
 * packaged program runs in (its "Configuration Reference Guide"). Defaults are those of {@code LogRuntimeConfig.FileConfig}
 * ({@code quarkus.log}).
 */
final class QuarkusWrites {
    private final Settings settings;
    private final boolean conditional;
    private final Found found;

    QuarkusWrites(Settings settings, boolean conditional, Found found) {
        this.settings = settings;
        this.conditional = conditional;
        this.found = found;
    }

    static Settings settings(ModuleFiles files, Launch launch) {
        Settings settings = new Settings(launch, false);
        List<String> profiles = settings.list("quarkus.profile");
        List<String> active = profiles.isEmpty() ? List.of("prod") : profiles;
        for (String profile : active) {
            layers(files, "application-" + profile, Optional.empty(), settings);
        }
        for (String profile : active) {
            layers(files, "application", Optional.of(profile), settings);
        }
        layers(files, "application", Optional.empty(), settings);
        return settings;
    }

    private static void layers(ModuleFiles files, String name, Optional<String> profile, Settings settings) {
        for (String ending : List.of(".yaml", ".yml", ".properties")) {
            for (Map<String, Setting> document : files.settings(name + ending)) {
                settings.add(profile.map(one -> of(one, document)).orElse(document));
            }
        }
    }

    private static Map<String, Setting> of(String profile, Map<String, Setting> document) {
        String prefix = "%" + profile + ".";
        Map<String, Setting> settings = new HashMap<>();
        document.forEach((key, setting) -> {
            String bare = key.replace("\"", "");
            if (bare.startsWith(prefix)) {
                settings.put(bare.substring(prefix.length()), setting);
            }
        });
        return settings;
    }

    void add() {
        log("quarkus.log.file.", Optional.of("quarkus.log"));
        settings.between("quarkus.log.handler.file.", ".path")
                .forEach(name -> log("quarkus.log.handler.file." + name + ".", Optional.empty()));
        settings.get("quarkus.http.body.uploads-directory")
                .ifPresent(directory -> found.ofServer(
                        directory,
                        conditional,
                        false,
                        Message.of("`{0}` makes the server keep uploads there while it reads them", directory.name())));
    }

    /** Newer versions call it {@code enabled}. */
    private void log(String prefix, Optional<String> byDefault) {
        Optional<Setting> enabled = settings.get(prefix + "enabled").or(() -> settings.get(prefix + "enable"));
        if (enabled.filter(Setting::isTrue).isEmpty()) {
            return;
        }
        settings.get(prefix + "path")
                .or(() -> byDefault.map(name -> enabled.get().with(Text.literal(name))))
                .ifPresent(file -> found.add(
                        new What(
                                By.LOGGING,
                                Kind.LOG,
                                conditional,
                                false,
                                Message.of("`{0}` makes Quarkus write its log there", file.name()),
                                Optional.of(Message.of(
                                        "leave `{0}` out, and the log goes to the console alone",
                                        enabled.get().name()))),
                        file.value(),
                        file.span()));
    }
}
