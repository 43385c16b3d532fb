package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.ChosenServices;
import io.github.rootfsmaven.app.ShowGoal;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows for each container what can be written in it, what it will want to write, and five questions to ask about it.
 *
 * @since 0.1.0
 */
@Mojo(name = "show", threadSafe = true, requiresProject = false)
public final class ShowMojo extends ProjectMojo {
    /**
     * A file to write into instead of the log.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.outputFile")
    private File outputFile;

    /**
     * Names of services to show. Default: all, and what is started without Compose.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.services")
    private List<String> services;

    /** For Maven, which sets the parameters. */
    public ShowMojo() {}

    @Override
    void runUnskipped(Screen screen) throws BadParameter, InvalidInput {
        new ShowGoal(Rules.all(), screen)
                .run(
                        settings(),
                        new ChosenServices(words(services)),
                        Optional.ofNullable(outputFile).map(File::toPath));
    }
}
