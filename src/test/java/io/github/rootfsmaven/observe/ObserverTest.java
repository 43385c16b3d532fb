package io.github.rootfsmaven.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.app.ObserveGoal;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.Lines;
import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is said of what was seen, with a command in the place of docker. */
@DisabledOnOs(OS.WINDOWS)
class ObserverTest {
    private static final String COMPOSE = """
            services:
              app:
                image: example.org/app:1
                read_only: %s
                volumes: ["data:/data"]
            volumes: {data: {}}
            """;

    private static final String DOCKER = """
            #!/bin/sh
            case "$1" in
              inspect) echo '{"id":"abc","name":"/shop-app-1","status":"running","readOnly":%s,"service":"app",%s}' ;;
              diff) printf 'A /opt/odd/a\\nA /srv/files/b\\n' ;;
              logs) echo "open '/opt/odd/a': Read-only file system" ;;
            esac
            """;

    @TempDir
    Path directory;

    private Path docker;

    @BeforeEach
    void setUp() {
        docker = directory.resolve("docker");
    }

    private Observer observer(boolean asked, boolean readOnly, String mounts) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), COMPOSE.formatted(asked));
        Files.writeString(docker, DOCKER.formatted(readOnly, mounts));
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        return new Observer(docker.toString(), Duration.ofSeconds(60));
    }

    private Seen seen(boolean asked, boolean readOnly, String mounts) throws Exception {
        return observer(asked, readOnly, mounts)
                .look(ProjectLoader.load(ProjectSettings.in(directory)), List.of("shop-app-1"))
                .get(0);
    }

    @Test
    void whatWasWrittenAndWhereTheContainerIsAnother() throws Exception {
        Seen seen = seen(true, false, "\"mounts\":[{\"type\":\"tmpfs\",\"path\":\"/tmp\",\"rw\":true}]");

        assertThat(seen.says().english()).isEqualTo("wrote to 2 places: /opt/odd, /srv/files");
        assertThat(seen.drift())
                .extracting(Message::english)
                .containsExactly(
                        "its root filesystem is writable, and read-only in the files",
                        "a tmpfs is mounted on /tmp, of which the files say nothing",
                        "nothing is mounted on /data, and a volume in the files");
    }

    @Test
    void whatWasRefused() throws Exception {
        Seen seen = seen(false, true, "\"mounts\":[{\"type\":\"volume\",\"path\":\"/data\",\"rw\":false}]");

        assertThat(seen.says().english()).isEqualTo("is read-only and was refused 1 place: /opt/odd");
        assertThat(seen.drift())
                .extracting(Message::english)
                .containsExactly(
                        "its root filesystem is read-only, and writable in the files",
                        "/data is read-only, and writable in the files");
    }

    @Test
    void inJapanese() throws Exception {
        Lines lines = new Lines();
        Observer observer = observer(true, false, "\"mounts\":[{\"type\":\"volume\",\"path\":\"/data\",\"rw\":false}]");

        assertThat(new ObserveGoal(observer, lines.screen(directory, Language.JA))
                        .run(ProjectSettings.in(directory), List.of("shop-app-1"), true))
                .isEmpty();
        assertThat(lines.all())
                .startsWith(
                        "app (shop-app-1): 2 か所に書き込んだ: /opt/odd, /srv/files",
                        "app (shop-app-1) の食い違い: ルートファイルシステムが実際は書き込み可能、ファイルでは読み取り専用",
                        "app (shop-app-1) の食い違い: /data が実際は読み取り専用、ファイルでは書き込み可能");
    }

    @Test
    void nobodyAnswers() throws Exception {
        Lines lines = new Lines();
        Observer observer = new Observer(docker.toString(), Duration.ofSeconds(60));

        assertThat(new ObserveGoal(observer, lines.screen(directory, Language.JA))
                        .run(ProjectSettings.in(directory), List.of(), false))
                .isEmpty();
        assertThat(lines.all()).containsExactly("観測なし: docker コマンドがない。");
    }
}
