package io.github.rootfsmaven.survey;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Suppressions;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.harden.DeclaredVolumes;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every service of the real Compose files below a directory that has one directory for each repository. */
final class Survey {
    private final Path directory;
    private final KnownImages known = KnownImages.bundled();
    private final Check check = new Check(Rules.all());
    private final List<Surveyed> services = new ArrayList<>();
    private final Set<String> repositories = new TreeSet<>();
    private int yamlFiles;
    private int composeFiles;

    private Survey(Path directory) {
        this.directory = directory;
    }

    /** Reads all. A file counts if Docker Compose would take it by itself, and it has a service. */
    static Survey of(Path directory) throws Exception {
        Survey survey = new Survey(directory);
        for (Path file : yamlFiles(directory)) {
            survey.yamlFiles++;
            survey.add(file);
        }
        return survey;
    }

    List<Surveyed> services() {
        return services;
    }

    Set<String> repositories() {
        return repositories;
    }

    int yamlFiles() {
        return yamlFiles;
    }

    int composeFiles() {
        return composeFiles;
    }

    private static List<Path> yamlFiles(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path file) throws Exception {
        Project project =
                ProjectLoader.load(ProjectSettings.in(file.getParent()).withComposeFiles(List.of(file)));
        boolean refused =
                project.problems().stream().anyMatch(problem -> problem.kind() == Problem.Kind.INVALID_COMPOSE);
        List<Plan> plans = refused
                ? List.of()
                : Plan.of(project, known, Rules.all(), DeclaredVolumes.of(project), HardenSettings.standard());
        if (plans.isEmpty()) {
            return;
        }
        composeFiles++;
        String repository = directory.relativize(file).getName(0).toString();
        repositories.add(repository);
        Report report = check.unfolded(project, Policy.standard(), Suppressions.none());
        for (Judged judged : report.containers()) {
            Container container = judged.container();
            plans.stream()
                    .filter(plan -> plan.container().equals(container))
                    .findFirst()
                    .ifPresent(plan -> services.add(new Surveyed(
                            repository,
                            container,
                            judged.verdict(),
                            rules(report, container),
                            container.image().built() || known.knows(container.image(), container.place()),
                            closed(container),
                            plan)));
        }
    }

    /** As if {@code read_only: true} were written into it, and nothing else. */
    private static Judged closed(Container container) {
        Container closed = container.with(Known.of(true), container.mounts());
        return new Judged(closed, closed.map(), Verdict.UNKNOWN);
    }

    private static Set<String> rules(Report report, Container container) {
        return report.findings().stream()
                .map(Reported::finding)
                .filter(finding -> finding.container().filter(container::equals).isPresent())
                .map(finding -> finding.rule())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
