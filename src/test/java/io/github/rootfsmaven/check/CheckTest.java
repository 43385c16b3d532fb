package io.github.rootfsmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image: x                                                                        | OPEN
            image: x, read_only: true, privileged: true                                     | DEFEATED
            image: x, read_only: true, cap_add: [SYS_ADMIN]                                 | DEFEATED
            image: x, read_only: true, volumes: ['/var/run/docker.sock:/var/run/docker.sock:ro'] | DEFEATED
            image: x, read_only: true, volumes: [/usr/local/tomcat]                         | DEFEATED
            build: ., read_only: true                                                       | BREAKS
            image: x, read_only: '${RO}'                                                    | UNKNOWN
            image: x, read_only: true, privileged: '${P}'                                   | UNKNOWN
            image: x, read_only: true, volumes: ['./a:/a:${M}']                             | UNKNOWN
            image: x, read_only: true, extends: {file: b.yaml, service: b}                  | UNKNOWN
            image: x, read_only: true                                                       | HARDENED
            build: ., read_only: true, tmpfs: /tmp                                          | HARDENED
            """)
    void theFirstVerdictThatHoldsIsGiven(String service, Verdict verdict) throws Exception {
        files("services: {a: {" + service + "}}");
        assertThat(run(Policy.standard()).containers().get(0).verdict()).isEqualTo(verdict);
    }

    @Test
    void aVerdictDoesNotDependOnThePolicy() throws Exception {
        files("services: {a: {image: x, read_only: true, privileged: true}}");
        Report report = run(new Policy(Severity.ERROR, Map.of("privileged-container", Severity.OFF)));
        assertThat(report.findings())
                .extracting(found -> found.finding().rule())
                .doesNotContain("privileged-container");
        assertThat(report.containers().get(0).verdict()).isEqualTo(Verdict.DEFEATED);
        assertThat(report.rulesOff()).containsExactly("privileged-container");
    }

    @Test
    void aContainerForTestsHasNotes() throws Exception {
        files("services: {a: {image: x, privileged: true}}");
        ProjectSettings development =
                ProjectSettings.in(directory).with(new ProjectSettings.Build(true, List.of(), List::of, List::of));
        Report report = new Check(Rules.all()).run(ProjectLoader.load(development), Policy.standard());
        assertThat(report.findings()).isNotEmpty().allMatch(found -> found.severity() == Severity.NOTE);
        assertThat(report.containers().get(0).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void ofSeveralWordsOnOneMountTheGravestIsTold() throws Exception {
        files("services: {a: {image: x, read_only: true, volumes: ['/etc:/etc']}}");
        assertThat(run(Policy.standard()).findings())
                .filteredOn(found -> found.finding().mount().isPresent())
                .hasSize(1)
                .allMatch(found -> found.severity() == Severity.ERROR);
    }

    @Test
    void inALineForOneJobEverythingWeighsAStepLess() throws Exception {
        String socket = " -v /var/run/docker.sock:/var/run/docker.sock --tmpfs /tmp:size=1m --read-only image\n";
        Files.writeString(directory.resolve("a.sh"), "docker run -d" + socket + "docker run --rm -it" + socket);
        assertThat(run(Policy.standard()).findings())
                .extracting(found -> found.finding().span().startLine() + " " + found.severity() + " "
                        + found.finding().confidence())
                .containsExactly("1 ERROR CERTAIN", "2 WARNING CERTAIN");
    }

    @Test
    void jobsOfOneFileAreToldOnce() throws Exception {
        Files.writeString(directory.resolve("a.sh"), "docker run --rm a\ndocker run --rm b\ndocker run -d c\n");
        Files.writeString(directory.resolve("b.sh"), "docker run --rm a\n");
        assertThat(run(Policy.standard()).findings())
                .extracting(found -> found.finding().span().file().path().getFileName() + ":"
                        + found.finding().span().startLine() + " "
                        + found.finding().related().size())
                .containsExactly("a.sh:1 1", "a.sh:3 0", "b.sh:1 0");
    }

    @Test
    void whatAnAnchorMergesIntoSeveralServicesIsToldOnce() throws Exception {
        files("""
                x-common: &common
                  image: x
                  read_only: true
                  volumes: ["./conf:/etc/app"]
                services:
                  a: *common
                  b: {<<: *common}
                """);
        assertThat(run(Policy.standard()).findings())
                .filteredOn(found -> found.finding().rule().equals("writable-config-mount"))
                .singleElement()
                .satisfies(found -> assertThat(found.finding().related())
                        .extracting(related -> related.span().startLine() + " "
                                + related.message().english())
                        .containsExactly("6 service 'a' uses it", "7 the same in b"));
    }

    @Test
    void notesThatSayTheSameAreOne() throws Exception {
        files("""
                services:
                  a: {image: x, read_only: true}
                  b: {image: y, read_only: true}
                """);
        assertThat(run(Policy.standard()).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.finding().rule()).isEqualTo("missing-tmp"))
                .satisfies(found -> assertThat(found.finding().related())
                        .extracting(related -> related.span().startLine() + " "
                                + related.message().english())
                        .containsExactly("3 the same in b"));
    }

    @Test
    void everyMountThatIsTakenOverIsJudged() throws Exception {
        files("""
                services:
                  a: {image: x, read_only: true, volumes: ["/etc:/a", "/usr:/b"]}
                  b: {image: x, read_only: true, volumes_from: [a]}
                """);
        assertThat(run(Policy.standard()).findings())
                .filteredOn(found -> found.finding()
                        .container()
                        .orElseThrow()
                        .name()
                        .orElseThrow()
                        .value()
                        .equals("b"))
                .filteredOn(found -> found.finding().mount().isPresent())
                .extracting(found -> found.finding().subject())
                .containsExactly("/a", "/b");
    }

    @Test
    void aFingerprintSurvivesMovedLines() throws Exception {
        files("services:\n  a:\n    image: x\n");
        String before = run(Policy.standard()).findings().get(0).fingerprint();
        files("# moved\n\nservices:\n  a:\n    image: x\n");
        assertThat(run(Policy.standard()).findings().get(0).fingerprint())
                .isEqualTo(before)
                .matches("[0-9a-f]{32}");
    }

    private Report run(Policy policy) throws Exception {
        return new Check(Rules.all()).run(ProjectLoader.load(ProjectSettings.in(directory)), policy);
    }

    private void files(String compose) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), compose);
        Files.writeString(
                directory.resolve("Dockerfile"), "FROM eclipse-temurin\nCMD [\"java\", \"-jar\", \"x.jar\"]\n");
    }
}
