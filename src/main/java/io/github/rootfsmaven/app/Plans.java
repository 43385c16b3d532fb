package io.github.rootfsmaven.app;

import io.github.rootfsmaven.harden.DeclaredVolumes;
import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import java.util.List;
import java.util.Optional;

/** What is to be done about a loaded project, for {@code harden}, which does it, and for a report that shows it. */
final class Plans {
    private Plans() {}

    /**
     * The plans of all services.
     *
     * @throws BadParameter if a setting cannot be followed
     * @throws InvalidInput if a file cannot be read as what it is
     */
    static List<Plan> of(Project project, ProjectSettings files, List<Rule> rules, HardenSettings wanted)
            throws BadParameter, InvalidInput {
        KnownImages known = KnownImages.with(files.knowledge(), files.directory(), files.observed());
        return Plan.of(project, known, rules, DeclaredVolumes.of(project), wanted);
    }

    /**
     * What {@code harden} would write if nobody asked for anything special; nothing can be said where Docker Compose
     * refuses a file.
     */
    static Optional<FileEdits> edits(Project project, ProjectSettings files, List<Rule> rules) throws BadParameter {
        boolean broken =
                project.problems().stream().anyMatch(problem -> problem.kind() == Problem.Kind.INVALID_COMPOSE);
        if (broken) {
            return Optional.empty();
        }
        HardenSettings wanted = HardenSettings.standard();
        try {
            return Optional.of(FileEdits.of(of(project, files, rules, wanted), wanted.comments()));
        } catch (InvalidInput unreadable) {
            return Optional.empty();
        }
    }
}
