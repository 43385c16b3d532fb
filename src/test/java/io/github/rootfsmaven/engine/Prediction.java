package io.github.rootfsmaven.engine;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the plugin says of one service before anything runs.
 *
 * @param report all of it
 * @param writes what it will want to write for certain or likely
 * @param all what it may want to write, too
 */
record Prediction(Report report, List<Write> writes, List<String> all) {

    /** Of the service {@code app} in a directory, with the Maven modules that it holds. */
    static Prediction of(Path directory, List<Module> modules) throws Exception {
        ProjectSettings settings = ProjectSettings.in(directory).withModules(() -> modules);
        Report report = new Check(Rules.all()).run(ProjectLoader.load(settings), Policy.standard());
        Judged app = report.containers().stream()
                .filter(judged -> judged.container()
                        .name()
                        .filter(name -> name.value().equals("app"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        List<Write> writes = app.container().writes().stream()
                .filter(write -> Confidence.of(write) != Confidence.POSSIBLE)
                .toList();
        return new Prediction(
                report,
                writes,
                app.container().writes().stream()
                        .map(write -> write.path().value())
                        .toList());
    }

    /** Whether a path lies in one that it told of. */
    boolean tells(String path) {
        return all.stream().anyMatch(told -> Paths.isWithin(Paths.canonical(path), told));
    }

    /** Whether a path lies in one that it told of as likely. */
    boolean warns(String path) {
        return writes.stream()
                .anyMatch(write ->
                        Paths.isWithin(Paths.canonical(path), write.path().value()));
    }

    /** Mounts on exactly the places that it told of as likely: volumes for data, tmpfs for the rest. */
    String mounts() {
        String volumes = places(true).stream()
                .map(path -> "\"" + name(path) + ":" + path + "\"")
                .collect(Collectors.joining(", ", "volumes: [", "]"));
        String tmpfs = places(false).stream()
                .map(path -> "\"" + path + ":mode=1777\"")
                .collect(Collectors.joining(", ", "tmpfs: [", "]"));
        return volumes + "\n" + tmpfs;
    }

    /** The top-level key that declares the volumes. */
    String volumes() {
        return places(true).stream()
                .map(path -> name(path) + ": {}")
                .collect(Collectors.joining(", ", "volumes: {", "}"));
    }

    private List<String> places(boolean persistent) {
        return writes.stream()
                .filter(write -> (write.kind() == Write.Kind.PERSISTENT) == persistent)
                .map(write -> write.path().value())
                .distinct()
                .toList();
    }

    private static String name(String path) {
        return path.substring(1).replace('/', '-');
    }
}
