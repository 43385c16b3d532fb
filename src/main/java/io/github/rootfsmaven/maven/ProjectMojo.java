package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.text.BadParameter;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that looks at everything in a module: Compose files, Dockerfiles and {@code docker run} lines. */
abstract class ProjectMojo extends ComposeMojo {
    /**
     * Compose files that are a Compose project each: patterns in &lt;includes&gt; and &lt;excludes&gt;, relative to the
     * module's directory. Only in the POM.
     *
     * @since 0.1.0
     */
    @Parameter
    private ComposeProjects composeProjects;

    /**
     * Whether variables and COMPOSE_* of the process count. Off, so that a laptop and CI agree.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.processEnvironment", defaultValue = "false")
    private boolean processEnvironment;

    /**
     * Patterns of Dockerfiles, relative to the module's directory. Below target, .git, node_modules, src/test, src/it and
     * nested modules nothing is searched.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "rootfs.dockerfiles",
            defaultValue = "**/Dockerfile,**/*.Dockerfile,**/Dockerfile.*,**/Containerfile")
    private List<String> dockerfiles;

    /**
     * Patterns of scripts and Makefiles whose docker run lines are read, relative to the module's directory. Below target,
     * .git, node_modules, src/test, src/it and nested modules nothing is searched.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.scripts", defaultValue = "**/*.sh,**/Makefile")
    private List<String> scripts;

    /**
     * Files of your own with what images write, in the format of docs/knowledge.md; they win over what the plugin knows.
     * Relative to the module's directory, or resources of the plugin's dependencies.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.knowledge")
    private List<String> knowledge;

    /**
     * The file with what was seen in running containers, in the same format; observe writes it, and it is read if it is
     * there. Relative to the module's directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.observedFile", defaultValue = ProjectSettings.OBSERVED)
    private String observedFile;

    final ProjectSettings settings() throws BadParameter {
        Optional<ProjectSettings.Patterns> patterns =
                composeProjects == null ? Optional.empty() : Optional.of(composeProjects.patterns());
        Path observed = files("observedFile", List.of(observedFile)).get(0);
        return composeSettings(processEnvironment, patterns, words(dockerfiles), words(scripts))
                .withKnowledge(words(knowledge), observed);
    }

    /** Where files go: the directory that is asked for, else one of ours in the build's. */
    final Path output(File asked) {
        if (asked != null) {
            return asked.toPath();
        }
        // without a POM Maven leaves ${project.build.directory} as it is
        Path target = hasPom()
                ? Path.of(project().getBuild().getDirectory())
                : directory().resolve("target");
        return target.resolve("rootfs");
    }
}
