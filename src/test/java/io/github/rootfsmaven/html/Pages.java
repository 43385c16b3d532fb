package io.github.rootfsmaven.html;

import io.github.rootfsmaven.app.CheckGoal;
import io.github.rootfsmaven.app.PolicySettings;
import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Suppression;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.BuildReport;
import io.github.rootfsmaven.report.CommandLine;
import io.github.rootfsmaven.report.HtmlReport;
import io.github.rootfsmaven.report.Lines;
import io.github.rootfsmaven.report.PathNames;
import io.github.rootfsmaven.report.Run;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages as the goal {@code check} makes them, of the projects in src/test/resources/html and of made ones. */
final class Pages {
    static final Path FIXTURES = Path.of("src/test/resources/html").toAbsolutePath();

    private Pages() {}

    /** The page that {@code check} writes for a directory. */
    static String of(Path project, Path output) throws Exception {
        new CheckGoal(Rules.all(), "1.2.3", new Lines().screen(project), new Alone())
                .read(new CheckGoal.Settings(
                        ProjectSettings.in(project), policy(), false, List.of("html"), output, false))
                .judge();
        return Files.readString(output.resolve("rootfs.html"));
    }

    private static PolicySettings policy() {
        return new PolicySettings(
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                FIXTURES.resolve("no-baseline.json"),
                LocalDate.of(2026, 1, 1));
    }

    /** The same of a project all of whose findings are suppressed, for reasons that want to be more than text. */
    static String suppressed(Path project, Language language) throws Exception {
        Report report = new Check(Rules.all()).run(ProjectLoader.load(ProjectSettings.in(project)), Policy.standard());
        List<Reported> findings = report.findings().stream()
                .map(found -> new Reported(
                        found.finding(),
                        found.severity(),
                        found.fingerprint(),
                        Optional.of(new Suppression(
                                Suppression.By.COMMENT,
                                "<b>accepted</b> until the vendor mends it\u001b[2J",
                                Optional.of(found.finding().span())))))
                .toList();
        return text(
                new Report(
                        report.containers(),
                        findings,
                        report.notRead(),
                        List.of("unbounded-tmpfs"),
                        report.read(),
                        report.read()),
                project,
                language);
    }

    /** The page of a directory in a language. */
    static String in(Language language, Path project) throws Exception {
        return text(
                new Check(Rules.all()).run(ProjectLoader.load(ProjectSettings.in(project)), Policy.standard()),
                project,
                language);
    }

    /** Sixty services, every third of them open. */
    static Path sixty(Path directory) throws Exception {
        StringBuilder compose = new StringBuilder("services:\n");
        for (int i = 1; i <= 60; i++) {
            compose.append("  service-%02d:%n    image: example/service:%d%n    mem_limit: 64m%n".formatted(i, i));
            if (i % 3 > 0) {
                compose.append("    read_only: true\n    tmpfs: [/tmp]\n");
            }
        }
        Files.writeString(directory.resolve("compose.yaml"), compose.toString().replace("\r\n", "\n"));
        return directory;
    }

    private static String text(Report report, Path project, Language language) {
        return new HtmlReport(
                        "1.2.3", paths(project), new CommandLine("rootfs"), language, Severity.ERROR, Optional.empty())
                .text(report);
    }

    private static PathNames paths(Path project) {
        return new PathNames(project, project);
    }

    /** A check that is no part of a bigger build. */
    private static final class Alone implements CheckGoal.Build {
        @Override
        public String execution() {
            return "default";
        }

        @Override
        public void add(Run run, BuildReport whole, String part) {}
    }
}
