package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.ChosenServices;
import io.github.rootfsmaven.app.HardenGoal;
import io.github.rootfsmaven.app.HardenMode;
import io.github.rootfsmaven.harden.HardenSettings;
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
 * Writes the fix: a read-only root filesystem for every service, and a place for everything that is known to be written.
 * What it cannot know it asks.
 *
 * @since 0.1.0
 */
@Mojo(name = "harden", threadSafe = true, requiresProject = false)
public final class HardenMojo extends ProjectMojo {
    /**
     * Where the fix goes: diff shows it and writes rootfs.patch for git apply; override writes compose.hardened.yaml beside
     * the first Compose file, to be loaded after the others; in-place changes the files.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.mode", defaultValue = "diff")
    private String mode;

    /**
     * Names of services to harden. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.services")
    private List<String> services;

    /**
     * Whether added lines say in a comment why they are there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.comments", defaultValue = "true")
    private boolean comments;

    /**
     * The size of a new tmpfs: a number with k, m or g. One for sockets and process ids gets 1m.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.tmpfsSize", defaultValue = "64m")
    private String tmpfsSize;

    /**
     * How sure a write must be for a mount of its own: certain, likely or possible.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.evidence", defaultValue = "likely")
    private String evidence;

    /**
     * Where rootfs.patch goes. Default: target/rootfs of the module; without a POM, of the current directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.outputDirectory")
    private File outputDirectory;

    /**
     * A file for what is shown, instead of the log.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.outputFile")
    private File outputFile;

    /** For Maven, which sets the parameters. */
    public HardenMojo() {}

    @Override
    void runUnskipped(Screen screen) throws BadParameter, InvalidInput {
        new HardenGoal(Rules.all(), screen)
                .run(new HardenGoal.Settings(
                        settings(),
                        new ChosenServices(words(services)),
                        HardenMode.of(mode),
                        HardenSettings.of(tmpfsSize, evidence, comments),
                        output(outputDirectory),
                        Optional.ofNullable(outputFile).map(File::toPath)));
    }
}
