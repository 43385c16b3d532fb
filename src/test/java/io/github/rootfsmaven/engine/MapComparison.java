package io.github.rootfsmaven.engine;

import io.github.rootfsmaven.engine.GeneratedProject.GeneratedService;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a generated project and holds the plugin's map of each container against what root inside it gets. */
final class MapComparison {
    private static final List<String> EVERYWHERE = List.of(
            "/",
            "/bin",
            "/boot",
            "/etc",
            "/etc/passwd",
            "/etc/hosts",
            "/etc/hostname",
            "/etc/resolv.conf",
            "/home",
            "/opt/app/program",
            "/own",
            "/made/own",
            "/made/roots",
            "/data",
            "/run",
            "/run/lock",
            "/var/run/new",
            "/srv",
            "/tmp",
            "/usr/local/bin",
            "/var/lib/store",
            "/var/tmp",
            "/variant",
            "/dev",
            "/dev/shm",
            "/dev/null",
            "/dev/mqueue",
            "/dev/pts",
            "/proc",
            "/proc/sys",
            "/proc/sys/kernel/core_pattern",
            "/proc/irq",
            "/proc/bus",
            "/proc/fs",
            "/proc/sysrq-trigger",
            "/proc/acpi",
            "/proc/scsi",
            "/sys",
            "/sys/kernel",
            "/sys/firmware",
            "/sys/fs/cgroup");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int AT_ONCE = 6;

    /** Two answers to one question. */
    record Difference(String service, String path, String predicted, String seen) {
        @Override
        public String toString() {
            return service + " " + path + ": the map says " + predicted + ", the container says " + seen;
        }

        boolean isLike(Difference other) {
            return service.equals(other.service)
                    && path.equals(other.path)
                    && predicted.equals(other.predicted)
                    && seen.equals(other.seen);
        }
    }

    /**
     * What came of one project.
     *
     * @param containers how many ran
     * @param paths how many answers were compared
     * @param refused what the engine said of those that it did not start, by service
     */
    record Outcome(int containers, int paths, List<Difference> differences, Map<String, String> refused) {}

    private MapComparison() {}

    /** Runs it and compares. */
    static Outcome of(GeneratedProject project) throws IOException, BadParameter, InvalidInput {
        Path directory = Files.createTempDirectory("rootfs-map").toRealPath();
        String name = "rootfs-map-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            project.write(directory);
            Map<String, String> refused = start(project, directory, name);
            Project predicted = ProjectLoader.load(ProjectSettings.in(directory));
            Map<String, Future<Outcome>> answers = new HashMap<>();
            for (GeneratedService service : project.services()) {
                if (!refused.containsKey(service.name())) {
                    Container container = predicted.containers().stream()
                            .filter(one -> one.name()
                                    .filter(key -> key.value().equals(service.name()))
                                    .isPresent())
                            .findFirst()
                            .orElseThrow(() ->
                                    new AssertionError(predicted.problems().toString()));
                    answers.put(
                            service.name(),
                            pool.submit(() -> compare(service, container, name + "-" + service.name() + "-1")));
                }
            }
            int paths = 0;
            List<Difference> differences = new ArrayList<>();
            for (Future<Outcome> answer : answers.values()) {
                paths += answer.get().paths();
                differences.addAll(answer.get().differences());
            }
            return new Outcome(answers.size(), paths, differences, refused);
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(project.text(), failed);
        } finally {
            pool.shutdownNow();
            remove(project, directory, name);
        }
    }

    /** @return what the engine said of each service that it did not start */
    private static Map<String, String> start(GeneratedProject project, Path directory, String name) {
        Answer up = up(directory, name);
        if (!up.succeeded()) {
            // Creating many at once, the engine now and then loses a volume that is to be taken over; asked again it
            // finds it.
            up = up(directory, name);
        }
        Map<String, String> refused = new HashMap<>();
        if (up.succeeded()) {
            return refused;
        }
        // One refusal stops the rest of a project: start each by itself.
        for (GeneratedService service : project.services()) {
            String container = name + "-" + service.name() + "-1";
            if (!isRunning(container)) {
                Answer start = Docker.run("start", container);
                if (!start.succeeded() || !isRunning(container)) {
                    String why = start.error().contains("No such container") ? up.error() : start.error();
                    refused.put(service.name(), why);
                }
            }
        }
        return refused;
    }

    private static Answer up(Path directory, String name) {
        return compose(directory, name, "up", "-d", "--no-build", "--pull", "never", "--quiet-pull");
    }

    private static boolean isRunning(String container) {
        return Docker.run("inspect", "--format", "{{.State.Running}}", container)
                .out()
                .equals("true");
    }

    private static Outcome compare(GeneratedService service, Container container, String id) {
        WritableMap map = container.map();
        List<Difference> differences = new ArrayList<>();
        List<String> asked = List.copyOf(pathsOf(service, map));
        int paths = 0;
        for (Map.Entry<String, String> answer : Probe.ask(id, asked, "-u", "0").entrySet()) {
            if (answer.getValue().equals("absent")) {
                continue;
            }
            Access predicted = map.access(answer.getKey());
            paths += predicted == Access.UNKNOWN ? 0 : 1;
            String expected = switch (predicted) {
                case WRITABLE -> "ok";
                case READ_ONLY -> "erofs";
                // the host decides, see WritableMap: the map must not say more than it knows
                case UNKNOWN -> answer.getKey().equals("/sys/fs/cgroup") ? answer.getValue() : "neither";
            };
            if (!expected.equals(answer.getValue())) {
                differences.add(new Difference(service.name(), answer.getKey(), predicted.word(), answer.getValue()));
            }
        }
        Optional<String> user = container.process().user().map(Located::value);
        if (user.isPresent()) {
            for (Map.Entry<String, String> answer : Probe.ask(id, asked).entrySet()) {
                Optional<Boolean> predicted =
                        map.writableBy(user.get(), answer.getKey()).value();
                if (predicted.isPresent() && !answer.getValue().equals("absent")) {
                    paths++;
                    if (predicted.get() != answer.getValue().equals("ok")) {
                        String says = (predicted.get() ? "" : "not ") + "writable by " + user.get();
                        differences.add(new Difference(service.name(), answer.getKey(), says, answer.getValue()));
                    }
                }
            }
        }
        return new Outcome(1, paths, differences, Map.of());
    }

    private static Set<String> pathsOf(GeneratedService service, WritableMap map) {
        Set<String> paths = new TreeSet<>(EVERYWHERE);
        List<String> targets = new ArrayList<>(service.targets());
        map.entries().forEach(entry -> targets.add(entry.path()));
        for (String target : targets) {
            String clean = Paths.clean(target);
            paths.add(clean);
            paths.add(Paths.parent(clean));
            if (!clean.startsWith("/proc") && !clean.startsWith("/sys") && !clean.startsWith("/dev/")) {
                paths.add(Paths.clean(clean + "/new"));
            }
        }
        return paths;
    }

    private static void remove(GeneratedProject project, Path directory, String name) {
        // down asks each container to stop first; they do not listen
        List<String> words = new ArrayList<>(List.of("rm", "-f", "-v"));
        project.services().forEach(service -> words.add(name + "-" + service.name() + "-1"));
        Docker.run(words.toArray(String[]::new));
        compose(directory, name, "down", "-v", "-t", "0");
        Stack.delete(directory);
    }

    private static Answer compose(Path directory, String name, String... words) {
        List<String> all = new ArrayList<>(List.of("compose", "-p", name));
        all.addAll(List.of(words));
        return Docker.run(directory, "", all.toArray(String[]::new));
    }
}
