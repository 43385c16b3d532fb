package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.app.ChosenServices;
import io.github.rootfsmaven.app.HardenGoal;
import io.github.rootfsmaven.app.HardenMode;
import io.github.rootfsmaven.app.ObserveGoal;
import io.github.rootfsmaven.check.Check;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.Report;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.harden.HardenSettings;
import io.github.rootfsmaven.observe.Observer;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.Lines;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.rules.Rules;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Started as it is, used, observed, hardened, checked, and started again: it works. */
@OnEngine
class EngineRoundTripTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A program that nobody knows: what it asks for on its standard input it keeps in odd places, and never says where. */
    private static final String PROGRAM = """
            book=$(printf '\\057opt\\057odd')/ledger
            mkdir -p "$book" && echo begun >"$book/book" || exit 1
            echo ready
            while true; do
              if [ -e /mnt/a/ask ]; then
                echo asked >>/srv/files/answers && echo answered || exit 2
              fi
              sleep 1
            done
            """;

    private static final String COMPOSE = """
            # the ledger
            services:
              app:
                image: TINY
                network_mode: none
                command: ["sh", "/program.sh"]
                volumes:
                  - ./program.sh:/program.sh:ro
                  - ./questions:/mnt/a:ro
            """;

    @Test
    @Claim(
            "A program that nobody knows is started as it is, used, observed and hardened; check has nothing more to say, it"
                    + " starts with a read-only root, works, and root cannot write the root")
    void aProgramThatNobodyKnows() throws Exception {
        try (Stack stack = Stack.of(COMPOSE).with("program.sh", PROGRAM).with("questions/ask", "?")) {
            stack.up();
            answered(stack);
            ProjectSettings settings = ProjectSettings.in(stack.directory());
            Lines lines = new Lines();
            new ObserveGoal(new Observer(), lines.screen(stack.directory())).run(settings, List.of(), true);
            assertThat(Files.readString(EngineObserveTest.file(stack))).contains("/opt/odd", "/srv/files");

            new HardenGoal(Rules.all(), lines.screen(stack.directory()))
                    .run(new HardenGoal.Settings(
                            settings,
                            ChosenServices.all(),
                            HardenMode.IN_PLACE,
                            HardenSettings.standard(),
                            stack.directory().resolve("target"),
                            Optional.empty()));
            String hardened = Files.readString(stack.directory().resolve("compose.yaml"));
            assertThat(hardened).contains("# the ledger", "read_only: true", "/opt/odd", "/srv/files");
            Report report = new Check(Rules.all()).run(ProjectLoader.load(settings), Policy.standard());
            assertThat(report.containers())
                    .singleElement()
                    .satisfies(judged -> assertThat(judged.verdict()).isEqualTo(Verdict.HARDENED));
            assertThat(report.findings()).noneMatch(found -> found.severity().atLeast(Severity.WARNING));

            stack.compose("down", "-t", "0");
            stack.up();
            answered(stack);
            assertThat(stack.root("app", "echo x >/usr/x").readOnly()).isTrue();
            assertThat(EngineObserveTest.only(stack).says().english())
                    .isEqualTo("is read-only and was refused nothing");
            assertThat(EngineObserveTest.only(stack).drift()).isEmpty();
        }
    }

    private static void answered(Stack stack) {
        assertThat(Deadline.reached(PATIENCE, () -> stack.logs("app").contains("answered")))
                .as(() -> stack.logs("app"))
                .isTrue();
    }
}
