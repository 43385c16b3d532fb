package io.github.rootfsmaven.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The engine that answers, and what it is made of. */
final class Engine {
    private static final boolean ANSWERS =
            Docker.run("version", "--format", "{{.Server.Version}}").succeeded();

    private Engine() {}

    /** Whether there is one. */
    static boolean answers() {
        return ANSWERS;
    }

    /** The version of runc, such as {@code 1.3.6}; what it mounts how changed between versions. */
    static String runc() {
        String components = Docker.run(
                        "version", "--format", "{{range .Server.Components}}{{.Name}} {{.Version}};{{end}}")
                .out();
        return Arrays.stream(components.split(";"))
                .filter(component -> component.startsWith("runc "))
                .map(component -> component.substring("runc ".length()).replaceFirst("[^0-9.].*", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the engine does not say which runc it uses: " + components));
    }

    /** Whether its runc is at least that version. */
    static boolean runcIsAtLeast(int major, int minor) {
        List<Integer> version =
                Arrays.stream(runc().split("\\.")).map(Integer::valueOf).toList();
        return version.get(0) > major || (version.get(0) == major && version.get(1) >= minor);
    }

    /** What the claims were proved on, in one line. */
    static String description() {
        String info = Docker.run(
                        "info", "--format", "cgroup v{{.CgroupVersion}}, storage {{.Driver}}, {{.SecurityOptions}}")
                .out();
        return "Docker "
                + Docker.run("version", "--format", "{{.Server.Version}}").out()
                + ", Docker Compose "
                + Docker.run("compose", "version", "--short").out()
                + ", runc " + runc()
                + ", " + info
                + ", Linux "
                + Docker.run("info", "--format", "{{.KernelVersion}}").out().replaceFirst("^(\\d+\\.\\d+).*", "$1")
                + (Files.exists(Path.of("/sys/module/apparmor")) ? ", with AppArmor" : ", without AppArmor");
    }
}
