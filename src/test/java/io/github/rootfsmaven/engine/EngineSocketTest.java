package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The engine's own socket in a container. */
@OnEngine(image = RealImages.DEBIAN)
class EngineSocketTest {

    @Test
    @Claim(
            "Through the engine's socket, mounted `:ro`, or through its directory, mounted `:ro`, a process in a container"
                    + " with a read-only root makes the engine create another container")
    void readOnlySocketObeys() {
        Path socket = Path.of(System.getenv()
                .getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock")
                .replaceFirst("^unix://", ""));
        assumeTrue(Files.exists(socket), "the engine's socket is not on this machine");
        String compose = """
                services:
                  file: {image: %1$s, network_mode: none, read_only: true, command: [sleep, infinity],
                         volumes: ["%2$s:/engine/docker.sock:ro"]}
                  directory: {image: %1$s, network_mode: none, read_only: true, command: [sleep, infinity],
                         volumes: ["%3$s:/engine:ro"]}
                """.formatted(RealImages.DEBIAN, socket, socket.getParent());
        try (Stack stack = Stack.up(compose)) {
            for (String service : new String[] {"file", "directory"}) {
                Answer created = stack.root(
                        service,
                        "curl -s --unix-socket /engine/docker.sock -H 'Content-Type: application/json'"
                                + " -d '{\"Image\": \"" + TinyImage.NAME + "\"}' http://engine/containers/create");
                assertThat(created.out()).as(service).contains("\"Id\":");
                String id = created.out().replaceFirst(".*\"Id\":\"([0-9a-f]+)\".*", "$1");
                assertThat(Docker.run("rm", "-f", id).succeeded())
                        .as(created.said())
                        .isTrue();
            }
        }
    }
}
