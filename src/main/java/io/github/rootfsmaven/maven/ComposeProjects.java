package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.project.ProjectSettings.Patterns;
import io.github.rootfsmaven.text.BadParameter;
import java.util.List;

/** The element {@code composeProjects} of the POM. */
public final class ComposeProjects {
    /** Ant-style patterns of Compose files, relative to the module's directory. */
    private List<String> includes = List.of();

    /** Patterns of files to leave out. */
    private List<String> excludes = List.of();

    /** For Maven, which sets the fields. */
    public ComposeProjects() {}

    /** The patterns; includes must not be empty. */
    Patterns patterns() throws BadParameter {
        List<String> wanted = ComposeMojo.words(includes);
        if (wanted.isEmpty()) {
            throw new BadParameter("composeProjects", "<includes> has no pattern, such as deploy/*/compose.yaml.");
        }
        return new Patterns(wanted, ComposeMojo.words(excludes));
    }
}
