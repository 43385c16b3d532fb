package io.github.rootfsmaven.harden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.compose.ComposeSettings;
import io.github.rootfsmaven.compose.DockerCompose;
import io.github.rootfsmaven.compose.TestDirectory;
import io.github.rootfsmaven.compose.Unset;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Paths;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Compose files below the directory that {@code -Drootfs.corpus} names, hardened: the result loads, with us and
 * with Docker Compose if it is installed; nothing is left to be done; and who hardens it again changes nothing.
 */
class HardenCorpusTest {
    @TempDir
    Path temporary;

    private final boolean reference = DockerCompose.version().worked();

    /** The reference takes most of the time: {@code -Drootfs.harden.every=5} asks it of every fifth file only. */
    private final int every = Integer.getInteger("rootfs.harden.every", 1);

    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> questions = new TreeMap<>();
    private int files;
    private int services;
    private int hardened;
    private int closed;
    private int unknownImages;
    private int accepted;
    private int patched;
    private int fixes;

    @Test
    void anOverrideFileHardensWhatComesBeforeIt() throws Exception {
        all(this::override);
    }

    @Test
    void theFilesThemselvesAreHardened() throws Exception {
        all(this::inPlace);
    }

    private interface Way {
        void harden(Path file) throws Exception;
    }

    private void all(Way way) throws Exception {
        Path corpus = TestDirectory.named("rootfs.corpus").orElse(null);
        Assumptions.assumeTrue(corpus != null);
        Path source = corpus.resolve("files");
        copy(source, temporary);
        Path expected = corpus.resolve("expected");
        List<Path> answers;
        try (Stream<Path> walk = Files.walk(expected)) {
            answers = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path answer : answers) {
            if (Files.readString(answer).contains("\"services\"")) {
                String name = expected.relativize(answer).toString().replaceFirst("\\.json$", "");
                way.harden(temporary.resolve(name));
            }
        }
        System.out.printf(
                "%d files, %d services, %d hardened, %d without a question (%.1f %%; %.1f %% of those whose image is known);"
                        + " accepted by docker compose: %s; patched by git: %d; fixes that hold: %d%n",
                files,
                services,
                hardened,
                closed,
                100.0 * closed / services,
                100.0 * closed / (services - unknownImages),
                reference ? accepted : "not asked",
                patched,
                fixes - failures.size());
        questions.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(25)
                .forEach(entry -> System.out.println("  " + entry.getValue() + "  " + entry.getKey()));
        assertThat(failures).isEmpty();
        assertThat(closed).isGreaterThanOrEqualTo((services - unknownImages) * 60 / 100);
    }

    /** Some load, and hold what no engine takes. */
    private static boolean isBroken(Path file) throws Exception {
        return load(List.of(file)).problems().stream()
                .anyMatch(problem -> problem.kind() == Problem.Kind.INVALID_COMPOSE);
    }

    private void override(Path file) throws Exception {
        List<Plan> plans = plans(List.of(file));
        if (plans.isEmpty() || isBroken(file)) {
            return;
        }
        count(plans);
        Path written = file.resolveSibling(OverrideFile.NAME);
        var text = OverrideFile.of(plans, List.of("x"), OverrideFile.NAME, true);
        if (text.isPresent()) {
            Files.writeString(written, text.get());
            again(file, plans, List.of(file, written));
            Files.delete(written);
        }
    }

    private void inPlace(Path file) throws Exception {
        List<Plan> plans = plans(List.of(file));
        if (plans.isEmpty() || isBroken(file)) {
            return;
        }
        FileEdits edits = FileEdits.of(plans, true);
        count(edits.plans());
        patch(edits);
        again(file, edits.plans(), List.of(file));
        for (FileEdits.Rewritten edit : edits.files()) {
            Files.writeString(edit.file().path(), edit.file().whole());
        }
    }

    /** What git makes of the diff is what is written in place. */
    private void patch(FileEdits edits) throws Exception {
        StringBuilder diff = new StringBuilder();
        edits.files().forEach(edit -> diff.append(edit.diff(temporary)));
        boolean git = !diff.isEmpty()
                && Git.apply(temporary, Files.writeString(temporary.resolve("rootfs.patch"), diff))
                        .map(refusal -> refusal.isEmpty() || failures.add(refusal))
                        .isPresent();
        for (FileEdits.Rewritten edit : edits.files()) {
            Path path = edit.file().path();
            if (git && !Files.readString(path).equals(edit.text())) {
                failures.add(temporary.relativize(path) + " is another one as a diff than in place");
            }
            Files.writeString(path, edit.text());
        }
        patched += git ? edits.files().size() : 0;
    }

