package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.CheckGoal;
import io.github.rootfsmaven.model.ModuleUse;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks what every container of the build's Compose files and Dockerfiles can write, and fails the build where the root
 * filesystem is writable, re-opened, or about to break the container.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckMojo extends PolicyMojo {
    /**
     * Accepts what is found: writes it into the baseline, as the goal baseline does, and then checks. In a build of several
     * modules, and where findings hang on what the build makes, this sees what check sees.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.recordBaseline", defaultValue = "false")
    private boolean recordBaseline;

    /**
     * How to report: console, json, sarif, junit, gitlab, checkstyle, github, html.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.formats", defaultValue = "console,json")
    private List<String> formats;

    /**
     * Where report files go. Default: target/rootfs of the module; without a POM, of the current directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.outputDirectory")
    private File outputDirectory;

    /**
     * Whether a build with neither a Compose file nor a Dockerfile fails.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.failIfNoFiles", defaultValue = "false")
    private boolean failIfNoFiles;

    /** For Maven, which sets the parameters. */
    public CheckMojo() {}

    /** What is known of an image hangs on how far the modules in it are built; so it may have to wait for them. */
    @Override
    void runUnskipped(Screen screen) throws BadParameter, InvalidInput, MojoFailureException {
        CheckGoal.Reading reading = read(screen);
        Set<Path> modules = reading.modules().stream().map(ModuleUse::directory).collect(Collectors.toSet());
        List<Path> awaited = checks().await(modules, () -> attempt(later -> judge(read(later))));
        if (awaited.isEmpty()) {
            judge(reading);
        } else {
            screen.console().info(reading.waiting(awaited));
        }
    }

    @Override
    List<Callable<Void>> afterwards() {
        return checks().checkedNow();
    }

    private CheckGoal.Reading read(Screen screen) throws BadParameter, InvalidInput {
        return new CheckGoal(Rules.all(), version(), screen, buildReports())
                .read(new CheckGoal.Settings(
                        settings(),
                        policySettings(),
                        recordBaseline,
                        words(formats),
                        output(outputDirectory),
                        failIfNoFiles));
    }

    private static void judge(CheckGoal.Reading reading) throws BadParameter, InvalidInput, MojoFailureException {
        Optional<String> failure = reading.judge();
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }
}
