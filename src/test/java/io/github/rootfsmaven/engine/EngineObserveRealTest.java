package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.observe.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@code observe} sees of real programs. */
@OnEngine(image = RealImages.DEBIAN)
class EngineObserveRealTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String NGINX = "services:\n  app:\n    network_mode: none\n    image: " + RealImages.DEBIAN
            + "\n    command: [nginx, -g, \"daemon off;\"]\n";

    @Test
    @Claim(
            "nginx of Debian is observed at its three places where it can write, at the refused one where it cannot, and a file"
                    + " with mounts on what was observed serves")
    void nginx() throws Exception {
        try (Stack stack = Stack.up(NGINX)) {
            serves(stack);
            Seen seen = EngineObserveTest.only(stack);
            assertThat(EngineObserveTest.paths(seen)).containsExactly("/run", "/var/lib/nginx", "/var/log/nginx");
            EngineObserveTest.keep(stack, seen);

            stack.with("compose.yaml", NGINX + "    read_only: true\n");
            stack.up();
            assertThat(Deadline.reached(PATIENCE, () -> stack.logs("app").contains("Read-only file system")))
                    .isTrue();
            Seen refused = EngineObserveTest.only(stack);
            assertThat(EngineObserveTest.paths(refused))
                    .isNotEmpty()
                    .isSubsetOf("/run", "/var/lib/nginx", "/var/log/nginx");
            String once = java.nio.file.Files.readString(EngineObserveTest.file(stack));
            assertThat(EngineObserveTest.keep(stack, refused).replaceAll("sources: .*", ""))
                    .as("nothing new but how it was seen")
                    .isEqualTo(once.replaceAll("sources: .*", ""));

            Prediction prediction = Prediction.of(stack.directory(), java.util.List.of());
            assertThat(prediction.report().findings())
                    .extracting(finding -> finding.finding().subject())
                    .doesNotHaveDuplicates()
                    .contains("/run", "/var/lib/nginx", "/var/log/nginx");
            stack.with(
                    "compose.yaml",
                    NGINX + "    read_only: true\n" + prediction.mounts().indent(4) + prediction.volumes());
            stack.up();
            serves(stack);
        }
    }

    private static void serves(Stack stack) {
        assertThat(Deadline.reached(
                        PATIENCE,
                        () -> stack.own("app", "curl -s http://localhost/")
                                .out()
                                .contains("nginx")))
                .as(() -> stack.logs("app"))
                .isTrue();
    }
}
