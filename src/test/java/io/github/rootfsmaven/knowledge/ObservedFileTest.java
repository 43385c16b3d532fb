package io.github.rootfsmaven.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.knowledge.Observation.Place;
import io.github.rootfsmaven.knowledge.Observation.Subject;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.NamedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservedFileTest {
    private static final String DIFF = "docker diff of a writable container";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void none() {
        file = directory.resolve("seen.yaml");
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        List<Observation> all = List.of(
                seen(
                        Subject.image("nginx"),
                        Optional.of("sha256:11"),
                        Optional.of("nginx -g 'daemon off;'"),
                        "/run",
                        "/srv/a: #b\"\\\u0007c"),
                seen(Subject.service("app"), Optional.empty(), Optional.empty(), "/odd"));
        Files.writeString(file, ObservedFile.with(file, all));
        List<KnownImage> read = KnowledgeFile.read(NamedFile.there("", file).orElseThrow());
        assertThat(read).extracting(KnownImage::id).containsExactly("app", "nginx");
        assertThat(read.get(0).services()).containsExactly("app");
        assertThat(read.get(0).names()).isEmpty();
        assertThat(read.get(1).digest()).contains("sha256:11");
        assertThat(read.get(1).command()).contains("nginx -g 'daemon off;'");
        assertThat(read.get(1).writes())
                .extracting(KnownImage.Place::path)
                .containsExactly("/run", "/srv/a: #b\"\\\u0007c");
        assertThat(ObservedFile.with(file, List.of())).as("as it was").isEqualTo(Files.readString(file));
    }

    @Test
    void thatNothingWasSeenIsKept() throws Exception {
        Files.writeString(
                file,
                ObservedFile.with(file, List.of(seen(Subject.image("quiet"), Optional.empty(), Optional.empty()))));
        assertThat(KnowledgeFile.read(NamedFile.there("", file).orElseThrow()))
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.names()).containsExactly("quiet");
                    assertThat(image.sources()).containsExactly(DIFF);
                    assertThat(image.writes()).isEmpty();
                });
    }

    @Test
    void theOrderIsNotThatOfTheContainers() throws Exception {
        List<Observation> all = Stream.of("b", "a", "c")
                .map(name -> seen(Subject.service(name), Optional.empty(), Optional.empty(), "/z", "/y"))
                .collect(java.util.stream.Collectors.toList());
        String text = ObservedFile.with(file, all);
        Collections.reverse(all);
        assertThat(ObservedFile.with(file, all)).isEqualTo(text);
    }

    @Test
    void aSecondRunAddsAndTakesNothingAway() throws Exception {
        Subject app = Subject.service("app");
        Files.writeString(file, ObservedFile.with(file, List.of(seen(app, Optional.empty(), Optional.empty(), "/b"))));
        Observation refused = new Observation(
                app,
                Optional.empty(),
                Optional.empty(),
                "refused in a read-only container",
                List.of(place("/a"), place("/b/c")));
        String both = ObservedFile.with(file, List.of(refused));
        Files.writeString(file, both);
        assertThat(KnowledgeFile.read(NamedFile.there("", file).orElseThrow()))
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.writes())
                            .extracting(KnownImage.Place::path)
                            .containsExactly("/a", "/b");
                    assertThat(image.sources()).containsExactly(DIFF, "refused in a read-only container");
                });
        assertThat(ObservedFile.with(file, List.of(refused))).isEqualTo(both);
    }

    @Test
    void anotherDigestAndAnotherCommandAreOthers() throws Exception {
        Subject nginx = Subject.image("nginx");
        String text = ObservedFile.with(
                file,
                List.of(
                        seen(nginx, Optional.of("sha256:1"), Optional.empty(), "/a"),
                        seen(nginx, Optional.of("sha256:2"), Optional.empty(), "/a"),
                        seen(nginx, Optional.of("sha256:2"), Optional.of("nginx-debug"), "/a")));
        assertThat(text.split("- id: nginx", -1)).hasSize(4);
    }

    @Test
    void whatSomebodyChangedInItStays() throws Exception {
        Subject app = Subject.service("app");
        Observation seen = seen(app, Optional.empty(), Optional.empty(), "/b");
        Files.writeString(
                file,
                ObservedFile.with(file, List.of(seen))
                        .replace("needed: always", "needed: tolerated")
                        .replace("  source: " + DIFF, "  source: our wiki\n        if-set: [DEBUG]"));
        assertThat(ObservedFile.with(file, List.of(seen)))
                .isEqualTo(Files.readString(file))
                .contains("needed: tolerated", "if-set: [DEBUG]");
    }

    @Test
    void aBrokenFileIsToldWithItsPlace() throws Exception {
        Files.writeString(file, "schema: 1\nimages:\n  - id: x\n    nams: [x]\n");
        assertThatThrownBy(() -> ObservedFile.with(file, List.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        broken -> assertThat(broken.where().startLine()).isEqualTo(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            schema: 1         | schema: [1]             | 1:9  | schema must be a single value
            id: x             | id: [x, y]              | 3:9  | id must be a single value
            names: [x]        | names: x                | 4:12 | names must be a list
            names: [x]        | names: [[x]]            | 4:13 | names must be a list of texts
            digest: a         | digest: [a]             | 5:13 | digest must be a single value
            command: a        | command: {a: b}         | 6:14 | command must be a single value
            from: a           | from: [a]               | 7:11 | from must be a single value
            before: a         | before: []              | 8:13 | before must be a single value
            path: /a          | path: [/a]              | 11:15 | path must be a single value
            kind: log         | kind: [log]             | 12:15 | kind must be a single value
            detail: a         | detail: [a]             | 16:17 | detail must be a single value
            moved-by: a       | moved-by: [a]           | 17:19 | moved-by must be a single value
            only-root: true   | only-root: [true]       | 18:20 | only-root must be a single value
            only-root: true   | only-root: perhaps      | 18:20 | only-root must be true or false
            """)
    void aListInPlaceOfASingleValueIsToldWithItsPlace(String whole, String broken, String place, String message)
            throws Exception {
        String text = """
                schema: 1
                images:
                  - id: x
                    names: [x]
                    digest: a
                    command: a
                    from: a
                    before: a
                    sources: [seen]
                    writes:
                      - path: /a
                        kind: log
                        needed: always
                        evidence: observed
                        source: seen
                        detail: a
                        moved-by: a
                        only-root: true
                """;
        Files.writeString(file, text);
        assertThat(ObservedFile.with(file, List.of())).contains("only-root: true");
        Files.writeString(file, text.replace(whole, broken));
        assertThatThrownBy(() -> ObservedFile.with(file, List.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.where().startLine() + ":"
                                        + refused.where().startColumn())
                                .isEqualTo(place))
                .hasMessage(message);
    }

    private static Observation seen(
            Subject subject, Optional<String> digest, Optional<String> command, String... paths) {
        return new Observation(
                subject,
                digest,
                command,
                DIFF,
                Stream.of(paths).map(ObservedFileTest::place).toList());
    }

    private static Place place(String path) {
        return new Place(path, Kind.FILE, "");
    }
}
