package io.github.rootfsmaven.bench;

import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rules.Rules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One check of generated Compose files, alone in a JVM, as a build does it: how much CPU time it takes. {@link GrowthTable}
 * starts it with less and less memory, too.
 */
public final class Growth {
    /** 5,000 of them have less than the 100,000 values that Docker Compose takes in one file. */
    private static final String SERVICE = """
              service%d:
                image: nginx:1.27
                read_only: true
                environment:
                  TZ: Europe/Berlin
                tmpfs:
                  - /run:size=1m
                volumes:
                  - data%d:/var/lib/data
                  - ./conf:/etc/nginx/conf.d
            """;

    private Growth() {}

    /** What grows. */
    public enum What {
        /** Compose files of one service each, all in one check, each a project of its own. */
        FILES,
        /** As many checks of one such file each, as in a build of many modules. */
        CHECKS,
        /** Services in one Compose file. */
        SERVICES
    }

    /** Writes what there is to check. */
    static void generate(What what, int number, Path directory) throws IOException {
        if (what == What.SERVICES) {
            StringBuilder text = new StringBuilder("services:\n");
            for (int i = 0; i < number; i++) {
                text.append(SERVICE.formatted(i, i));
            }
            text.append("volumes:\n");
            for (int i = 0; i < number; i++) {
                text.append("  data").append(i).append(":\n");
            }
            Files.writeString(directory.resolve("compose.yaml"), text);
            return;
        }
        for (int i = 0; i < number; i++) {
            Path module = Files.createDirectories(directory.resolve("module" + i / 100 + "/part" + i));
            Files.writeString(
                    module.resolve("compose.yaml"),
                    "services:\n" + SERVICE.formatted(i, i) + "volumes:\n  data" + i + ":\n");
        }
    }

    /**
     * Checks, and prints the milliseconds of CPU time and the number of containers.
     *
     * @param arguments what, and the directory
     */
    public static void main(String[] arguments) throws Exception {
        What what = What.valueOf(arguments[0]);
        Path directory = Path.of(arguments[1]);
        Check check = new Check(Rules.all());
        int containers = 0;
        for (ProjectSettings settings : settings(what, directory)) {
            Report report = check.run(ProjectLoader.load(settings), Policy.standard());
            containers += report.containers().size();
        }
        System.out.println(
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000 + " " + containers);
    }

    private static List<ProjectSettings> settings(What what, Path directory) throws IOException {
        ProjectSettings here = ProjectSettings.in(directory);
        if (what == What.FILES) {
            ProjectSettings.Compose each = new ProjectSettings.Compose(
                    ProjectSettings.Search.HERE,
                    List.of(),
                    Optional.of(new ProjectSettings.Patterns(List.of("**/compose.yaml"), List.of())),
                    List.of("*"));
            return List.of(here.with(each));
        } else if (what == What.SERVICES) {
            return List.of(here);
        }
        try (var all = Files.walk(directory)) {
            return all.filter(file -> file.endsWith("compose.yaml"))
                    .sorted()
                    .map(file -> ProjectSettings.in(file.getParent()))
                    .toList();
        }
    }
}