    private void again(Path file, List<Plan> plans, List<Path> all) throws Exception {
        String name = temporary.relativize(file).toString();
        Project project = load(all);
        project.problems().stream()
                .filter(problem -> problem.kind() == Problem.Kind.INVALID_COMPOSE)
                .forEach(problem -> failures.add(name + " does not load: " + problem.message() + " at "
                        + problem.where().startLine()));
        if (reference && files % every == 0) {
            ComposeSettings settings =
                    new ComposeSettings(all, List.of(), Map.of("HOME", DockerCompose.HOME), List.of("*"), Unset.EMPTY);
            var answer = DockerCompose.config(settings, file.getParent());
            if (answer.has("error")) {
                failures.add(name + " is refused: " + answer.get("error"));
            } else {
                accepted++;
            }
        }
        for (Plan plan : plans(all)) {
            Plan before = plans.stream()
                    .filter(other -> name(other).equals(name(plan)))
                    .findFirst()
                    .orElseThrow();
            for (Intention intention : plan.intentions()) {
                boolean asked = before.questions().stream()
                        .anyMatch(question -> question.sentence().english().contains("could not be written here"));
                if (OverrideFile.canSay(intention) && !asked) {
                    failures.add(name + " " + name(plan) + " again: " + intention);
                }
            }
            List<String> fresh = new ArrayList<>(sentences(plan));
            fresh.removeAll(sentences(before));
            if (!fresh.isEmpty()) {
                failures.add(name + " " + name(plan) + " has new questions: " + fresh);
            }
        }
        Report report = new Check(Rules.all()).run(project, Policy.standard());
        for (Plan plan : plans) {
            boolean asked =
                    sentences(plan).stream().anyMatch(sentence -> sentence.contains("could not be written here"));
            report.containers().stream()
                    .filter(judged -> !asked && judged.container().name().isPresent())
                    .filter(judged -> judged.container().name().get().value().equals(name(plan)))
                    .forEach(judged -> fixed(name, plan, judged, report));
        }
    }

    /** What was changed needs no change any more. */
    private void fixed(String file, Plan plan, Judged judged, Report report) {
        for (Intention intention : plan.intentions()) {
            boolean left = false;
            if (intention instanceof Intention.CloseRoot) {
                left = !judged.container().rootIsReadOnly();
            } else if (intention instanceof Intention.AddTmpfs add) {
                left = hasHomeless(judged, add.tmpfs().path());
            } else if (intention instanceof Intention.AddVolume add) {
                left = hasHomeless(judged, add.path());
            } else if (intention instanceof Intention.ChangeMount change) {
                left = isTold(report, judged, change.mount());
            } else if (intention instanceof Intention.CloseMount close) {
                left = OverrideFile.canSay(close) && isTold(report, judged, close.mount());
            }
            if (left) {
                failures.add(file + " " + name(plan) + " still needs " + intention);
            }
            fixes++;
        }
    }

    private static boolean hasHomeless(Judged judged, String path) {
        return judged.homelessWrites().stream()
                .anyMatch(write -> Paths.isWithin(write.path().value(), path));
    }

    private static boolean isTold(Report report, Judged judged, Mount mount) {
        return report.findings().stream()
                .map(Report.Reported::finding)
                .filter(finding ->
                        List.of("anonymous-volume", "writable-config-mount").contains(finding.rule()))
                .filter(finding ->
                        finding.container().filter(judged.container()::equals).isPresent())
                .anyMatch(finding -> finding.subject().equals(mount.target().shown()));
    }

    private static List<String> sentences(Plan plan) {
        return plan.questions().stream()
                .map(question -> question.sentence().english())
                .toList();
    }

    private static String name(Plan plan) {
        return plan.container().name().orElseThrow().value();
    }

    private void count(List<Plan> plans) {
        files++;
        for (Plan plan : plans) {
            services++;
            hardened += plan.intentions().isEmpty() ? 0 : 1;
            closed += plan.questions().isEmpty() ? 1 : 0;
            unknownImages += plan.questions().stream()
                            .anyMatch(question -> question.sentence().english().matches("What .* writes is unknown\\."))
                    ? 1
                    : 0;
            plan.questions().stream()
                    .map(question -> question.sentence().english().replaceAll("/[\\w./-]+|`[^`]*`", "X"))
                    .map(sentence -> sentence.substring(0, Math.min(sentence.length(), 60)))
                    .distinct()
                    .forEach(sentence -> questions.merge(sentence, 1, Integer::sum));
        }
    }

    private static Project load(List<Path> files) throws Exception {
        return ProjectLoader.load(ProjectSettings.in(files.get(0).getParent()).withComposeFiles(files));
    }

    private static List<Plan> plans(List<Path> files) throws Exception {
        Project project = load(files);
        List<io.github.rootfsmaven.text.SourceFile> sources = project.containers().stream()
                .flatMap(container -> container.name().stream())
                .map(service -> service.span().file())
                .filter(file -> file.path().toString().matches(".*ya?ml"))
                .distinct()
                .toList();
        return Plan.of(
                project, KnownImages.bundled(), Rules.all(), DeclaredVolumes.in(sources), HardenSettings.standard());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
