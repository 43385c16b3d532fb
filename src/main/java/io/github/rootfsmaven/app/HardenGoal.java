package io.github.rootfsmaven.app;

import io.github.rootfsmaven.harden.FileEdits;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.harden.OverrideFile;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.DiffReport;
import io.github.rootfsmaven.report.QuestionReport;
import io.github.rootfsmaven.report.ReportFile;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.report.Style;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Behind {@code harden}: writes the fix, and tells what it leaves to the user. */
public final class HardenGoal {
    /** The file with the fix that {@code git apply} takes. */
    static final String PATCH = "rootfs.patch";

    private static final Message NOTHING = Message.of("Nothing to harden: no Compose file");

    private final List<Rule> rules;
    private final Screen screen;

    /** A goal whose questions come from those rules. */
    public HardenGoal(List<Rule> rules, Screen screen) {
        this.rules = List.copyOf(rules);
        this.screen = Objects.requireNonNull(screen);
    }

    /**
     * What the user wants.
     *
     * @param project which files to read
     * @param services which services to harden
     * @param mode where the fix goes
     * @param wanted what the fix is like
     * @param outputDirectory where the patch goes, absolute
     * @param outputFile a file for what is shown; else it goes to the console
     */
    public record Settings(
            ProjectSettings project,
            ChosenServices services,
            HardenMode mode,
            HardenSettings wanted,
            Path outputDirectory,
            Optional<Path> outputFile) {}

    /**
     * Writes the fix.
     *
     * @throws BadParameter if a setting cannot be followed, or a file cannot be written
     * @throws InvalidInput if a Compose file is broken, or one with the user's own knowledge
     */
    public void run(Settings settings) throws BadParameter, InvalidInput {
        ProjectSettings files = withoutHardened(settings.project());
        Project project = ProjectLoader.load(files);
        for (Problem problem : project.problems()) {
            if (problem.kind() == Problem.Kind.INVALID_COMPOSE) {
                throw new InvalidInput(problem.where(), problem.message(), problem.hint());
            }
        }
        settings.services().check(project.containers());
        List<Plan> plans = Plans.of(project, files, rules, settings.wanted()).stream()
                .filter(plan -> settings.services().holds(plan.container()))
                .toList();
        List<List<Path>> projects = ProjectLoader.composeFiles(files);
        List<String> lines = new ArrayList<>();
        if (projects.isEmpty()) {
            lines.add(screen.say(NOTHING));
        } else if (settings.mode() == HardenMode.OVERRIDE) {
            override(plans, projects, settings, lines);
        } else {
            edits(plans, settings, lines);
        }
        show(lines, settings.outputFile());
    }

    /** A file that an earlier run wrote is written anew from what the others say. */
    private static ProjectSettings withoutHardened(ProjectSettings settings) {
        List<Path> files = settings.compose().files().stream()
                .filter(file -> !file.endsWith(OverrideFile.NAME))
                .toList();
        return files.isEmpty() ? settings : settings.withComposeFiles(files);
    }

    private void edits(List<Plan> plans, Settings settings, List<String> lines) throws BadParameter {
        FileEdits edits = FileEdits.of(plans, settings.wanted().comments());
        Path base = base(edits);
        DiffReport report = new DiffReport(style(settings));
        StringBuilder patch = new StringBuilder();
        for (FileEdits.Rewritten edit : edits.files()) {
            if (settings.mode() == HardenMode.IN_PLACE) {
                write(edit);
                String file = screen.paths().onConsole(edit.file().path());
                lines.add(screen.say(Message.of("Changed {0}", file)));
            } else {
                String diff = edit.diff(base);
                patch.append(diff);
                lines.addAll(report.lines(diff, edit.file(), edit.after()));
            }
        }
        lines.addAll(new QuestionReport(style(settings), screen.paths(), screen.language()).lines(edits.plans()));
        Message how = Message.nothing();
        if (settings.mode() == HardenMode.DIFF && !edits.files().isEmpty()) {
            Path file = settings.outputDirectory().resolve(PATCH);
            ReportFile.write("outputDirectory", file, patch.toString());
            how = Message.of(" Apply: {0}", apply(base, file));
        }
        lines.add(screen.say(count(edits.plans(), how)));
    }

