package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.BaselineGoal;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes down what check finds today, so that it fails only on what is new. Commit the file, and let it shrink.
 *
 * @since 0.1.0
 */
@Mojo(name = "baseline", threadSafe = true, requiresProject = false)
public final class BaselineMojo extends PolicyMojo {
    /**
     * Only takes findings out that are fixed, and adds none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.prune", defaultValue = "false")
    private boolean prune;

    /** For Maven, which sets the parameters. */
    public BaselineMojo() {}

    @Override
    void runUnskipped(Screen screen) throws BadParameter, InvalidInput {
        new BaselineGoal(Rules.all(), version(), screen).run(settings(), policySettings(), prune);
    }
}
