package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.ObserveGoal;
import io.github.rootfsmaven.observe.Observer;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Asks the Docker engine what the project's running containers wrote, or were refused, and adds it to the observedFile,
 * which check takes as evidence. It changes nothing in the engine; without an engine it says so, and the build goes on.
 *
 * @since 0.1.0
 */
@Mojo(name = "observe", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true, requiresProject = false)
public final class ObserveMojo extends ProjectMojo {
    /**
     * Names of containers to look at. Without it, all that docker compose made of the module's Compose files.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.containers")
    private List<String> containers;

    /**
     * Whether a build in which no container could be looked at fails.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.failIfNothingObserved", defaultValue = "false")
    private boolean failIfNothingObserved;

    /** For Maven, which sets the parameters. */
    public ObserveMojo() {}

    @Override
    void runUnskipped(Screen screen) throws BadParameter, InvalidInput, MojoFailureException {
        Optional<String> failure =
                new ObserveGoal(new Observer(), screen).run(settings(), words(containers), failIfNothingObserved);
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }
}
