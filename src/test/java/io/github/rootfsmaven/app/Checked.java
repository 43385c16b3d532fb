package io.github.rootfsmaven.app;

import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.BuildReport;
import io.github.rootfsmaven.report.Format;
import io.github.rootfsmaven.report.Lines;
import io.github.rootfsmaven.report.Run;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code check} prints of a directory when it writes every format. */
final class Checked implements CheckGoal.Build {
    private Checked() {}

    static List<String> lines(Path directory, Path output) throws Exception {
        return lines(directory, ProjectSettings.in(directory), output);
    }

    static List<String> lines(Path directory, ProjectSettings project, Path output) throws Exception {
        Lines lines = new Lines();
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
