package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is changed to harden one service and no other, if all of it can be written.
 *
 * @param container the service as it is
 * @param files the files that change
 * @param left what the rules still say of it afterwards
 */
public record ServiceFix(Container container, List<FileEdits.Rewritten> files, List<Finding> left) {
    public ServiceFix {
        Objects.requireNonNull(container);
        files = List.copyOf(files);
        left = List.copyOf(left);
    }

    /** Lines of the file that others of the new text stand for; counted from 1, ends are behind the last line. */
    public record Lines(int start, int end, int newStart, int newEnd, String text) {}

    /**
     * The fixes of a project's services.
     *
     * @param rules what the fixed service is judged by
     */
    public static List<ServiceFix> of(Project project, List<Rule> rules, HardenSettings settings) {
        List<Container> services = project.containers().stream()
                .filter(container -> container.start() == Start.SERVICE)
                .toList();
        boolean broken =
                project.problems().stream().anyMatch(problem -> problem.kind() == Problem.Kind.INVALID_COMPOSE);
        List<ServiceFix> fixes = new ArrayList<>();
        if (broken) {
            return fixes;
        }
        try {
            VolumeNames names = new VolumeNames(DeclaredVolumes.of(project), services);
            for (Container service : services) {
                Hardening.Result result = Hardening.of(service, settings, names);
                Plan plan = new Plan(service, result.intentions(), List.of(), result.alternatives());
                FileEdits edits = FileEdits.of(List.of(plan), settings.comments());
                boolean whole = edits.plans().stream()
                        .allMatch(written -> written.questions().isEmpty());
                if (whole && !edits.files().isEmpty()) {
                    fixes.add(new ServiceFix(service, edits.files(), left(result.hardened(), project, rules)));
                }
            }
            return fixes;
        } catch (InvalidInput broke) {
            return List.of();
        }
    }

    private static List<Finding> left(Container hardened, Project project, List<Rule> rules) {
        Project alone =
                new Project(List.of(hardened), List.of(), project.read(), project.unchecked(), project.modules());
        return new Check(rules)
                .run(alone, Policy.standard()).findings().stream()
                        .map(Reported::finding)
                        .toList();
    }

    /** Whether a finding is gone when this is done. */
    public boolean fixes(Finding finding) {
        return finding.container().equals(Optional.of(container))
                && left.stream()
                        .noneMatch(other -> other.rule().equals(finding.rule())
                                && other.subject().equals(finding.subject()));
    }

    /** What changes in a file, line by line, from top to bottom. */
    public static List<Lines> lines(FileEdits.Rewritten file) {
        SourceFile after = file.after();
        List<String> young = UnifiedDiff.lines(after.text());
        return LineDifference.of(UnifiedDiff.lines(file.file().text()), young).stream()
                .map(run -> new Lines(
                        run.oldStart() + 1,
                        run.oldEnd() + 1,
                        run.newStart() + 1,
                        run.newEnd() + 1,
                        String.join("", young.subList(run.newStart(), run.newEnd()))))
                .toList();
    }
}
