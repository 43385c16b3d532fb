package io.github.rootfsmaven.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {
    private static final Path PATH = Path.of("compose.yaml");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1\nb: 2"})
    void countsLinesWhateverEndsThem(String text) {
        SourceFile file = SourceFile.of(PATH, text);
        assertThat(file.lineCount()).isEqualTo(2);
        assertThat(file.line(2)).isEqualTo("b: 2");
    }

    @Test
    void anEmptyFileHasOneLine() {
        assertThat(SourceFile.of(PATH, "").lineCount()).isEqualTo(1);
        assertThat(SourceFile.of(PATH, "").line(1)).isEmpty();
        assertThat(SourceFile.of(PATH, "").line(7)).isEmpty();
    }

    @Test
    void columnsCountCodePoints() {
        SourceFile file = SourceFile.of(PATH, "é🐳: whale");
        Span whale = file.between("é🐳: ".length(), "é🐳: whale".length());
        assertThat(whale.startColumn()).isEqualTo(5);
        assertThat(whale.endColumn()).isEqualTo(10);
        assertThat(whale.text()).isEqualTo("whale");
    }

    @Test
    void aSpanOverLinesHasTheirText() {
        SourceFile file = SourceFile.of(PATH, "one\ntwo\nthree");
        assertThat(file.between(2, 9).text()).isEqualTo("e\ntwo\nt");
        assertThat(file.lineSpan(2).text()).isEqualTo("two");
    }

    @Test
    void dropsAByteOrderMark() throws Exception {
        assertThat(SourceFile.read(written("\uFEFFa: 1".getBytes(StandardCharsets.UTF_8)))
                        .text())
                .isEqualTo("a: 1");
    }

    @Test
    void pointsAtTheFirstByteThatIsNoUtf8() throws Exception {
        Path file = written(new byte[] {'a', '\n', 'b', (byte) 0xFF, 'c'});
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> SourceFile.read(file));
        assertThat(invalid).hasMessage("the file is not UTF-8 text");
        assertThat(invalid.where().startLine()).isEqualTo(2);
        assertThat(invalid.where().startColumn()).isEqualTo(2);
    }

    @Test
    void pointsAtAFileThatEndsInsideACharacter() throws Exception {
        Path file = written(new byte[] {'a', (byte) 0xC3});
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> SourceFile.read(file));
        assertThat(invalid.where().startColumn()).isEqualTo(2);
    }

    @Test
    void refusesBinaryContent() throws Exception {
        Path file = written(new byte[] {'P', 'K', 3, 4, 0, 0});
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> SourceFile.read(file));
        assertThat(invalid).hasMessage("the file is binary: it contains a NUL character");
        assertThat(invalid.where().startColumn()).isEqualTo(5);
    }

    private Path written(byte[] bytes) throws Exception {
        return Files.write(directory.resolve("file"), bytes);
    }

    @Test
    void aFileThatBreaksOffIsNoHalfFile() {
        InputStream half = new SequenceInputStream(new ByteArrayInputStream("services:".getBytes()), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        assertThatThrownBy(() -> SourceFile.read(Path.of("/a"), half, 1)).isInstanceOf(IOException.class);
    }

    /** As one that somebody goes on writing to, or of which the system tells no size. */
    @Test
    void aFileWithoutAnEndIsLeftAtTheLimit() {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                assertThat(++given).isLessThan(2 * 1024 * 1024);
                return 'a';
            }
        };
        assertThatThrownBy(() -> SourceFile.read(Path.of("/a"), endless, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("the file is larger than 1 MB, which is the most that is read");
    }
}
