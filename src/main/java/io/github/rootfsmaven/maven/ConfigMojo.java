package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.ConfigGoal;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the Compose files as the plugin understands them, merged and with variables replaced, in the form of docker
 * compose config --format json, for the keys that decide what can be written. Values of variables are printed.
 *
 * @since 0.1.0
 */
@Mojo(name = "config", threadSafe = true, requiresProject = false)
public final class ConfigMojo extends ComposeMojo {
    /**
     * Whether variables and COMPOSE_* of the process count, as they do for docker compose.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.processEnvironment", defaultValue = "true")
    private boolean processEnvironment;

    /**
     * A file to write into instead of the log.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.outputFile")
    private File outputFile;

    /** For Maven, which sets the parameters. */
    public ConfigMojo() {}

    @Override
    void runUnskipped(Screen screen) throws BadParameter, InvalidInput {
        new ConfigGoal(home(), screen)
                .run(
                        composeSettings(processEnvironment, Optional.empty(), List.of(), List.of()),
                        Optional.ofNullable(outputFile).map(File::toPath));
    }

    /** As for Docker Compose, which asks the process and not the user database. */
    private static String home() {
        String home = System.getenv("HOME");
        return home == null || home.isEmpty() ? System.getProperty("user.home") : home;
    }
}
