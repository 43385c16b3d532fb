package io.github.rootfsmaven.app;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.ServiceFix;
import io.github.rootfsmaven.model.ModuleUse;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.CopiedFiles;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.BuildReport;
import io.github.rootfsmaven.report.ConsoleReport;
import io.github.rootfsmaven.report.Counts;
import io.github.rootfsmaven.report.FileReport;
import io.github.rootfsmaven.report.Format;
import io.github.rootfsmaven.report.GitHubAnnotations;
import io.github.rootfsmaven.report.HtmlReport;
import io.github.rootfsmaven.report.JsonReport;
import io.github.rootfsmaven.report.ReportFile;
import io.github.rootfsmaven.report.Run;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Behind {@code check}: reads, judges, reports, and says whether the build may go on. */
public final class CheckGoal {
    private final List<Rule> rules;
    private final String version;
    private final Screen screen;
    private final Build build;

    /** What a check knows of the build that it is a part of. */
    public interface Build {

        /** The id of the execution that checks. */
        String execution();

        /**
         * Adds a run to a report of the whole build.
         *
         * @param part what {@link BuildReport#part} wrote down
         * @throws BadParameter if the report cannot be written
         */
        void add(Run run, BuildReport whole, String part) throws BadParameter;
    }

    /** A check with those rules, by that version of the plugin. */
    public CheckGoal(List<Rule> rules, String version, Screen screen, Build build) {
        this.rules = List.copyOf(rules);
        this.version = Objects.requireNonNull(version);
        this.screen = Objects.requireNonNull(screen);
        this.build = Objects.requireNonNull(build);
    }

    /**
     * What the user wants.
     *
     * @param project which files to read
     * @param policy what is done with findings
     * @param recordBaseline whether what is found is accepted first
     * @param formats names of {@link Format}s
     * @param outputDirectory where report files go, absolute
     * @param failIfNoFiles whether a build with nothing to check fails
     */
    public record Settings(
            ProjectSettings project,
            PolicySettings policy,
            boolean recordBaseline,
            List<String> formats,
            Path outputDirectory,
            boolean failIfNoFiles) {}

    /** What was read, before anything is said of it. */
    public final class Reading {
        private final Settings settings;
        private final Set<Format> formats;
        private final PolicySettings.Resolved policy;
        private final Project project;

        private Reading(Settings settings, Set<Format> formats, PolicySettings.Resolved policy, Project project) {
            this.settings = settings;
            this.formats = formats;
            this.policy = policy;
            this.project = project;
        }

        /** The modules of the build that are in the images: what is known of them hangs on how far they are built. */
        public List<ModuleUse> modules() {
            return project.modules();
        }

