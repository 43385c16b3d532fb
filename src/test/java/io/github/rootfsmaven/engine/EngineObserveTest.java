package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.app.ObserveGoal;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.knowledge.Observation;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.observe.Observer;
import io.github.rootfsmaven.observe.Seen;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.Lines;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What {@code observe} sees of containers, and what {@code check} makes of it. */
@OnEngine
class EngineObserveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Writes where nobody would look for it, and works only if it can. */
    private static final String ODD = """
            mkdir -p /opt/odd/ledger && echo 42 >/opt/odd/ledger/book || exit 1
            echo mark >/srv/files/mark || exit 2
            echo ready
            exec sleep infinity
            """;

    private static final String ODD_KEYS = "command: [\"sh\", \"/odd.sh\"]\nvolumes: [\"./odd.sh:/odd.sh:ro\"]\n";

    @Test
    @Claim(
            "A program that nobody knows is observed where its root is writable; then check names every place that it needs,"
                    + " and with those places it runs read-only")
    void anUnknownProgram() throws Exception {
        try (Stack stack = Stack.of(Stack.service(ODD_KEYS)).with("odd.sh", ODD)) {
            stack.up();
            ready(stack);
            Seen seen = only(stack);
            assertThat(paths(seen)).containsExactly("/opt/odd", "/srv/files");
            assertThat(seen.drift()).isEmpty();
            keep(stack, seen);

            stack.with("compose.yaml", tiny(Stack.service(ODD_KEYS, "read_only: true")));
            Prediction prediction = Prediction.of(stack.directory(), List.of());
            assertThat(prediction.report().containers().get(0).verdict()).isEqualTo(Verdict.BREAKS);
            assertThat(prediction.writes())
                    .extracting(write -> write.path().value())
                    .contains("/opt/odd", "/srv/files");
            stack.up();
            assertThat(Deadline.reached(PATIENCE, () -> stack.logs("app").contains("Read-only file system")))
                    .as(stack.logs("app"))
                    .isTrue();

            stack.with(
                    "compose.yaml",
                    tiny(Stack.service(
                            ODD_KEYS, "read_only: true", "tmpfs: [\"/opt/odd:size=1m\", \"/srv/files:size=1m\"]")));
            assertThat(Prediction.of(stack.directory(), List.of())
                            .report()
                            .containers()
                            .get(0)
                            .verdict())
                    .isEqualTo(Verdict.HARDENED);
            stack.up();
            ready(stack);
            assertThat(only(stack).says().english()).isEqualTo("is read-only and was refused nothing");
        }
    }

    @Test
    @Claim(
            "What a read-only container is refused is observed from its log, and what the files know of another start is not"
                    + " taken for certain")
    void aReadOnlyContainer() throws Exception {
        try (Stack stack = Stack.of(Stack.service(ODD_KEYS, "read_only: true")).with("odd.sh", ODD)) {
            stack.up();
            assertThat(Deadline.reached(PATIENCE, () -> stack.logs("app").contains("Read-only file system")))
                    .isTrue();
            Seen seen = only(stack);
            assertThat(paths(seen)).containsExactly("/opt/odd");
            keep(stack, seen);
            assertThat(Prediction.of(stack.directory(), List.of()).writes())
                    .filteredOn(write -> write.path().value().equals("/opt/odd"))
                    .singleElement()
                    .satisfies(write -> assertThat(Confidence.of(write)).isEqualTo(Confidence.LIKELY))
                    .satisfies(write -> assertThat(write.evidence()).isEqualTo(Write.Evidence.OBSERVED_BEFORE));

            stack.with("compose.yaml", tiny(Stack.service("command: [\"sh\", \"-c\", \"sleep 1000\"]")));
            assertThat(Prediction.of(stack.directory(), List.of()).writes())
                    .extracting(write -> write.path().value())
                    .doesNotContain("/opt/odd");
        }
    }

    @Test
    @Claim("A container that is not what its files say now is told: root filesystem, mounts and their access, user")
    void drift() throws Exception {
        try (Stack stack = Stack.up(
                Stack.service("tmpfs: [/tmp]", "volumes: [\"data:/data\", \".:/mnt/a\"]", "user: \"1000\"") + VOLUME)) {
            stack.with(
                    "compose.yaml",
                    tiny(Stack.service(
                                    "read_only: true",
                                    "tmpfs: [/var/tmp]",
                                    "volumes: [\"data:/data\", \".:/mnt/a:ro\"]",
                                    "user: \"1001\"")
                            + VOLUME));
            assertThat(only(stack).drift())
                    .extracting(Message::english)
                    .containsExactlyInAnyOrder(
                            "its root filesystem is writable, and read-only in the files",
                            "a tmpfs is mounted on /tmp, of which the files say nothing",
                            "nothing is mounted on /var/tmp, and a tmpfs in the files",
                            "/mnt/a is writable, and read-only in the files",
                            "it runs as another user than 1001, which the files name");
        }
    }

    private static final String VOLUME = "volumes: {data: {}}\n";

    @Test
    @Claim("A container that writes a file a second is observed while it does")
    void aContainerThatWritesAllTheTime() throws Exception {
        String writes =
                "command: [sh, -c, \"i=0; while true; do i=$$((i+1)); echo a >/srv/files/f$$i; sleep 1; done\"]";
        try (Stack stack = Stack.app(writes)) {
            assertThat(Deadline.reached(PATIENCE, () -> !paths(only(stack)).isEmpty()))
                    .isTrue();
            assertThat(paths(only(stack))).containsExactly("/srv/files");
        }
    }

    @Test
    @Claim("Of 100,000 changed files a container's observation names the few directories, in short time")
    void aHundredThousandFiles() throws Exception {
        String writes =
                "command: [sh, -c, \"mkdir -p /var/lib/store/d /srv/files/e; cd /var/lib/store/d; seq 1 50000 | xargs touch;"
                        + " cd /srv/files/e; seq 1 50000 | xargs touch; echo ready; sleep 1000\"]";
        try (Stack stack = Stack.app(writes)) {
            ready(stack);
            long start = System.nanoTime();
            Seen seen = only(stack);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("100,000 changed files were observed in " + took.toMillis() + " ms");
            assertThat(paths(seen)).containsExactly("/srv/files", "/var/lib/store");
            assertThat(took).isLessThan(PATIENCE);
        }
    }

    @Test
    @Claim("A container that vanishes while it is observed is passed over, and the others are not")
    void aContainerThatVanishes() throws Exception {
        StringBuilder services = new StringBuilder("services:\n");
        for (int i = 0; i < 8; i++) {
            services.append(
                    "  s%d: {image: TINY, network_mode: none, command: [sh, -c, \"echo a >/srv/files/f; sleep 1000\"]}\n"
                            .formatted(i));
        }
        try (Stack stack = Stack.up(services.toString())) {
            assertThat(Deadline.reached(
                            PATIENCE,
                            () -> look(stack).stream()
                                            .filter(seen -> !paths(seen).isEmpty())
                                            .count()
                                    == 8))
                    .isTrue();
            String last = stack.container("s7");
            CompletableFuture<Answer> gone = CompletableFuture.supplyAsync(() -> Docker.run("rm", "-f", last));
            List<Seen> during = look(stack);
            gone.join();
            assertThat(during).hasSizeBetween(7, 8);
            // one that is gone before it can be asked its name is told by its id
            assertThat(during.stream()
                            .filter(seen -> !seen.title().startsWith("s7"))
                            .filter(seen -> !seen.says().english().equals("it is gone")))
                    .hasSize(7)
                    .allSatisfy(seen -> assertThat(paths(seen)).containsExactly("/srv/files"));
            List<Seen> named = new Observer()
                    .look(
                            ProjectLoader.load(ProjectSettings.in(stack.directory())),
                            List.of(last, stack.container("s0")));
            assertThat(named)
                    .extracting(one -> one.says().english())
                    .containsExactlyInAnyOrder("there is no such container", "wrote to 1 place: /srv/files");
        }
    }

    @Test
    @Claim(
            "Nothing of a container's environment, of its labels, or of a variable in its command gets into what is observed")
    void noValueOfAVariableIsKept() throws Exception {
        String keys = "environment: {PASSWORD: s3cr3t-in-environment}\nlabels: {token: s3cr3t-in-label}\n"
                + "command: [sh, -c, \"echo $$PASSWORD >/srv/files/x; sleep 1000\", \"${SECRET}\"]\n";
        try (Stack stack = Stack.of(Stack.service(keys)).with(".env", "SECRET=s3cr3t-in-command")) {
            stack.up();
            assertThat(Deadline.reached(PATIENCE, () -> !paths(only(stack)).isEmpty()))
                    .isTrue();
            Seen seen = only(stack);
            assertThat(keep(stack, seen)).doesNotContain("s3cr3t").contains("${SECRET}");
            String once = Files.readString(file(stack));
            assertThat(keep(stack, only(stack))).as("a second run").isEqualTo(once);
        }
    }

    @Test
    @Claim("What Docker Compose copies into a container, a config of text, is no write of its program")
    void whatComposeCopiesIn() throws Exception {
        String configs = "configs:\n  inline: {content: \"port=80\"}\n";
        String keys = "configs: [{source: inline, target: /etc/app/inline.conf}]\n"
                + "command: [sh, -c, \"echo a >/data/x; echo ready; sleep 1000\"]\n";
        try (Stack stack = Stack.up(Stack.service(keys) + configs)) {
            ready(stack);
            assertThat(Docker.run("diff", stack.container("app")).out()).contains("/etc/app/inline.conf");
            assertThat(paths(only(stack))).containsExactly("/data");
            assertThat(only(stack).drift()).isEmpty();
        }
    }

    @Test
    @Claim("An image that is built here is observed by the name of its service")
    void aBuiltImage() throws Exception {
        String compose = "services:\n  app:\n    build: .\n    network_mode: none\n";
        try (Stack stack = Stack.of(compose)
                .with(
                        "Dockerfile",
                        "FROM " + TinyImage.NAME
                                + "\nCMD [\"sh\", \"-c\", \"echo a >/opt/app/work/x; sleep 1000\"]\n")) {
            assertThat(stack.compose("up", "-d", "--build").succeeded()).isTrue();
            assertThat(Deadline.reached(PATIENCE, () -> !paths(only(stack)).isEmpty()))
                    .isTrue();
            assertThat(keep(stack, only(stack))).contains("services: [app]").doesNotContain("digest:", "names:");
            stack.with("compose.yaml", compose + "    read_only: true\n");
            assertThat(Prediction.of(stack.directory(), List.of()).writes())
                    .filteredOn(write -> write.evidence() == Write.Evidence.OBSERVED_BEFORE)
                    .extracting(write -> write.path().value())
                    .containsExactly("/opt/app/work");
        }
    }

    @Test
    @Claim("A container of a docker run line is observed by its name")
    void aContainerByItsName() throws Exception {
        TinyImage.make();
        try (Stack stack = Stack.of("services: {}\n")) {
            String name = "rootfs-test-observe-" + ProcessHandle.current().pid();
            Docker.run("run", "-d", "--name", name, TinyImage.NAME, "sh", "-c", "echo a >/data/x; sleep 1000");
            try {
                assertThat(Deadline.reached(PATIENCE, () -> {
                            List<Seen> seen = named(stack, name);
                            return seen.get(0).says().english().equals("wrote to 1 place: /data");
                        }))
                        .isTrue();
            } finally {
                Docker.run("rm", "-f", name);
            }
        }
    }

    @Test
    @Claim("The goal tells one line for each container, adds to the file, and leaves a broken file as it is")
    void theGoal() throws Exception {
        try (Stack stack = Stack.app("command: [sh, -c, \"echo a >/data/x; echo ready; sleep 1000\"]")) {
            ready(stack);
            Lines lines = new Lines();
            assertThat(goal(stack, lines)).isEmpty();
            assertThat(lines.all())
                    .satisfiesExactly(
                            line -> assertThat(line).matches("app \\(.*-app-1\\): wrote to 1 place: /data"),
                            line -> assertThat(line)
                                    .isEqualTo("Observed 1 container, 1 place; kept in rootfs-observed.yaml."));
            String once = Files.readString(file(stack));
            assertThat(once).contains("- path: /data\n").doesNotContain("digest");
            assertThat(goal(stack, lines)).isEmpty();
            assertThat(Files.readString(file(stack))).isEqualTo(once);

            stack.with(ProjectSettings.OBSERVED, "schema: 2\n");
            assertThatThrownBy(() -> goal(stack, lines)).isInstanceOf(InvalidInput.class);
            assertThat(file(stack)).hasContent("schema: 2\n");
            Files.delete(file(stack));

            stack.compose("down", "-t", "0");
            lines.all().clear();
            assertThat(goal(stack, lines))
                    .contains("Nothing was observed: there is no container of this project's Compose files,"
                            + " and failIfNothingObserved is set.");
            assertThat(file(stack)).doesNotExist();
        }
    }

    private static Optional<String> goal(Stack stack, Lines lines) throws Exception {
        return new ObserveGoal(new Observer(), lines.screen(stack.directory()))
                .run(ProjectSettings.in(stack.directory()), List.of(), true);
    }

    private static List<Seen> named(Stack stack, String name) {
        try {
            return new Observer().look(ProjectLoader.load(ProjectSettings.in(stack.directory())), List.of(name));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static String tiny(String compose) {
        return compose.replace("TINY", TinyImage.NAME);
    }

    private static void ready(Stack stack) {
        assertThat(Deadline.reached(PATIENCE, () -> stack.logs("app").contains("ready")))
                .as(() -> stack.logs("app"))
                .isTrue();
    }

    static List<Seen> look(Stack stack) {
        try {
            return new Observer().look(ProjectLoader.load(ProjectSettings.in(stack.directory())), List.of());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    static Seen only(Stack stack) {
        List<Seen> all = look(stack);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    static List<String> paths(Seen seen) {
        return seen.observation().stream()
                .flatMap(observation -> observation.places().stream())
                .map(Observation.Place::path)
                .toList();
    }

    static Path file(Stack stack) {
        return stack.directory().resolve(ProjectSettings.OBSERVED);
    }

    /** As the goal does. */
    static String keep(Stack stack, Seen seen) throws Exception {
        String text = io.github.rootfsmaven.knowledge.ObservedFile.with(
                file(stack), List.of(seen.observation().orElseThrow()));
        return Files.readString(Files.writeString(file(stack), text));
    }
}
