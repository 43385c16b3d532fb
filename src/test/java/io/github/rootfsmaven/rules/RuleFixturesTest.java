package io.github.rootfsmaven.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.Golden;
import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** In each fixture all rules together find what its comments ask for, and nothing else. */
class RuleFixturesTest {

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> findsWhatTheCommentsAskFor() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Fixture fixture : Fixture.all()) {
            tests.add(DynamicTest.dynamicTest(fixture.name(), () -> {
                Path own = java.nio.file.Files.createTempDirectory(temporary, "fixture");
                List<Reported> found = fixture.found(own);
                assertThat(Fixture.shown(own.resolve(fixture.directory().getFileName()), found))
                        .as(() -> fixture.name() + "\n" + words(found))
                        .isEqualTo(fixture.expected());
            }));
        }
        return tests.stream();
    }

    private static String words(List<Reported> found) {
        return found.stream()
                .map(reported -> reported.finding().message().english() + " "
                        + reported.finding().fix().english())
                .collect(Collectors.joining("\n"));
    }

    /** The words of each rule in its own fixtures: what it says, what is to be done, and what else belongs to it. */
    @TestFactory
    Stream<DynamicTest> saysWhatTheGoldenFileSays() throws Exception {
        Map<String, List<Fixture>> byRule = new TreeMap<>();
        for (Fixture fixture : Fixture.all()) {
            byRule.computeIfAbsent(fixture.rule(), rule -> new ArrayList<>()).add(fixture);
        }
        return byRule.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    StringBuilder words = new StringBuilder();
                    for (Fixture fixture : rule.getValue()) {
                        Path own = java.nio.file.Files.createTempDirectory(temporary, "fixture");
                        words.append("# ")
                                .append(fixture.directory().getFileName())
                                .append('\n');
                        fixture.found(own).stream()
                                .filter(reported -> reported.finding().rule().equals(rule.getKey()))
                                .map(RuleFixturesTest::told)
                                .sorted()
                                .forEach(words::append);
                    }
                    Golden.check("rules/" + rule.getKey() + ".txt", words.toString());
                }));
    }

    private static String told(Reported reported) {
        StringBuilder told = new StringBuilder(place(reported.finding().span()))
                .append(' ')
                .append(reported.severity().word())
                .append(", ")
                .append(reported.finding().confidence().word())
                .append('\n');
        told.append("  ").append(reported.finding().message().english()).append('\n');
        told.append("  ").append(reported.finding().fix().english()).append('\n');
        reported.finding()
                .related()
                .forEach(related -> told.append("  ")
                        .append(place(related.span()))
                        .append(' ')
                        .append(related.message().english())
                        .append('\n'));
        return told.toString();
    }

    private static String place(Span span) {
        return span.file().path().getFileName() + ":" + span.startLine();
    }

    @Test
    void theRecipeForAnOpenRootNamesWhatTheImageIsKnownToNeed() throws Exception {
        Path project = java.nio.file.Files.createDirectory(temporary.resolve("open"));
        java.nio.file.Files.writeString(
                project.resolve("compose.yaml"), "services: {web: {image: 'httpd:2.4'}, db: {image: 'postgres:17'}}");
        assertThat(Fixture.findings(project))
                .extracting(reported -> reported.finding().fix().english())
                .anyMatch(fix -> fix.contains("a tmpfs on /usr/local/apache2/logs (the image's temporary files)"))
                .anyMatch(
                        fix -> fix.contains("a tmpfs on /run/postgresql (the image's sockets, locks and process ids)"))
                .anyMatch(fix -> fix.contains("a tmpfs on /tmp (the image's temporary files)"))
                .noneMatch(fix -> fix.contains("docker-library"));
    }

    @Test
    void everyRuleHasThreeSituations() throws Exception {
        Map<String, Integer> situations = new TreeMap<>();
        for (Fixture fixture : Fixture.all()) {
            situations.merge(fixture.rule(), 1, Integer::sum);
        }
        assertThat(situations.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Rules.all().stream().map(Rule::id).toList());
        assertThat(situations)
                .allSatisfy((rule, count) -> assertThat(count).as(rule).isGreaterThanOrEqualTo(3));
    }

    /** Every place of a Compose file that a rule speaks of, filled from variables that must stay secret. */
    @Test
    void noVariablesValueIsPrinted() throws Exception {
        Path project = java.nio.file.Files.createDirectory(temporary.resolve("secret"));
        java.nio.file.Files.writeString(project.resolve(".env"), """
                SOCKET=/s3cret/docker.sock
                ETC=/etc/s3cret
                OPTION=s3cret
                TARGET=/usr/s3cret
                CAPABILITY=SYS_ADMIN
                FLAG=exec
                DISK=/dev/mapper/s3cret
                USER=s3cret
                SOURCES=./s3cret
                """);
        java.nio.file.Files.writeString(project.resolve("compose.yaml"), """
                services:
                  web:
                    image: example/${OPTION}
                    read_only: true
                    cap_add: ["${CAPABILITY}"]
                    tmpfs: ["${TARGET}/a:${OPTION}", "${TARGET}/b:size=${OPTION}", "${TARGET}/c", "/d:${FLAG}"]
                    volumes:
                      - ${SOCKET}:/sock
                      - ${ETC}:/e
                      - ./f:${TARGET}/f.conf
                      - ./g:/g:${OPTION}
                      - ${TARGET}/data
                      - things:${TARGET}
                  agent:
                    image: example/agent
                    read_only: true
                    user: ${USER}
                    devices: ["${DISK}"]
                    tmpfs: ["${TARGET}/e:size=1m", "/run:size=1m"]
                    volumes:
                      - ${SOURCES}:/m:ro,rslave
                      - things:/m/${OPTION}
                    develop:
                      watch:
                        - action: sync
                          path: ${SOURCES}/x
                          target: ${TARGET}
                        - action: sync
                          path: ./y${SOURCES}
                          target: ${TARGET}
                    configs: ["${USER}"]
                configs:
                  s3cret:
                    content: ${OPTION}
                volumes:
                  things:
                """);
        java.nio.file.Files.createDirectory(project.resolve("s3cret"));
        List<Reported> found = Fixture.findings(project);
        assertThat(found)
                .extracting(reported -> reported.finding().rule())
                .hasSizeGreaterThan(15)
                .contains(
                        "raw-device",
                        "tmpfs-owner",
                        "pierced-read-only",
                        "mountpoint-in-read-only-bind",
                        "watch-on-read-only",
                        "inlined-config-on-read-only");
        assertThat(found)
                .extracting(reported -> reported.finding().message().english()
                        + reported.finding().fix().english()
                        + reported.finding().subject()
                        + reported.finding().related())
                .noneMatch(
                        words -> words.contains("s3cret") || words.contains("SYS_ADMIN") || words.contains("`exec`"));
    }

    /** What stands behind {@code -e} is used, and shown as the variable. */
    @Test
    void noValueOfALinesVariableIsPrinted() throws Exception {
        Path project = java.nio.file.Files.createDirectory(temporary.resolve("line"));
        java.nio.file.Files.writeString(project.resolve("start.sh"), """
                docker run -d --read-only --tmpfs /tmp:size=1m -e DIR=/srv/s3cret --env=T="/s3cret" \\
                    -l owner=s3cret example/web sh -c 'touch "$DIR/file" && mkdir $T'
                docker run -d -e DIR=/srv/s3cret example/web sh -c 'touch "$DIR/file"'
                """);
        List<Reported> found = Fixture.findings(project);
        assertThat(found)
                .extracting(reported -> reported.finding().rule())
                .contains("command-write", "docker-run-writable");
        assertThat(found)
                .extracting(reported -> reported.finding().message().english()
                        + reported.finding().fix().english()
                        + reported.finding().subject()
                        + reported.finding().related())
                .anyMatch(words -> words.contains("$DIR/file"))
                .noneMatch(words -> words.contains("s3cret"));
    }
}
