package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a JVM that its options tell to write where it cannot. */
@OnEngine(image = RealImages.DEBIAN)
class EngineJavaTest {
    private static final String READ_ONLY = "--read-only --tmpfs /tmp";

    @TempDir
    Path classes;

    @Test
    @Claim("A JVM that is to log to a file on a read-only root does not start: `Error opening log file`, also where"
            + " JAVA_TOOL_OPTIONS says so; with a tmpfs there, or to the standard output, it starts")
    void aLogFileNeedsItsPlace() {
        String log = "-Xlog:gc:file=/srv/gc.log";
        Answer refused = java(READ_ONLY, log);
        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.said()).contains("Error opening log file '/srv/gc.log': Read-only file system");
        assertThat(java(READ_ONLY + " -e JAVA_TOOL_OPTIONS=" + log, "-Xmx64m").said())
                .contains("Could not create the Java Virtual Machine");
        starts(java(READ_ONLY + " --tmpfs /srv", log));
        starts(java(READ_ONLY + " --tmpfs /srv -e JAVA_TOOL_OPTIONS=" + log, "-Xmx64m"));
        starts(java(READ_ONLY, "-Xlog:gc:stdout"));
    }

    @Test
    @Claim(
            "A JVM with `-XX:StartFlightRecording` does not start where it cannot write the recording, nor with a read-only"
                    + " /tmp, where it keeps the parts; with places for both it starts")
    void aFlightRecordingNeedsItsPlace() {
        String recording = "-XX:StartFlightRecording=filename=/srv/x.jfr";
        assertThat(java(READ_ONLY, recording).said()).contains("Could not start recording, not able to write to file");
        assertThat(java("--read-only --tmpfs /srv", recording).said()).contains("JFR repository directory (/tmp)");
        starts(java(READ_ONLY + " --tmpfs /srv", recording));
    }

    @Test
    @Claim("A JVM that runs out of memory cannot dump its heap to a read-only root, be the place named or the working"
            + " directory; on a tmpfs it can")
    void aHeapDumpNeedsItsPlace() throws Exception {
        String dump = "-Xmx8m -XX:+HeapDumpOnOutOfMemoryError";
        String failed = "Read-only file system";
        assertThat(outOfMemory(READ_ONLY, dump + " -XX:HeapDumpPath=/srv/x.hprof"))
                .contains("Unable to create /srv/x.hprof: " + failed);
        assertThat(outOfMemory(READ_ONLY + " -w /srv", dump)).contains("Unable to create java_pid", failed);
        assertThat(outOfMemory(READ_ONLY + " --tmpfs /srv", dump + " -XX:HeapDumpPath=/srv/x.hprof"))
                .contains("Heap dump file created");
    }

    private static void starts(Answer answer) {
        assertThat(answer.succeeded()).as(answer.said()).isTrue();
    }

    private static Answer java(String options, String flags) {
        return run(options, "java " + flags + " -version");
    }

    private String outOfMemory(String options, String flags) throws Exception {
        Path source = Files.writeString(classes.resolve("Greedy.java"), """
                public class Greedy {
                    public static void main(String[] words) {
                        for (var all = new java.util.ArrayList<byte[]>(); ; ) {
                            all.add(new byte[1 << 16]);
                        }
                    }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", source.toString()))
                .isZero();
        return run(options + " -v " + classes + ":/classes:ro", "java " + flags + " -cp /classes Greedy")
                .said();
    }

    private static Answer run(String options, String script) {
        List<String> words = new ArrayList<>(List.of("run", "--rm", "--network=none"));
        words.addAll(Arrays.asList(options.split(" ")));
        words.addAll(List.of(RealImages.DEBIAN, "sh", "-c", script));
        return Docker.run(words.toArray(String[]::new));
    }
}
