package io.github.rootfsmaven.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Module.Dependency;
import io.github.rootfsmaven.model.NativeLibrary;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeLibrariesTest {
    private static final Span PLACE =
            SourceFile.of(Path.of("/x/compose.yaml"), "").start();

    private static Process process(Map<String, String> environment, String... command) {
        Map<String, Located<String>> variables = new java.util.HashMap<>();
        environment.forEach((name, value) -> variables.put(name, Located.literal(value, PLACE)));
        return new Process(
                Optional.empty(),
                Optional.of(
                        new Command(Arrays.stream(command).map(Text::literal).toList(), false, PLACE)),
                Optional.empty(),
                Optional.empty(),
                variables,
                Optional.empty());
    }

    private static List<NativeLibrary> found(Process process, Dependency... dependencies) {
        Path target = Path.of("/x/target");
        Module module =
                new Module("x", "jar", Path.of("/x"), target, "x-1", target, List.of(), List.of(dependencies), true);
        return NativeLibraries.bundled().in(module, process, PLACE).toList();
    }

    private static Dependency direct(String groupId, String artifactId) {
        return new Dependency(groupId, artifactId, "1", true, Optional.empty());
    }

    private static Dependency transitive(String groupId, String artifactId) {
        return new Dependency(groupId, artifactId, "1", false, Optional.empty());
    }

    @Test
    void onlyADirectDependencyThatIsGoodForNothingElseIsSure() {
        assertThat(found(
                        process(Map.of(), "java", "-jar", "/a.jar"),
                        direct("org.xerial", "sqlite-jdbc"),
                        transitive("org.rocksdb", "rocksdbjni"),
                        direct("org.xerial.snappy", "snappy-java"),
                        direct("org.example", "jna"),
                        transitive("", "zstd-jni")))
                .extracting(NativeLibrary::name, NativeLibrary::evidence)
                .containsExactly(
                        tuple("sqlite-jdbc", Evidence.DOCUMENTED),
                        tuple("rocksdbjni", Evidence.INFERRED),
                        tuple("snappy-java", Evidence.INFERRED),
                        tuple("zstd-jni", Evidence.INFERRED));
    }

    @ParameterizedTest
    @CsvSource({
        "java -jar a.jar, /tmp",
        "java -Dorg.sqlite.tmpdir=/n -jar a.jar, /n",
        "java -Djava.io.tmpdir=/w -jar a.jar, /w",
        "java -Djava.io.tmpdir=/w -Dorg.sqlite.tmpdir=/n/ -jar a.jar, /n",
        "java -Dorg.sqlite.tmpdirs=/n -jar a.jar, /tmp",
    })
    void theDirectoryIsWhatTheCommandSays(String command, String directory) {
        assertThat(found(process(Map.of(), command.split(" ")), direct("org.xerial", "sqlite-jdbc")))
                .extracting(library -> library.directory().value())
                .containsExactly(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dorg.sqlite.lib.path=/usr/lib", "-Dorg.sqlite.tmpdir=relative", "-Dorg.sqlite.tmpdir"})
    void whatIsInstalledOrUnknownIsNoLibraryOfOurs(String option) {
        assertThat(found(process(Map.of(), "java", option, "-jar", "a.jar"), direct("org.xerial", "sqlite-jdbc")))
                .isEmpty();
    }

    @Test
    void aVariablesValueIsUsedAndNotShown() {
        assertThat(found(
                        process(
                                Map.of(
                                        "JAVA_TOOL_OPTIONS",
                                        "-Xmx1g -Dorg.sqlite.tmpdir=/s3cret",
                                        "ROCKSDB_SHAREDLIB_DIR",
                                        "/s3cret"),
                                "java",
                                "-jar",
                                "a.jar"),
                        direct("org.xerial", "sqlite-jdbc"),
                        direct("org.rocksdb", "rocksdbjni")))
                .allSatisfy(library -> assertThat(library.directory().value()).isEqualTo("/s3cret"))
                .allSatisfy(library -> assertThat(library.avoidedBy()).isEmpty())
                .extracting(library -> library.directory().shown())
                .containsExactly("org.sqlite.tmpdir", "$ROCKSDB_SHAREDLIB_DIR");
    }

    @Test
    void everyLibraryNamesItsSourceAndImagesNameLibrariesThatExist() {
        List<KnownLibrary> libraries = LibraryFile.bundled();
        List<String> ids = libraries.stream().map(KnownLibrary::id).toList();
        assertThat(ids).doesNotHaveDuplicates().contains("sqlite-jdbc");
        assertThat(libraries)
                .allSatisfy(library -> assertThat(library.sources()).noneMatch(String::isBlank));
        assertThat(libraries)
                .filteredOn(library -> library.used() == KnownLibrary.Used.SOMETIMES)
                .allSatisfy(library -> assertThat(library.detail()).isPresent());
        assertThat(KnowledgeFile.bundled().stream().flatMap(image -> image.libraries().stream()))
                .isNotEmpty()
                .allSatisfy(library -> assertThat(ids).contains(library.id()))
                .allSatisfy(library -> assertThat(library.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "schema: 2 | schema must be 1",
                "{schema: 1, libraries: [{id: x, coordinates: [a], used: always, sources: [s]}]} | needs coordinates",
                "{schema: 1, libraries: [{id: x, coordinates: ['a:b'], used: always}]} | and a source",
                "{schema: 1, libraries: [{id: x, coordinates: ['a:b'], used: often, sources: [s]}]} | 'often' is no used",
                "{schema: 1, libraries: [{id: x, colour: red}]} | 'colour' is none of the keys",
            })
    void whatDoesNotFollowTheFormIsRefused(String text, String message) {
        assertThatThrownBy(() -> LibraryFile.read(SourceFile.of(Path.of("libraries.yaml"), text)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
