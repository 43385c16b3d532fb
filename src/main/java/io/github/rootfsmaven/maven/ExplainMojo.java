package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.ExplainGoal;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.BadParameter;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Explains a rule, or lists all rules.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true, requiresProject = false)
public final class ExplainMojo extends RootfsMojo {
    /**
     * The rule's id, such as writable-rootfs; without it all rules are listed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.rule")
    private String rule;

    /** For Maven, which sets the parameters. */
    public ExplainMojo() {}

    @Override
    void run(Screen screen) throws BadParameter {
        new ExplainGoal(Rules.all(), screen).run(Optional.ofNullable(rule).filter(id -> !id.isBlank()));
    }
}
