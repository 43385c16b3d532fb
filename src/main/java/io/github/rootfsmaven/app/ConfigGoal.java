package io.github.rootfsmaven.app;

import io.github.rootfsmaven.compose.ComposeLoader;
import io.github.rootfsmaven.compose.ComposeSettings;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.ConfigJson;
import io.github.rootfsmaven.report.ReportFile;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Behind {@code config}: prints the Compose model as the plugin sees it. */
public final class ConfigGoal {
    private final String home;
    private final Screen screen;

    /** A goal that prints on that screen; {@code ~} in a Compose file is the directory {@code home}. */
    public ConfigGoal(String home, Screen screen) {
        this.home = Objects.requireNonNull(home);
        this.screen = Objects.requireNonNull(screen);
    }

    /**
     * Writes the model, into the file if there is one, else on the console.
     *
     * @throws BadParameter if a setting cannot be followed, or there is no Compose file
     * @throws InvalidInput if a Compose file is broken
     */
    public void run(ProjectSettings settings, Optional<Path> file) throws BadParameter, InvalidInput {
        ComposeSettings compose = ProjectLoader.composeProject(settings)
                .orElseThrow(() -> new BadParameter("composeFiles", "it names none, and none was found."));
        String json = ConfigJson.of(ComposeLoader.config(compose, home));
        if (file.isPresent()) {
            ReportFile.write("outputFile", file.get(), json);
        } else {
            json.lines().forEach(screen.console()::info);
        }
    }
}
