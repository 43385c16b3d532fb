package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.report.CommandLine;
import io.github.rootfsmaven.report.PathNames;
import io.github.rootfsmaven.report.Printable;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal gets from Maven, and how what goes wrong becomes Maven's. */
abstract class RootfsMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /**
     * The language of what is said to people: en or ja. Without it the JVM's locale decides, if the console's charset has
     * the letters. Files for programs are always in English.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.language")
    private String language;

    /** Something that may fail as a goal does. */
    interface Work {
        void on(Screen screen) throws BadParameter, InvalidInput, MojoFailureException;
    }

    /** What the goal does, and where it says so. */
    abstract void run(Screen screen) throws BadParameter, InvalidInput, MojoFailureException;

    /** What must be done after the goal, whatever has come of it. */
    List<Callable<Void>> afterwards() {
        return List.of();
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Failures failures = new Failures();
        failures.of(() -> attempt(this::run));
        for (Callable<Void> work : afterwards()) {
            failures.of(work);
        }
        failures.raise();
    }

    /** Does something whose lines come in one piece, and whose mistakes become Maven's. */
    final Void attempt(Work work) throws MojoExecutionException, MojoFailureException {
        MavenConsole console = new MavenConsole(getLog());
        PathNames paths = PathNames.of(startedIn(), Path.of(session.getExecutionRootDirectory()));
        try {
            Language spoken = SpokenLanguage.of(language, System::getProperty, Locale.getDefault());
            work.on(new Screen(console, TerminalStyle.of(session), paths, commands(), spoken));
        } catch (BadParameter wrong) {
            throw new MojoExecutionException(Printable.text(wrong.getMessage()), wrong);
        } catch (InvalidInput broken) {
            String sentence = broken.getMessage() + (broken.getMessage().endsWith(".") ? "" : ".");
            String text = paths.onConsole(broken.where()) + ": "
                    + Printable.text(sentence + " " + broken.hint().english());
            throw new MojoExecutionException(text.strip(), broken);
        } finally {
            // each module has a session of its own, all have one request
            console.flush(session.getRequest());
        }
        return null;
    }

    MavenSession session() {
        return session;
    }

    /** The checks of this build. */
    Checks checks() {
        return new Checks(session, project, execution);
    }

    /** The reports of this build as a whole. */
    BuildReports buildReports() {
        return new BuildReports(session, execution);
    }

    MavenProject project() {
        return project;
    }

    String version() {
        return plugin.getVersion();
    }

    /** Whether there is a POM; without one Maven makes up a project that has no file. */
    boolean hasPom() {
        return project.getFile() != null;
    }

    /** The module's directory, or the current one without a POM. */
    Path directory() {
        Path directory = hasPom() ? project.getBasedir().toPath().toAbsolutePath() : startedIn();
        return directory.normalize();
    }

    /** The directory Maven was started in, which with {@code -f} is not where the POM is. */
    private Path startedIn() {
        String directory = session.getSystemProperties().getProperty("user.dir");
        return Path.of(directory == null ? session.getExecutionRootDirectory() : directory)
                .toAbsolutePath()
                .normalize();
    }

    /** Maven knows the prefix where the POM it starts with has the plugin, or the settings have its group. */
    private CommandLine commands() {
        MavenProject top = session.getTopLevelProject();
        boolean inPom =
                top.getBuildPlugins().stream().anyMatch(used -> used.getKey().equals(plugin.getPluginLookupKey()));
        boolean inSettings = session.getPluginGroups().contains(plugin.getGroupId());
        Path root =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        String elsewhere = top.getFile() == null || root.equals(startedIn())
                ? ""
                : "-f "
                        + new PathNames(startedIn(), startedIn())
                                .onConsole(top.getFile().toPath()) + " ";
        return new CommandLine(elsewhere + (inPom || inSettings ? plugin.getGoalPrefix() : plugin.getId()));
    }
}
