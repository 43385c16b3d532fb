package io.github.rootfsmaven.app;

import io.github.rootfsmaven.check.PomIgnore;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.project.Scopes;
import io.github.rootfsmaven.report.BuildReport;
import io.github.rootfsmaven.report.Format;
import io.github.rootfsmaven.report.Lines;
import io.github.rootfsmaven.report.Run;
import io.github.rootfsmaven.rules.Rules;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code check} prints of a directory when it writes every format. */
final class Checked implements CheckGoal.Build {
    private Checked() {}

    static List<String> lines(Path directory, Path output) throws Exception {
        return lines(directory, ProjectSettings.in(directory), output);
    }

    static List<String> lines(Path directory, ProjectSettings project, Path output) throws Exception {
        PolicySettings policy = new PolicySettings(
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
                directory.resolve("rootfs-baseline.json"),
                LocalDate.of(2026, 1, 1));
        return lines(directory, project, policy, output);
    }

    /** With a word for each parameter; those that are missing are empty. */
    static List<String> lines(Path directory, String[] words, Path output) throws Exception {
        Iterator<String> next = Stream.concat(Arrays.stream(words), Stream.generate(() -> ""))
                .limit(Math.max(words.length, 18))
                .iterator();
        PolicySettings policy = new PolicySettings(
                Optional.of(next.next()),
                Map.of(next.next(), next.next()),
                List.of(next.next()),
                Optional.of(next.next()).filter(name -> name.hashCode() % 4 == 0),
                Optional.of(next.next()),
                Map.of(
                        Scope.TEST,
                        new Scopes.Patterns(List.of(next.next()), List.of(next.next()), List.of(next.next()))),
                Optional.of(true),
                List.of(new PomIgnore(
                        next.next(),
                        next.next(),
                        next.next(),
                        next.next(),
                        next.next(),
                        next.next(),
                        SourceFile.of(directory.resolve("pom.xml"), "").start(),
                        false)),
                Optional.of(true),
                false,
                directory.resolve("rootfs-baseline.json"),
                LocalDate.of(2026, 1, 1));
        ProjectSettings project = ProjectSettings.in(directory)
                .withPatterns(List.of(next.next()), List.of(next.next()))
                .withKnowledge(
                        Stream.of(next.next())
                                .filter(name -> name.hashCode() % 4 == 0)
                                .toList(),
                        directory.resolve(ProjectSettings.OBSERVED));
        return lines(directory, project, policy, output);
    }

    private static List<String> lines(Path directory, ProjectSettings project, PolicySettings policy, Path output)
            throws Exception {
        Lines lines = new Lines();
        List<String> formats = Arrays.stream(Format.values()).map(Format::word).toList();
        new CheckGoal(Rules.all(), "1.2.3", lines.screen(directory), new Checked())
                .read(new CheckGoal.Settings(project, policy, false, formats, output, false))
                .judge();
        return lines.all();
    }

    @Override
    public String execution() {
        return "default";
    }

    @Override
    public void add(Run run, BuildReport whole, String part) {
        // what is said of one module is enough here
    }
}
