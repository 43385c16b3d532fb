package io.github.rootfsmaven.app;

import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.ReportFile;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Behind {@code config}: prints the Compose model as the plugin sees it. */
public final class ConfigGoal {
    private final Screen screen;

    /** A goal that prints on that screen. */
    public ConfigGoal(Screen screen) {
        this.screen = Objects.requireNonNull(screen);
    }

    /**
     * Writes the model, into the file if there is one, else on the console.
     *
     * @throws BadParameter if a setting cannot be followed
     * @throws InvalidInput if a Compose file is broken
     * @throws IOException if the file cannot be written
     */
    public void run(ProjectSettings settings, Optional<Path> file) throws BadParameter, InvalidInput, IOException {
        String json = json(settings);
        if (file.isPresent()) {
            ReportFile.write(file.get(), json + "\n");
        } else {
            json.lines().forEach(screen.console()::info);
        }
    }

    private static String json(ProjectSettings settings) throws BadParameter, InvalidInput, IOException {
        throw new UnsupportedOperationException("the Compose room's own rendering is not here yet");
    }
}
