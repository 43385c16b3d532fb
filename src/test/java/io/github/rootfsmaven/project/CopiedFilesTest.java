package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CopiedFilesTest {
    private static final String SOURCE = """
            # ${project.description}
            services:
              api:
                image: api:@project.version@
                read_only: false
            ${more}
            """;
    private static final String COPY = """
            # An api
            # of two lines
            services:
              api:
                image: api:1
                read_only: false
              db:
                image: postgres
            """;

    @TempDir
    private Path directory;

    private CopiedFiles copied;
    private Path copy;

    @BeforeEach
    void module() throws IOException {
        copy = write("target/classes/docker/compose.yaml", COPY);
        copied = new CopiedFiles(List.of(new Module(
                "api",
                "jar",
                directory,
                directory.resolve("target"),
                "api-1",
                directory.resolve("target/classes"),
                List.of(directory.resolve("res")),
                List.of(),
                true)));
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Span at(Path file, String text) {
        SourceFile source = SourceFile.of(file, COPY);
        int start = COPY.indexOf(text);
        return source.between(start, start + text.length());
    }

    private String place(String text) {
        Span span = copied.apply(at(copy, text));
        return directory.relativize(span.file().path()).toString().replace('\\', '/') + ":" + span.startLine() + ":"
                + span.startColumn() + "-" + span.endLine() + ":" + span.endColumn();
    }

    @Test
    void theLineOfTheResourceWithTheSameText() throws IOException {
        write("res/docker/compose.yaml", SOURCE);
        assertThat(place("read_only: false")).isEqualTo("res/docker/compose.yaml:5:5-5:21");
    }

    @Test
    void whatWasFilteredIsFree() throws IOException {
        write("res/docker/compose.yaml", SOURCE);
        assertThat(place("api:1")).isEqualTo("res/docker/compose.yaml:4:5-4:33");
    }

    @Test
    void severalLines() throws IOException {
        write("res/docker/compose.yaml", SOURCE);
        assertThat(place("services:\n  api:")).isEqualTo("res/docker/compose.yaml:2:1-3:7");
    }

    @Test
    void whatMavenHasMadeUpStaysInTheCopy() throws IOException {
        write("res/docker/compose.yaml", SOURCE);
        assertThat(place("image: postgres")).isEqualTo("target/classes/docker/compose.yaml:8:5-8:20");
    }

    @Test
    void ofSeveralLikeLinesNoneIsGuessed() throws IOException {
        write("res/docker/compose.yaml", SOURCE.replace("${more}", "  api2:\n    read_only: false"));
        assertThat(place("read_only: false")).isEqualTo("target/classes/docker/compose.yaml:6:5-6:21");
    }

    @Test
    void aFileOfTheSameNameBelowSrc() throws IOException {
        write("src/main/docker/compose.yaml", SOURCE);
        write("src/main/a/compose.yaml", "services: {}\n");
        assertThat(place("read_only: false")).isEqualTo("src/main/docker/compose.yaml:5:5-5:21");
    }

    @Test
    void onlyBelowABuildDirectory() throws IOException {
        write("src/main/docker/compose.yaml", SOURCE);
        Span own = at(write("compose.yaml", COPY), "read_only: false");
        assertThat(copied.apply(own)).isSameAs(own);
    }

    /** With a pattern of {@code .*} for each expression this would take years. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyExpressionsOnALineAreNoWork() throws IOException {
        write("src/main/docker/compose.yaml", SOURCE.replace("image: ${", "image: " + "${a}a".repeat(40) + "${"));
        Path long_ = write("target/classes/docker/compose.yaml", COPY.replace("api:1", "a".repeat(2_000)));
        SourceFile file = SourceFile.of(long_, Files.readString(long_));
        assertThat(copied.apply(file.lineSpan(5)).file()).isSameAs(file);
    }

    @Test
    void withoutASourceTheCopyIsThePlace() {
        assertThat(place("read_only: false")).startsWith("target/");
    }
}
