package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What Docker Compose itself puts into containers, and what a read-only root makes of it. */
@OnEngine
class EngineComposeTest {

    @Test
    @Claim("A config with `content` is refused together with `read_only: true`, and started without it")
    void inlinedConfigsAreRefused() {
        String configs = "configs:\n  conf: {content: x}\n";
        try (Stack stack = Stack.of(Stack.service("read_only: true", "configs: [conf]") + configs)) {
            Answer answer = stack.tryUp();
            assertThat(answer.succeeded()).isFalse();
            assertThat(answer.said()).contains("`file` is the sole supported option");
        }
        try (Stack stack = Stack.up(Stack.service("configs: [conf]") + configs)) {
            assertThat(stack.root("app", "cat /conf").out()).isEqualTo("x");
        }
    }

    @Test
    @Claim("A secret with `environment` is refused together with `read_only: true`, and started without it")
    void secretsFromVariablesAreRefused() {
        String secrets = "secrets:\n  pass: {environment: PATH}\n";
        try (Stack stack = Stack.of(Stack.service("read_only: true", "secrets: [pass]") + secrets)) {
            Answer answer = stack.tryUp();
            assertThat(answer.succeeded()).isFalse();
            assertThat(answer.said()).contains("`file` is the sole supported option");
        }
        try (Stack stack = Stack.up(Stack.service("secrets: [pass]") + secrets)) {
            assertThat(stack.root("app", "cat /run/secrets/pass").out()).isNotEmpty();
        }
    }

    @Test
    @Claim(
            "Configs and secrets from files are read-only mounts, also under a writable root; `mode` and `uid` are ignored"
                    + " with a warning")
    void configsFromFilesAreReadOnly() {
        try (Stack stack = Stack.of(
                        Stack.service("configs: [{source: conf, mode: 0777, uid: '1000'}]", "secrets: [pass]")
                                + "configs:\n  conf: {file: ./conf}\nsecrets:\n  pass: {file: ./conf}\n")
                .with("conf", "x")) {
            assertThat(stack.tryUp().said()).contains("will be ignored");
            assertThat(stack.root("app", "echo y >>/conf").readOnly()).isTrue();
            assertThat(stack.root("app", "echo y >>/run/secrets/pass").readOnly())
                    .isTrue();
            assertThat(stack.root("app", "stat -c %a /conf").out()).isNotEqualTo("777");
        }
    }

    @Test
    @Claim("`docker compose cp` into a read-only root is refused; onto a writable volume of it works")
    void copyNeedsAWritablePlace() {
        try (Stack stack =
                Stack.of(Stack.service("read_only: true", "volumes: [/data]")).with("file", "x")) {
            stack.up();
            Answer root = stack.compose("cp", "file", "app:/etc/file");
            assertThat(root.succeeded()).isFalse();
            assertThat(root.said()).contains("read-only");
            assertThat(stack.compose("cp", "file", "app:/data/file").succeeded())
                    .isTrue();
            assertThat(stack.root("app", "cat /data/file").out()).isEqualTo("x");
        }
    }

    @Test
    @Claim(
            "`docker compose watch` with `sync` cannot bring a changed file into a read-only root; without `read_only` it can")
    void watchNeedsAWritableRoot() throws IOException {
        assertThat(watched("read_only: true")).isFalse();
        assertThat(watched("read_only: false")).isTrue();
    }

    private static boolean watched(String root) throws IOException {
        // sync is only for services that are built
        try (Stack stack = Stack.of(Stack.service(
                        root,
                        "build: {context: ., dockerfile_inline: 'FROM TINY'}",
                        "develop: {watch: [{action: sync, path: ./src, target: /opt/app}]}"))
                .with("src/file", "old")) {
            stack.up();
            Path log = stack.directory().resolve("log");
            java.lang.Process watch = stack.watch(log);
            try {
                await(() -> read(log).contains("Watch enabled"), log);
                Files.writeString(stack.directory().resolve("src/file"), "new");
                BooleanSupplier arrived =
                        () -> stack.root("app", "cat /opt/app/file").out().equals("new");
                BooleanSupplier refused = () -> read(log).contains("read-only");
                await(() -> arrived.getAsBoolean() || refused.getAsBoolean(), log);
                return arrived.getAsBoolean();
            } finally {
                watch.destroy();
                watch.onExit().join();
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void await(BooleanSupplier state, Path log) {
        assertThat(Deadline.reached(Duration.ofSeconds(30), state))
                .as(() -> read(log))
                .isTrue();
    }
}