        /** What to say where this is judged later, because of those modules (their directories). */
        public String waiting(List<Path> modules) {
            List<ModuleUse> uses = project.modules().stream()
                    .filter(use -> modules.contains(use.directory()))
                    .toList();
            String files = uses.stream()
                    .map(use -> screen.paths().onConsole(use.file()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            List<String> names =
                    uses.stream().map(ModuleUse::artifactId).distinct().toList();
            return screen.say(Message.of(
                    names.size() == 1
                            ? "{0} waits for module {1}, and is judged then."
                            : "{0} waits for modules {1}, and is judged then.",
                    files,
                    String.join(", ", names)));
        }

        /**
         * Judges; every report is written when this returns.
         *
         * @return why the build must fail, in sentences for its user; empty if it may go on
         * @throws BadParameter if a report cannot be written
         * @throws InvalidInput if the baseline that was recorded does not have its form
         */
        public Optional<String> judge() throws BadParameter, InvalidInput {
            if (!settings.recordBaseline()) {
                return CheckGoal.this.judge(project, policy, formats, settings);
            }
            new BaselineGoal(rules, version, screen)
                    .record(project, settings.policy().baseline(), policy);
            return CheckGoal.this.judge(project, resolve(settings), formats, settings);
        }
    }

    /**
     * Reads what there is to check.
     *
     * @throws BadParameter if a setting cannot be followed
     * @throws InvalidInput if a file with the user's own knowledge, the policy or the baseline does not have its form
     */
    public Reading read(Settings settings) throws BadParameter, InvalidInput {
        Set<Format> formats = Format.of(settings.formats());
        PolicySettings.Resolved policy = resolve(settings);
        return new Reading(settings, formats, policy, ProjectLoader.load(policy.project()));
    }

    private PolicySettings.Resolved resolve(Settings settings) throws BadParameter, InvalidInput {
        return settings.policy()
                .resolve(settings.project(), rules.stream().map(Rule::id).toList(), version);
    }

    private Optional<String> judge(
            Project project, PolicySettings.Resolved policy, Set<Format> formats, Settings settings)
            throws BadParameter {
        Report report =
                atSources(new Check(rules).run(project, policy.policy(), policy.suppressions()), settings.project());

        if (formats.contains(Format.CONSOLE)) {
            new ConsoleReport(screen)
                    .print(report, !grave(report, policy.policy()).isEmpty());
        }
        if (formats.contains(Format.GITHUB)) {
            new GitHubAnnotations(screen.paths()).print(report, screen);
        }
        Run run = new Run(
                version,
                screen.paths(),
                screen.paths().inFiles(settings.project().directory()),
                build.execution(),
                rules.stream().map(Rule::id).toList(),
                policy.policy().failOn(),
                formats.contains(Format.SARIF) ? ServiceFix.of(project, rules, HardenSettings.standard()) : List.of());
        for (FileReport file : FileReport.of(formats, run)) {
            ReportFile.write("outputDirectory", settings.outputDirectory().resolve(file.file()), file.text(report));
        }
        if (formats.contains(Format.HTML)) {
            FileReport html = html(project, policy);
            ReportFile.write("outputDirectory", settings.outputDirectory().resolve(html.file()), html.text(report));
        }
        for (BuildReport whole : BuildReport.of(formats, run)) {
            build.add(run, whole, whole.part(report));
        }
        if (settings.failIfNoFiles() && project.isEmpty() && project.read().isEmpty()) {
            return Optional.of(screen.say(Message.of("{0}, and failIfNoFiles is set.", ConsoleReport.NOTHING)));
        }
        // a goal that is called by itself runs in the top-level project alone
        boolean built =
                !project.modules().isEmpty() || settings.project().compose().search() == ProjectSettings.Search.HERE;
        return failure(report, policy.policy(), formats, settings, built);
    }

    private FileReport html(Project project, PolicySettings.Resolved policy) throws BadParameter {
        Optional<FileEdits> fix = Plans.edits(project, policy.project(), rules);
        return new HtmlReport(
                version,
                screen.paths(),
                screen.commands(),
                screen.language(),
                policy.policy().failOn(),
                fix);
    }

    /** A copy that the build has made is nothing to change. Only files that the user names lead below a build directory. */
    private static Report atSources(Report report, ProjectSettings settings) {
        boolean named = !settings.compose().files().isEmpty()
                || settings.compose().projects().isPresent();
        return named ? report.moved(new CopiedFiles(settings.build().modules().get())) : report;
    }

    private Optional<String> failure(
            Report report, Policy policy, Set<Format> formats, Settings settings, boolean built) {
        List<Reported> grave = grave(report, policy);
        if (grave.isEmpty()) {
            return Optional.empty();
        }
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of(
                formats.contains(Format.CONSOLE) ? "{0} (see above); failOn is {1}." : "{0}; failOn is {1}.",
                Counts.findings(report),
                policy.failOn().word()));
        lines.add(Message.of(
                "  Explain a finding:       {0}",
                screen.commands().explain(grave.get(0).finding().rule())));
        lines.add(Message.of("  See what can be written: {0}", screen.commands().goal("show")));
        if (report.canBeHardened()) {
            lines.add(Message.of(
                    "  Write the fix:           {0}", screen.commands().goal("harden")));
        }
        if (isFirst(report, settings)) {
            lines.add(Message.of(
                    "  Accept what is there:    {0}", screen.commands().baseline(built)));
        }
        if (formats.contains(Format.JSON)) {
            Path file = settings.outputDirectory().resolve(JsonReport.FILE);
            lines.add(
                    Message.of("  All findings as JSON:    {0}", screen.paths().onConsole(file)));
        }
        return Optional.of(String.join("\n", lines.stream().map(screen::say).toList()));
    }

    /** The findings that fail the build, the gravest first. */
    private static List<Reported> grave(Report report, Policy policy) {
        return policy.failOn() == Severity.OFF
                ? List.of()
                : report.active().stream()
                        .filter(finding -> finding.severity().atLeast(policy.failOn()))
                        .sorted(Comparator.comparing(Reported::severity))
                        .toList();
    }

    /** Whether nobody has dealt with findings here yet. */
    private static boolean isFirst(Report report, Settings settings) {
        return report.findings().size() == report.active().size()
                && settings.policy().ignores().isEmpty()
                && !Files.exists(settings.policy().baseline());
    }
}
