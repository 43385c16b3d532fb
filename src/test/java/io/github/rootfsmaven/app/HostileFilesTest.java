package io.github.rootfsmaven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what their names say, or lead elsewhere: {@code check} ends, and says what it has not read. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    private static final String SECRET = "LAST_SEEN_OUTSIDE";
    private static final String IRREGULAR = "it is no regular file";

    @TempDir
    Path temporary;

    private Path directory;
    private Path outside;

    @BeforeEach
    void directories() throws IOException {
        directory = Files.createDirectories(temporary.resolve("a/b/project"));
        outside = Files.createDirectories(temporary.resolve("a/outside"));
    }

    /** Nobody writes into these pipes: who opens one waits for ever. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            compose.yaml,          compose.yaml:1:1: error[invalid-compose] The file cannot be read: it is no regular file.
            .env,                  .env:1:1: error[invalid-compose] The file cannot be read: it is no regular file.
            compose.override.yaml, compose.override.yaml:1:1: error[invalid-compose] The file cannot be read: it is no regular file.
            named/Dockerfile,      Dockerfile:1:1: warning[not-read] The Dockerfile cannot be read: it is no regular file.
            a.env,
            Dockerfile,
            x.sh,
            Makefile,
            docker/dev.yaml,
            named/.dockerignore,
            """)
    void pipes(String name, String said) throws Exception {
        write("compose.yaml", "services: {a: {build: named, env_file: a.env, read_only: true}}\n");
        write("named/Dockerfile", "FROM scratch\nCOPY *.sh /\n");
        pipe(name);
        pipe("named/start.sh");
        List<String> lines = check();
        assertThat(lines).anyMatch(line -> line.contains(said == null ? "1 container" : said));
        if (said == null) {
            assertThat(lines).noneMatch(line -> line.contains(IRREGULAR));
        }
    }

    @Test
    void linksInACircle() throws Exception {
        write("compose.yaml", "services: {a: {image: x}}\n");
        write("deep/er/Dockerfile", "FROM scratch\nVOLUME /etc\n");
        Files.createSymbolicLink(directory.resolve("deep/er/again"), directory);
        Files.createSymbolicLink(directory.resolve("deep/er/up"), Path.of(".."));
        Files.createSymbolicLink(directory.resolve("Dockerfile"), Path.of("Dockerfile"));
        Files.createSymbolicLink(directory.resolve("x.sh"), Path.of("y.sh"));
        Files.createSymbolicLink(directory.resolve("y.sh"), Path.of("x.sh"));
        Files.createSymbolicLink(directory.resolve(".env"), Path.of(".env"));
        Files.createSymbolicLink(directory.resolve("compose.override.yaml"), Path.of("compose.override.yaml"));
        assertThat(check())
                .anyMatch(line -> line.contains("2 containers"))
                .anyMatch(line -> line.startsWith("deep/er/Dockerfile:"))
                .noneMatch(line -> line.contains("again") || line.contains("/up"));
    }

    /** A hole of 2 GB, as {@code truncate -s 2G} makes it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            compose.yaml, 'compose.yaml:1:1: error[invalid-compose] The file is larger than 16 MB, which is the most that is read.'
            .env,         '.env:1:1: error[invalid-compose] The file is larger than 16 MB, which is the most that is read.'
            Dockerfile,   'Dockerfile:1:1: error[invalid-dockerfile] The file is larger than 1 MB, which is the most that is read.'
            x.sh,         'x.sh:1:1: warning[not-read] The script was not read: it is larger than 512 KB.'
            """)
    void twoGigabytes(String name, String said) throws Exception {
        write("compose.yaml", "services: {a: {image: x}}\n");
        check();
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        List<String> lines = check();
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(200L << 20);
        assertThat(lines.stream().filter(line -> line.startsWith(name + ":") && line.contains("[")))
                .containsExactly(said);
    }

    /** On Linux a regular file whose first byte cannot be read: as from a failing disk. */
    @Test
    void aReadThatFails() throws Exception {
        Path memory = Path.of("/proc/self/mem");
        assumeTrue(Files.isReadable(memory), "SKIPPED: no " + memory);
        write("docker/Dockerfile", "FROM scratch\n");
        Files.createSymbolicLink(directory.resolve("compose.yaml"), memory);
        assertThat(check())
                .anyMatch(line -> line.startsWith("compose.yaml:1:1: error[invalid-compose] The file cannot be read:"))
                .anyMatch(line -> line.contains("1 container"));
    }

    /** For root a file is closed to nobody, so the check runs without the capabilities that open it. */
    @Test
    void whatNobodyMayRead() throws Exception {
        write(
                "compose.yaml",
                "services: {a: {build: ./named, read_only: true}, b: {image: x, env_file: closed.env}}\n");
        write("named/Dockerfile", "FROM scratch\n");
        write("closed/Dockerfile", "FROM scratch\n");
        write("open/Dockerfile", "FROM scratch\nVOLUME /etc\n");
        write("closed.env", "A=" + SECRET);
        write("x.sh", "docker run x");
        List<String> closed = List.of("named/Dockerfile", "closed", "closed.env", "x.sh");
        for (String name : closed) {
            permit(name, "000");
        }
        try {
            List<String> lines = withoutCapabilities();
            assertThat(lines)
                    .contains("x.sh:1:1: warning[not-read] The script was not read: no permission, or a failing disk.")
                    .anyMatch(line -> line.contains("named/Dockerfile:1:1: warning[not-read] The Dockerfile cannot be"
                            + " read: no permission, or a failing disk."))
                    .anyMatch(line -> line.startsWith("open/Dockerfile:"))
                    .noneMatch(line -> line.contains("closed/"));
        } finally {
            for (String name : closed) {
                permit(name, "700");
            }
        }
    }

    @Test
    void namesThatATerminalWouldObey() throws Exception {
        String name = "a\n\u001b[2J\u009b2J\u0085::error::<b>\"'&,;%0A\u202e\u2067\r";
        write("compose.yaml", "services: {a: {image: x, read_only: true}}\n");
        write(name + "/Dockerfile", "FROM scratch\nVOLUME /etc\n");
        write(name + ".sh", "docker run -v /etc:/etc x\n");
        write("docker/" + name + ".yaml", "services: {b: {image: x, volumes: ['/:/host']}}\n");
        List<String> lines = check();
        assertThat(lines).anyMatch(line -> line.contains("4 containers"));
        assertThat(lines.stream().flatMap(String::lines))
                .allSatisfy(line -> assertThat(line.chars()).noneMatch(HostileFilesTest::isObeyed));
        try (Stream<Path> reports = Files.list(output())) {
            List<Path> all = reports.toList();
            assertThat(all).hasSize(6);
            for (Path report : all) {
                String text = Files.readString(report);
                assertThat(text).doesNotContain("<b>\"", SECRET);
                assertThat(text.chars()).noneMatch(c -> c != '\n' && isObeyed(c));
            }
        }
    }

    /** C0, C1, and what turns the reading direction or cannot be seen. */
    private static boolean isObeyed(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    /** A value may hold half a surrogate pair, which is no text in UTF-8. */
    @Test
    void valuesThatAreNoText() throws Exception {
        write(
                "compose.yaml",
                "services: {a: {user: \"\\ud83d\", image: \"x\\ud83d\", volumes: [\"/\\ud83d:/etc/\\ud83d\"]}}\n");
        write(
                "rootfs-observed.yaml",
                "schema: 1\nimages: [{id: \"\\udc33\", names: [\"\\udc33\"], sources: [x], writes: []}]\n");
        assertThat(check()).anyMatch(line -> line.contains("1 container"));
    }

    /** A locale without the letter makes another name of it, which Path does not take. */
    @Test
    void namesThatAreNoText() throws Exception {
        write("compose.yaml", "services: {a: {image: x}}\n");
        Process made = new ProcessBuilder(
                        "sh", "-c", "printf 'FROM scratch\\n' > \"$(printf 'Dockerfile.\\377')\" && ls")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        assertThat(check()).anyMatch(line -> line.contains("2 containers"));
    }

    @Test
    void discoveryFollowsNoLinkOutOfTheModule() throws Exception {
        write("compose.yaml", "services: {a: {build: ., read_only: true}}\n");
        write("Dockerfile", "FROM scratch\nCOPY entry.sh lib/ /bin/\nENTRYPOINT [\"/bin/entry.sh\"]\n");
        Files.writeString(outside.resolve("Dockerfile"), "FROM scratch\nVOLUME /" + SECRET + "\n");
        Files.writeString(outside.resolve("run.sh"), "touch /" + SECRET + "\ndocker run " + SECRET + "\n");
        Files.createSymbolicLink(directory.resolve("Dockerfile.other"), outside.resolve("Dockerfile"));
        Files.createSymbolicLink(directory.resolve("lib"), outside);
        Files.createSymbolicLink(directory.resolve("entry.sh"), outside.resolve("run.sh"));
        Files.createSymbolicLink(directory.resolve("run.sh"), Path.of("../../outside/run.sh"));
        assertThat(check()).anyMatch(line -> line.contains("1 container")).noneMatch(line -> line.contains(SECRET));
    }

    /** And nothing beside it: not what a COPY names there, nor what is mounted from there. */
    @Test
    void whatTheComposeFileNamesIsReadWhereverItIs() throws Exception {
        Files.writeString(outside.resolve("Dockerfile"), "FROM scratch\nVOLUME /etc/named\n");
        Files.writeString(outside.resolve("base.yaml"), "services: {base: {image: x, volumes: ['/:/base']}}\n");
        Files.writeString(outside.resolve("start.sh"), "touch /" + SECRET + "\n");
        Files.writeString(outside.resolve("other.yaml"), "services: {c: {image: " + SECRET + "}}\n");
        write("Dockerfile", "FROM scratch\nCOPY ../../outside/start.sh /s/\nCMD [\"/s/start.sh\"]\n");
        write("compose.yaml", """
                services:
                  a: {build: ../../outside, read_only: true}
                  b: {extends: {file: %s/base.yaml, service: base}}
                  c: {build: ., read_only: true, volumes: ['../../outside/start.sh:/m.sh'], entrypoint: /m.sh}
                  d: {build: '~/no-such-directory-of-ours'}
                  e: {build: ../../../../../../../../../../../../no-such-directory-of-ours}
                """.formatted(outside));
        assertThat(check())
                .anyMatch(line -> line.startsWith("../../outside/Dockerfile:2:8:"))
                .anyMatch(line -> line.startsWith("../../outside/base.yaml:1:"))
                .noneMatch(line -> line.contains(SECRET));
    }

    /** Paths that lead elsewhere, in each place that takes one: what they name may be read, and nothing around it. */
    @Test
    void pathsThatLeadElsewhere() throws Exception {
        Files.writeString(outside.resolve("included.yaml"), "services: {i: {image: x, env_file: in.env}}\n");
        Files.writeString(outside.resolve("named.env"), "NAMED=" + SECRET + "\n");
        Files.writeString(outside.resolve("in.env"), "IN=" + SECRET + "\n");
        Files.writeString(outside.resolve("secret"), SECRET);
        for (String name : List.of("compose.yaml", "docker-compose.yml", "Dockerfile", "run.sh", "Makefile")) {
            Files.writeString(
                    outside.resolve(name),
                    "FROM " + SECRET + "\nservices: {" + SECRET + ": {image: y}}\nx:\n\tdocker run " + SECRET + "\n");
        }
        Files.writeString(outside.resolve("run.sh"), "#!/bin/sh\ntouch /" + SECRET + "\n");
        write("Dockerfile", """
                FROM scratch
                COPY ../../outside/run.sh C:\\x\\run.sh ~/run.sh /bin/
                ADD ../../outside /all/
                WORKDIR ../../../..
                VOLUME ["../../x", "C:\\\\data", "~/x"]
                CMD ["/bin/run.sh"]
                """);
        write("compose.yaml", """
                include: ['../../outside/included.yaml']
                services:
                  a:
                    build: {context: ., additional_contexts: {more: ../../outside, far: 'C:\\more'}}
                    read_only: true
                    env_file:
                      - ../../outside/named.env
                      - {path: 'C:\\no\\such.env', required: false}
                      - {path: '~/no-such.env', required: false}
                      - {path: /no/such.env, required: false}
                    volumes: ['C:\\data:/data', '~/x:/x', '../../../..:/host:ro', '\\\\server\\share:/s', 'D:/d:/d']
                    secrets: [s]
                    configs: [c]
                  b: {build: 'C:\\work\\b'}
                  c: {build: {context: ., dockerfile: 'C:\\work\\Dockerfile'}}
                  d: {build: /no/such/directory}
                secrets: {s: {file: ../../outside/secret}}
                configs: {c: {file: ../../outside/secret}}
                """);
        List<String> lines = check();
        assertThat(lines).anyMatch(line -> line.contains("5 containers")).noneMatch(line -> line.contains(SECRET));
        try (Stream<Path> reports = Files.list(output())) {
            for (Path report : reports.toList()) {
                assertThat(Files.readString(report)).doesNotContain(SECRET);
            }
        }
        try (Stream<Path> there = Files.list(outside)) {
            assertThat(there).hasSize(9);
        }
    }

    /** Of many files only those are opened that are called like one of ours; the others need not even be readable. */
    @Test
    void tenThousandFiles() throws Exception {
        write("compose.yaml", "services: {a: {image: x}}\n");
        write("d42/Dockerfile", "FROM scratch\n");
        for (int i = 0; i < 100; i++) {
            Path place = Files.createDirectories(directory.resolve("d" + i));
            for (int j = 0; j < 100; j++) {
                Files.createFile(place.resolve("f" + j + ".yaml"));
            }
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        check();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThat(check()).anyMatch(line -> line.contains("2 containers"));
        long bytes = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes).isLessThan(400L << 20);
    }

    /** Deeper than anything is looked for: a directory for each level would be open at once. */
    @Test
    void aDeepTree() throws Exception {
        write("compose.yaml", "services: {a: {image: x}}\n");
        write("d/".repeat(99) + "Dockerfile", "FROM scratch\n");
        write("e/".repeat(600) + "Dockerfile", "FROM scratch\n");
        assertThat(check()).anyMatch(line -> line.contains("2 containers"));
    }

    /** Whatever another program does to the files meanwhile, the check ends with a report. */
    @Test
    void filesThatChangeMeanwhile() throws Exception {
        List<String> names = List.of("compose.yaml", ".env", "Dockerfile", "x.sh", "docker/a.yaml");
        AtomicBoolean over = new AtomicBoolean();
        Thread changing = new Thread(() -> {
            for (int i = 0; !over.get(); i++) {
                Path file = directory.resolve(names.get(i % names.size()));
                try {
                    Files.createDirectories(file.getParent());
                    switch (i / names.size() % 4) {
                        case 0 -> Files.deleteIfExists(file);
                        case 1 -> Files.writeString(file, "services: {a: {build: ., env_file: .env}}\n");
                        case 2 -> Files.write(file, new byte[100_000]);
                        default -> Files.writeString(file, "FROM scratch\nCOPY x.sh /\nCMD /x.sh\n");
                    }
                } catch (IOException busy) {
                    continue;
                }
            }
        });
        changing.start();
        try {
            for (int i = 0; i < 50; i++) {
                assertThat(check()).isNotEmpty();
            }
        } finally {
            over.set(true);
            changing.join();
        }
    }

    private List<String> check() throws Exception {
        return Checked.lines(directory, output());
    }

    private Path output() {
        return temporary.resolve("output");
    }

    private List<String> withoutCapabilities() throws Exception {
        List<String> command = new ArrayList<>();
        boolean root =
                !Files.getAttribute(directory, "unix:uid").equals(0) ? false : Files.isReadable(Path.of("/root"));
        if (root) {
            Path setpriv = Path.of("/usr/bin/setpriv");
            assumeTrue(Files.isExecutable(setpriv), "SKIPPED: root may read all, and there is no " + setpriv);
            String all = "-dac_override,-dac_read_search";
            command.addAll(List.of(setpriv.toString(), "--bounding-set=" + all, "--inh-caps=" + all));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Alone.class.getName(),
                directory.toString(),
                output().toString()));
        Path printed = temporary.resolve("printed");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(printed, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    /** The check in a process of its own. */
    static final class Alone {
        private Alone() {}

        public static void main(String[] arguments) throws Exception {
            Checked.lines(Path.of(arguments[0]), Path.of(arguments[1])).forEach(System.out::println);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void pipe(String name) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
    }

    private void permit(String name, String mode) throws Exception {
        assertThat(new ProcessBuilder("chmod", mode, directory.resolve(name).toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}