    /** Where the names in a patch start: git takes none that leads upwards. */
    private Path base(FileEdits edits) {
        boolean below = edits.files().stream()
                .allMatch(edit -> edit.file().path().startsWith(screen.paths().startedIn()));
        return below ? screen.paths().startedIn() : screen.paths().root();
    }

    private String apply(Path base, Path patch) {
        boolean here = base.equals(screen.paths().startedIn());
        return here
                ? "git apply " + screen.paths().onConsole(patch)
                : "git -C " + screen.paths().onConsole(base) + " apply " + patch;
    }

    private void override(List<Plan> plans, List<List<Path>> projects, Settings settings, List<String> lines)
            throws BadParameter {
        Message how = Message.nothing();
        List<Plan> asked = new ArrayList<>();
        for (List<Path> files : projects) {
            List<Plan> own = plans.stream()
                    .filter(plan -> files.equals(projectOf(plan.container(), projects)))
                    .toList();
            asked.addAll(own.stream().map(FileEdits::withTheRestAsked).toList());
            List<String> names =
                    files.stream().map(file -> screen.paths().onConsole(file)).toList();
            Path target = files.get(0).resolveSibling(OverrideFile.NAME);
            String hardened = screen.paths().onConsole(target);
            Optional<String> text =
                    OverrideFile.of(own, names, hardened, settings.wanted().comments());
            if (text.isPresent()) {
                ReportFile.write("mode", target, text.get());
                lines.add(screen.say(Message.of("Wrote {0}", hardened)));
                how = Message.of(" Use: docker compose -f {0} -f {1} up", String.join(" -f ", names), hardened);
            }
        }
        lines.addAll(new QuestionReport(style(settings), screen.paths(), screen.language()).lines(asked));
        lines.add(screen.say(count(asked, how)));
    }

    /** The project that names the service's file, else the one that includes it from nearest. */
    private static List<Path> projectOf(Container container, List<List<Path>> projects) {
        Path file = container.name().orElseThrow().span().file().path();
        return projects.stream()
                .filter(files -> files.contains(file))
                .findFirst()
                .or(() -> projects.stream()
                        .filter(files -> file.startsWith(files.get(0).getParent()))
                        .max(java.util.Comparator.comparingInt(
                                files -> files.get(0).getNameCount())))
                .orElse(projects.get(0));
    }

    /** One line: how many services change, how many questions are open, what to do next. */
    private static Message count(List<Plan> plans, Message how) {
        long hardened =
                plans.stream().filter(plan -> !plan.intentions().isEmpty()).count();
        long questions =
                plans.stream().mapToLong(plan -> plan.questions().size()).sum();
        Message open = questions == 0
                ? Message.of("no question open")
                : Message.of(questions == 1 ? "{0} question open" : "{0} questions open", questions);
        Message done = hardened == 0
                ? Message.of(
                        plans.size() == 1 ? "Nothing to change in {0} service" : "Nothing to change in {0} services",
                        plans.size())
                : Message.of(hardened == 1 ? "{0} service hardened" : "{0} services hardened", hardened);
        return Message.of("{0}, {1}.{2}", done, open, how);
    }

    private Style style(Settings settings) {
        return settings.outputFile().isPresent() ? Style.PLAIN : screen.style();
    }

    /** Through a link into the file itself, with the permissions that it has. */
    private static void write(FileEdits.Rewritten edit) throws BadParameter {
        try {
            Path real = edit.file().path().toRealPath();
            var view = Files.getFileAttributeView(real, java.nio.file.attribute.PosixFileAttributeView.class);
            var permissions = view == null ? null : view.readAttributes().permissions();
            ReportFile.write("mode", real, edit.text());
            if (permissions != null) {
                Files.setPosixFilePermissions(real, permissions);
            }
        } catch (IOException gone) {
            throw new BadParameter("mode", edit.file().path() + " cannot be written.");
        }
    }

    private void show(List<String> lines, Optional<Path> file) throws BadParameter {
        if (file.isPresent()) {
            ReportFile.write("outputFile", file.get(), String.join("\n", lines) + "\n");
        } else {
            lines.forEach(screen.console()::info);
        }
    }
}
