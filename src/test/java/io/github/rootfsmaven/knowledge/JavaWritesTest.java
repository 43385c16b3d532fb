package io.github.rootfsmaven.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaWritesTest {
    private static final Span SOMEWHERE =
            new Span(SourceFile.of(Path.of("compose.yaml"), "JAVA_TOOL_OPTIONS: x\n"), 1, 1, 1, 2);

    /** {@code !} marks what the JVM does not start without, {@code ?} what it may live without. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Xlog:gc:file=/a.log                              | /a.log log !",
                "-Xlog:gc*,safepoint=debug:/a.log:time:filecount=2 | /a.log log !",
                "-Xlog:gc:gc.log                                   | /app/gc.log log !",
                "-Xlog::/a.log                                     | /a.log log !",
                "-Xlog:gc -Xlog:gc:stderr:time -Xlog:disable -Xlog |",
                "-Xlog:gc::time                                    |",
                "-Xloggc:/a.log                                    | /a.log log",
                "-XX:HeapDumpPath=/a                               |",
                "-XX:+HeapDumpOnOutOfMemoryError                   | /app persistent",
                "-XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=d/ | /app/d persistent",
                "-XX:+HeapDumpOnOutOfMemoryError -XX:-HeapDumpOnOutOfMemoryError |",
                "-XX:ErrorFile=/a.log                              | /a.log log ?",
                "-XX:StartFlightRecording                          | /tmp temp !",
                "-XX:StartFlightRecording:dumponexit=true -Djava.io.tmpdir=/t | /app persistent, /t temp !",
                "-XX:StartFlightRecording=name=x,filename=/x.jfr -XX:FlightRecorderOptions=repository=/r"
                        + " | /x.jfr persistent !, /r cache !",
                "-XX:FlightRecorderOptions=repository=/r           |",
                "-XX:ArchiveClassesAtExit=/a.jsa                   | /a.jsa cache",
                "-XX:SharedArchiveFile=/a.jsa                      |",
                "-XX:SharedArchiveFile=/a.jsa -XX:+AutoCreateSharedArchive | /a.jsa cache",
                "-Xlog:gc:file=/dev/stdout                         |",
                "-Xlog:gc:file='/a b'.log                          | /a b.log log !",
            })
    void whatAJvmWrites(String options, String expected) {
        assertThat(String.join(", ", writes(Text.literal(options))))
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @Test
    void whatFollowsTheProgramIsItsOwn() {
        List<Text> words = List.of("-cp", "-Xlog:a:/no.log", "-Xlog:a:/a.log", "Main", "-Xlog:a:/no.log").stream()
                .map(Text::literal)
                .toList();
        assertThat(JavaOption.ofCommand(
                        words, words.stream().map(word -> SOMEWHERE).toList(), Write.By.COMMAND, Message.of("x")))
                .extracting(JavaOption::value)
                .containsExactly("-Xlog:a:/a.log");
    }

    @Test
    void whatCameOutOfAVariableIsNotShown() {
        List<Write> writes = of(Text.resolved("-Xlog:gc:file=/hidden/a.log", "${SECRET}"));
        assertThat(writes).singleElement().satisfies(write -> {
            assertThat(write.path().value()).isEqualTo("/hidden/a.log");
            assertThat(write.path().shown()).isEqualTo("the path of -Xlog in JAVA_TOOL_OPTIONS");
            assertThat(write.why().english() + write.avoidedBy()).doesNotContain("hidden");
        });
        assertThat(of(Text.unresolved("X", "${X}"))).isEmpty();
        assertThat(of(Text.join(List.of(Text.literal("-Xlog:gc:file="), Text.unresolved("X", "$X")))))
                .isEmpty();
    }

    private static List<String> writes(Text options) {
        return of(options).stream()
                .map(write -> write.path().value() + " " + write.kind().word()
                        + (write.step().orElseThrow().stops() ? " !" : "")
                        + (write.isConditional() ? " ?" : ""))
                .toList();
    }

    private static List<Write> of(Text options) {
        Map<String, Located<String>> environment = Map.of();
        return new JavaWrites(
                        JavaOption.ofVariable("JAVA_TOOL_OPTIONS", options, SOMEWHERE),
                        Optional.of(Text.literal("/app")),
                        environment,
                        false)
                .writes();
    }
}
