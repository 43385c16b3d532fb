package io.github.rootfsmaven.app;

import io.github.rootfsmaven.check.Baseline;
import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.BaselineFile;
import io.github.rootfsmaven.report.ReportFile;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Behind {@code baseline}: writes down what is found today, so that {@code check} fails on what is new. */
public final class BaselineGoal {
    private final List<Rule> rules;
    private final String version;
    private final Screen screen;

    /** A goal with those rules, of that version of the plugin. */
    public BaselineGoal(List<Rule> rules, String version, Screen screen) {
        this.rules = List.copyOf(rules);
        this.version = Objects.requireNonNull(version);
        this.screen = Objects.requireNonNull(screen);
    }

    /**
     * Writes the baseline.
     *
     * @param prune whether entries are only taken out that nothing matches any more
     * @throws BadParameter if a setting cannot be followed or the file cannot be written
     * @throws InvalidInput if a file that is named does not have its form
     */
    public void run(ProjectSettings project, PolicySettings settings, boolean prune) throws BadParameter, InvalidInput {
        PolicySettings.Resolved resolved =
                settings.resolve(project, rules.stream().map(Rule::id).toList(), version);
        Project read = ProjectLoader.load(resolved.project());
        if (prune) {
            prune(read, settings.baseline(), resolved);
        } else {
            record(read, settings.baseline(), resolved);
        }
    }

    /** Accepts all that counts. */
    void record(Project project, Path file, PolicySettings.Resolved resolved) throws BadParameter {
        Report report = new Check(rules).unfolded(project, resolved.policy(), resolved.withoutBaseline());
        Baseline baseline = Baseline.of(file, report.findings());
        int accepted = count(baseline);
        write(baseline);
        say(Message.of(
                "{0}: {1}. Commit it: from now on check fails only on what is not in it.",
                screen.paths().onConsole(file), findings(accepted)));
        long open = report.active().size() - accepted;
        if (open > 0) {
            say(Message.of(
                    "{0} not in it: what could not be read, and what is said of ignores, cannot be accepted.",
                    findings(open)));
        }
    }

    private void prune(Project project, Path file, PolicySettings.Resolved resolved) throws BadParameter {
        if (!Files.exists(file)) {
            throw new BadParameter("prune", "there is no " + screen.paths().onConsole(file) + ".");
        }
        // noIgnores does not read it
        Baseline before = resolved.suppressions()
                .baseline()
                .orElseThrow(() -> new BadParameter("prune", "noIgnores is set, so the baseline is not read."));
        List<Baseline.Entry> fixed = new Check(rules)
                .unfolded(project, resolved.policy(), resolved.suppressions())
                .fixed();
        Baseline after = before.without(fixed);
        int gone = count(before) - count(after);
        if (gone > 0) {
            write(after);
        }
        say(Message.of(
                gone == 1 ? "{0}: 1 fixed finding removed, {2} left." : "{0}: {1} fixed findings removed, {2} left.",
                screen.paths().onConsole(file),
                gone,
                count(after)));
        if (count(after) == 0) {
            say(Message.of("Nothing is left in it, so the file can go."));
        }
    }

    private static void write(Baseline baseline) throws BadParameter {
        ReportFile.write("baselineFile", baseline.file(), BaselineFile.text(baseline));
    }

    private static int count(Baseline baseline) {
        return baseline.entries().stream().mapToInt(Baseline.Entry::count).sum();
    }

    private void say(Message message) {
        screen.console().info(screen.say(message));
    }

    private static Message findings(long number) {
        return number == 1 ? Message.of("1 finding") : Message.of("{0} findings", number);
    }
}
