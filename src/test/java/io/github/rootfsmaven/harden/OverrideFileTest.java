package io.github.rootfsmaven.harden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideFileTest {
    @TempDir
    Path temporary;

    /** Two items for one path are refused if what stands before their first equals sign differs. */
    @Test
    void aChangedTmpfsComesInAListThatReplacesTheOther() throws Exception {
        Path compose = Files.writeString(temporary.resolve("compose.yaml"), """
                services:
                  pipeline:
                    image: logstash:8.15.0
                    tmpfs:
                      - /scratch
                      - "/tmp:noexec,size=32m"
                """);
        Project project = ProjectLoader.load(ProjectSettings.in(temporary));
        List<Plan> plans = Plan.of(
                project,
                KnownImages.bundled(),
                Rules.all(),
                List.of(),
                new HardenSettings("64m", Confidence.POSSIBLE, false));
        String text = OverrideFile.of(plans, List.of("compose.yaml"), OverrideFile.NAME, false)
                .orElseThrow();
        assertThat(text).contains("    tmpfs: !override\n      - /scratch\n      - /tmp:size=32m,exec\n");

        Path written = Files.writeString(temporary.resolve(OverrideFile.NAME), text);
        Project both = ProjectLoader.load(ProjectSettings.in(temporary).withComposeFiles(List.of(compose, written)));
        assertThat(both.problems()).isEmpty();
        assertThat(both.containers().get(0).rootIsReadOnly()).isTrue();
        assertThat(both.containers().get(0).forbidsToRun("/tmp")).isFalse();
    }

    @Test
    void aBindInTheLongSyntaxIsReplacedIfNothingGetsLost() throws Exception {
        Path compose = Files.writeString(temporary.resolve("compose.yaml"), """
                services:
                  metrics:
                    image: prom/prometheus
                    volumes:
                      - type: bind
                        source: ./prometheus.yml
                        target: /etc/prometheus/prometheus.yml
                      - type: bind
                        source: ./rules.yml
                        target: /etc/prometheus/rules.yml
                        bind:
                          create_host_path: false
                """);
        Plan plan = Plan.of(
                        ProjectLoader.load(ProjectSettings.in(temporary)),
                        KnownImages.bundled(),
                        Rules.all(),
                        List.of(),
                        HardenSettings.standard())
                .get(0);
        assertThat(plan.questions()).isEmpty();

        String text = OverrideFile.of(List.of(plan), List.of("compose.yaml"), OverrideFile.NAME, false)
                .orElseThrow();
        assertThat(text)
                .contains("- ./prometheus.yml:/etc/prometheus/prometheus.yml:ro\n")
                .doesNotContain("rules.yml");
        assertThat(FileEdits.withTheRestAsked(plan).questions())
                .singleElement()
                .satisfies(question -> assertThat(question.sentence().english())
                        .contains("/etc/prometheus/rules.yml", "only where it stands"));

        FileEdits.Rewritten edited = FileEdits.of(List.of(plan), false).files().get(0);
        assertThat(edited.text())
                .contains("""
                      - type: bind
                        source: ./prometheus.yml
                        target: /etc/prometheus/prometheus.yml
                        read_only: true
                """.indent(6).replaceAll("(?m)^      ", ""))
                .contains("          create_host_path: false\n        read_only: true\n");
        assertThat(compose).hasContent(edited.file().text());
    }

    @Test
    void whatYamlWouldTakeForSomethingElseStandsInQuotes() {
        assertThat(OverrideFile.scalar("web")).isEqualTo("web");
        assertThat(OverrideFile.scalar("${DIR}/x:/x:ro")).isEqualTo("${DIR}/x:/x:ro");
        assertThat(OverrideFile.scalar("yes")).isEqualTo("'yes'");
        assertThat(OverrideFile.scalar("1")).isEqualTo("'1'");
        assertThat(OverrideFile.scalar("it's: /x")).isEqualTo("'it''s: /x'");
    }
}
