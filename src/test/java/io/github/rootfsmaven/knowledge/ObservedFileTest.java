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
