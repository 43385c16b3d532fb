package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the reference answers, we answer: for the project's own cases always, and for those below the directory that
 * {@code -Drootfs.composeCases} names. {@code -Dcases.record=true} asks an installed Docker Compose for the answers of
 * the own cases anew.
 */
class ConformanceTest {
    private static final Path OWN = Path.of("src", "test", "resources", "compose-cases");

    @TestFactory
    Stream<DynamicTest> ownCases() throws IOException {
        if (Boolean.getBoolean("cases.record")) {
            for (CaseFolder folder : CaseFolder.below(OWN)) {
                folder.record();
            }
        }
        return tests(OWN, false);
    }

    @TestFactory
    Stream<DynamicTest> furtherCases() throws IOException {
        Optional<Path> directory = TestDirectory.named("rootfs.composeCases");
        return directory.isPresent() ? tests(directory.orElseThrow(), true) : Stream.empty();
    }

    private static Stream<DynamicTest> tests(Path directory, boolean whole) throws IOException {
        return CaseFolder.below(directory).stream()
                .filter(CaseFolder::isAnswered)
                .map(folder -> DynamicTest.dynamicTest(
                        folder.title(),
                        () -> assertThat(folder.differences(whole)).isEmpty()));
    }
}
