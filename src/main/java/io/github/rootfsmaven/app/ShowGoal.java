package io.github.rootfsmaven.app;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.ReportFile;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.report.ShowReport;
import io.github.rootfsmaven.report.Style;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Behind {@code show}: prints what each container can write. */
public final class ShowGoal {
    private final List<Rule> rules;
    private final Screen screen;

    /** A goal whose verdicts come from those rules. */
    public ShowGoal(List<Rule> rules, Screen screen) {
        this.rules = List.copyOf(rules);
        this.screen = Objects.requireNonNull(screen);
    }

    /**
     * Shows, in the file if there is one, else on the console.
     *
     * @throws BadParameter if a setting cannot be followed
     * @throws InvalidInput if a file with the user's own knowledge does not have its form
     */
    public void run(ProjectSettings settings, ChosenServices services, Optional<Path> file)
            throws BadParameter, InvalidInput {
        Project project = ProjectLoader.load(settings);
        services.check(project.containers());
        Report report =
                new Check(rules).run(project, Policy.standard()).of(judged -> services.holds(judged.container()));
        if (file.isPresent()) {
            List<String> lines = new ShowReport(Style.PLAIN, screen.paths(), screen.language()).lines(report);
            ReportFile.write("outputFile", file.get(), String.join("\n", lines) + "\n");
        } else {
            new ShowReport(screen.style(), screen.paths(), screen.language())
                    .lines(report)
                    .forEach(screen.console()::info);
        }
    }
}
