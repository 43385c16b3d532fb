package io.github.rootfsmaven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.project.ProjectSettings.Compose;
import io.github.rootfsmaven.project.ProjectSettings.Search;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Located;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLoaderTest {

    @TempDir
    Path directory;

    @Test
    void nothingIsAnEmptyProject() throws Exception {
        assertThat(load().isEmpty()).isTrue();
    }

    @Test
    void findsTheFilesThatDockerComposeFinds() throws Exception {
        file("docker-compose.yaml", "services: {ignored: {image: x}}");
        file("docker-compose.yml", "services: {taken: {image: x}}");
        file("compose.override.yml", "services: {taken: {read_only: true}}");
        assertThat(names(load())).containsExactly("taken");
        assertThat(load().containers().get(0).rootIsReadOnly()).isTrue();
        assertThat(load().unchecked()).containsExactly(directory.resolve("docker-compose.yaml"));
    }

    @Test
    void anOverrideAloneIsNoProject() throws Exception {
        file("compose.override.yaml", "services: {a: {image: x}}");
        assertThat(load().containers()).isEmpty();
        assertThat(load().unchecked()).hasSize(1);
    }

    @Test
    void readsTheScriptsThatRunSomething() throws Exception {
        file("bin/start.sh", "docker run -d --name started --read-only example/a");
        file("Makefile", "all:\n\tdocker run -d --name made example/a\n");
        file("bin/other.sh", "echo docker run example/a");
        file("bin/python.sh", "#!/usr/bin/env python3\ndocker run example/a");
        file("target/built.sh", "docker run example/a");
        file("src/test/it.sh", "docker run example/a");
        Files.write(directory.resolve("binary.sh"), new byte[] {'d', 'o', 'c', 'k', 'e', 'r', 0, (byte) 0xFF});
        Project project = load();
        assertThat(project.containers())
                .extracting(container -> container.name().orElseThrow().shown() + " "
                        + container.readOnly().value().orElseThrow())
                .containsExactly("made false", "started true");
        assertThat(project.problems()).isEmpty();
        assertThat(project.read())
                .extracting(path -> directory.relativize(path).toString().replace('\\', '/'))
                .containsExactly("Makefile", "bin/start.sh");
    }

    @Test
    void aLineJoinsTheImageThatAServiceBuildsUnderItsName() throws Exception {
        file("Dockerfile", "FROM scratch\nUSER 7\nVOLUME /data\nENTRYPOINT [\"/own\"]\nCMD [\"/arg\"]\n");
        file("compose.yaml", "services: {a: {build: ., image: example/a, read_only: true}}");
        file("start.sh", "docker run -d --entrypoint /other example/a:latest\ndocker run -d example/b x\n");
        List<Container> started = load().containers().stream()
                .filter(container -> container.start().isRun())
                .toList();
        assertThat(started.get(0).image().built()).isTrue();
        assertThat(started.get(0).process().user().orElseThrow().value()).isEqualTo("7");
        assertThat(started.get(0).process().entrypoint().map(Command::words)).contains(List.of("/other"));
        assertThat(started.get(0).process().command()).isEmpty();
        assertThat(started.get(0).openImageVolumes()).hasSize(1);
        assertThat(started.get(1).image().built()).isFalse();
        assertThat(started.get(1).process().command().map(Command::words)).contains(List.of("x"));
    }

    @Test
    void volumesFromBringsWhatAnotherLineOfTheFileMounts() throws Exception {
        file("start.sh", """
                docker run -d --name a -v /x:/x -v yy:/y --tmpfs /t --read-only image
                docker run -d --name b --volumes-from a:ro -v /z:/y --read-only image
                docker run -d --name c --volumes-from b --volumes-from c --volumes-from nobody --read-only image
                """);
        List<Container> containers = load().containers();
        assertThat(containers.get(1).mounts())
                .extracting(mount -> mount.type() + " " + mount.path() + " " + mount.access())
                .containsExactly("INHERITED /x READ_ONLY", "BIND /y WRITABLE");
        assertThat(containers.get(1).complete()).isTrue();
        assertThat(containers.get(2).mounts())
                .extracting(mount -> mount.path() + " " + mount.access())
                .contains("/x READ_ONLY", "/y WRITABLE");
        assertThat(containers.get(2).complete()).isFalse();
    }

    @Test
    void searchesUpwardsOnlyWhereAsked() throws Exception {
        file(".git/HEAD", "");
        file("compose.yaml", "services: {a: {image: x}}");
        Path module = Files.createDirectories(directory.resolve("module"));
        assertThat(names(ProjectLoader.load(ProjectSettings.in(module)))).isEmpty();
        assertThat(names(ProjectLoader.load(in(module, Search.UP_TO_REPOSITORY))))
                .containsExactly("a");
        assertThat(names(ProjectLoader.load(in(module, Search.UP)))).containsExactly("a");
    }

    @Test
    void theRepositoryIsWhereTheSearchEnds() throws Exception {
        file("compose.yaml", "services: {a: {image: x}}");
        file("repository/.git/HEAD", "");
        Path module = Files.createDirectories(directory.resolve("repository/module"));
        assertThat(names(ProjectLoader.load(in(module, Search.UP_TO_REPOSITORY))))
                .isEmpty();
    }

    @Test
    void aFileOfTheEnvFileReplacesDiscovery() throws Exception {
        file("compose.yaml", "services: {a: {image: x}}");
        file("stack.yaml", "services: {b: {image: x}}");
        file(".env", "COMPOSE_FILE=stack.yaml\n");
        assertThat(names(load())).containsExactly("b");
    }

    @Test
    void aDashTakesTheProfilesThatDockerComposeTakes() throws Exception {
        file("compose.yaml", "services: {a: {image: x}, b: {image: x, profiles: [b]}, c: {image: x, profiles: [c]}}");
        file(".env", "COMPOSE_PROFILES=c\n");
        ProjectSettings settings =
                ProjectSettings.in(directory).with(new Compose(Search.HERE, List.of(), Optional.empty(), List.of("-")));
        assertThat(names(ProjectLoader.load(settings))).containsExactly("a", "c");
    }

    @Test
    void filesOfDockerDirectoriesAreProjectsOfTheirOwn() throws Exception {
        file("src/main/docker/app.yml", "services: {app: {image: x}}");
        file("src/main/docker/prometheus/prometheus.yml", "global: {}");
        file("docker/config.yml", "logging: {}");
        file("docker/db.yaml", "services: {db: {image: x}}");
        assertThat(names(load())).containsExactly("db", "app");
    }

    @Test
    void patternsThatTheUserWritesReachEverywhere() throws Exception {
        file("src/it/stack/app.yml", "services: {app: {image: x}}");
        file("src/it/stack/db.yml", "services: {db: {image: x}}");
        ProjectSettings.Patterns patterns =
                new ProjectSettings.Patterns(List.of("src/it/**/*.yml"), List.of("**/db.yml"));
        assertThat(names(ProjectLoader.load(ProjectSettings.in(directory)
                        .with(new Compose(Search.HERE, List.of(), Optional.of(patterns), List.of("*"))))))
                .containsExactly("app");
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        ProjectSettings settings =
                ProjectSettings.in(directory).withComposeFiles(List.of(directory.resolve("no.yaml")));
        assertThatThrownBy(() -> ProjectLoader.load(settings))
                .isInstanceOf(BadParameter.class)
                .hasMessageStartingWith("Parameter 'composeFiles': there is no file ");
    }

    @Test
    void joinsAServiceWithTheDockerfileThatBuildsIt() throws Exception {
        file("compose.yaml", """
                services:
                  api:
                    build: {context: app, dockerfile: docker/Dockerfile, target: run, args: {DIR: /srv}}
                    image: example/api
                    user: "1000"
                """);
        file("app/docker/Dockerfile", """
                FROM node:24 AS build
                VOLUME /not/of/the/final/stage
                FROM node:24-slim AS run
                ARG DIR=/wrong
                WORKDIR /app
                USER node
                VOLUME ${DIR}/data
                CMD ["node", "x.js"]
                FROM run AS debug
                VOLUME /debug
                """);
        Container api = load().containers().get(0);
        assertThat(api.image().volumes()).extracting(Located::value).containsExactly("/srv/data");
        assertThat(api.image().volumes()).extracting(Located::shown).containsExactly("${DIR}/data");
        assertThat(api.process().user().orElseThrow().value()).isEqualTo("1000");
        assertThat(api.process().workingDirectory().orElseThrow().value()).isEqualTo("/app");
        assertThat(load().containers()).hasSize(1);
    }

    @Test
    void aDockerfileThatNoServiceBuildsIsAContainerWithoutName() throws Exception {
        file("compose.yaml", "services: {a: {build: .}}");
        file("Dockerfile", "FROM scratch\n");
        file("tools/Dockerfile", "FROM scratch\nVOLUME /data\n");
        file("target/Dockerfile", "broken");
        file("src/test/docker/Dockerfile", "broken");
        file("Dockerfile.dockerignore", "broken");
        file("Dockerfile.template", "{{ broken }}");
        file("Dockerfile.j2", "{{ broken }}");
        Project project = load();
        assertThat(project.problems()).isEmpty();
        assertThat(project.containers()).hasSize(2);
        Container tools = project.containers().get(1);
        assertThat(tools.name()).isEmpty();
        assertThat(tools.readOnly().value()).isEmpty();
        assertThat(tools.openImageVolumes()).extracting(Located::value).containsExactly("/data");
    }

    @Test
    void ofTemporaryFilesTheSurestReasonIsKept() throws Exception {
        file("compose.yaml", "services: {a: {build: .}, b: {image: 'mysql:8'}, c: {image: 'example/x'}}");
        file("Dockerfile", "FROM eclipse-temurin:21\nCMD [\"java\", \"-jar\", \"/app.jar\"]\n");
        assertThat(load().containers())
                .extracting(container -> container.writes().stream()
                        .filter(write -> write.path().value().equals("/tmp"))
                        .map(write -> write.evidence().word())
                        .toList())
                .containsExactly(List.of("dockerfile"), List.of("image"), List.of("inferred"));
    }

    @Test
    void aMissingDockerfileIsNotRead() throws Exception {
        file("compose.yaml", "services:\n  a:\n    build: ./nowhere\n");
        Problem problem = load().problems().get(0);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_READ);
        assertThat(problem.message().english())
                .isEqualTo("the Dockerfile 'Dockerfile' does not exist in the build context './nowhere'");
        assertThat(problem.where().startLine()).isEqualTo(3);
    }

    @Test
    void aVolumeAtAnUnknownPlaceIsNotRead() throws Exception {
        file("compose.yaml", "services: {a: {build: .}}");
        file("Dockerfile", "FROM scratch\nARG DIR\nVOLUME ${DIR}/data /known\n");
        assertThat(load().containers().get(0).image().volumes())
                .extracting(Located::value)
                .containsExactly("/known");
        assertThat(load().problems().get(0).where().startLine()).isEqualTo(3);
        assertThat(load().problems().get(0).message().english()).contains("${DIR}/data");
    }

    @Test
    void aBrokenDockerfileIsOneProblemHoweverManyBuildIt() throws Exception {
        file("compose.yaml", "services: {a: {build: .}, b: {build: .}}");
        file("Dockerfile", "FROM scratch\nVOLUM /data\n");
        assertThat(load().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID_DOCKERFILE))
                .satisfies(problem -> assertThat(problem.where().startLine()).isEqualTo(2));
        assertThat(load().containers()).hasSize(2);
    }

    @Test
    void anInlineDockerfileHasThePlacesOfTheComposeFile() throws Exception {
        file("compose.yaml", """
                services:
                  a:
                    build:
                      dockerfile_inline: |
                        FROM scratch
                        VOLUME /data
                """);
        Located<String> volume = load().containers().get(0).image().volumes().get(0);
        assertThat(volume.span().startLine()).isEqualTo(6);
        assertThat(volume.span().file().path()).isEqualTo(directory.resolve("compose.yaml"));
    }

    @Test
    void anEntrypointOfTheServiceTakesTheImagesCommandAway() throws Exception {
        file("Dockerfile", "FROM scratch\nENTRYPOINT [\"/e\"]\nCMD [\"c\"]\n");
        file("compose.yaml", """
                services:
                  own: {build: ., entrypoint: /mine}
                  command: {build: ., command: other}
                  neither: {build: .}
                """);
        assertThat(load().containers())
                .extracting(container ->
                        container.process().commands().map(Command::words).toList())
                .containsExactly(
                        List.of(List.of("/mine")),
                        List.of(List.of("/e"), List.of("other")),
                        List.of(List.of("/e"), List.of("c")));
    }

    @Test
    void mountsOfAnotherServiceAreTakenOverWritable() throws Exception {
        file("Dockerfile", "FROM scratch\nVOLUME /image\n");
        file("compose.yaml", """
                services:
                  source: {build: ., volumes: [data:/data, "./conf:/conf:ro"], tmpfs: /tmp}
                  reader: {image: x, read_only: true, volumes_from: ["source:ro"], volumes: ["./own:/data:ro"]}
                volumes: {data: }
                """);
        WritableMap map = load().containers().get(1).map();
        assertThat(map.access("/image")).isEqualTo(Access.WRITABLE);
        assertThat(map.entryFor("/image").type()).isEqualTo(MountType.INHERITED);
        assertThat(map.access("/conf")).isEqualTo(Access.READ_ONLY);
        assertThat(map.entryFor("/data").type()).isEqualTo(MountType.BIND);
        assertThat(map.access("/tmp")).isEqualTo(Access.READ_ONLY);
    }

    @Test
    void theMapIsTheMountTable() throws Exception {
        file("Dockerfile", "FROM scratch\nVOLUME /lib/data /replaced\n");
        file("compose.yaml", """
                services:
                  a:
                    build: .
                    read_only: true
                    tmpfs: [/var/run, /tmp]
                    volumes: ["./r:/replaced:ro", "./w:/replaced/w"]
                """);
        WritableMap map = load().containers().get(0).map();
        Map<String, Access> expected = Map.ofEntries(
                Map.entry("/", Access.READ_ONLY),
                Map.entry("/etc/hosts", Access.READ_ONLY),
                Map.entry("/run/x.pid", Access.WRITABLE),
                Map.entry("/var/run/x.pid", Access.WRITABLE),
                Map.entry("/lib/data/x", Access.WRITABLE),
                Map.entry("/lib/database", Access.READ_ONLY),
                Map.entry("/replaced/x", Access.READ_ONLY),
                Map.entry("/replaced/w/x", Access.WRITABLE),
                Map.entry("/dev/shm/x", Access.WRITABLE),
                Map.entry("/proc/sys/x", Access.READ_ONLY),
                Map.entry("/sys/x", Access.READ_ONLY));
        assertThat(expected)
                .allSatisfy(
                        (path, access) -> assertThat(map.access(path)).as(path).isEqualTo(access));
    }

    @Test
    void temporaryFilesAreLikelyWhereARuntimeRuns() throws Exception {
        file("Dockerfile", "FROM eclipse-temurin\nCMD [\"java\", \"-Djava.io.tmpdir=/work\", \"-jar\", \"x.jar\"]\n");
        file("compose.yaml", "services: {java: {build: .}, other: {image: redis}}");
        List<Write> writes = load().containers().stream()
                .map(container -> container.writes().get(0))
                .toList();
        assertThat(writes)
                .extracting(write -> write.path().value() + " " + write.evidence())
                .containsExactly("/work DOCKERFILE", "/tmp INFERRED");
    }

    private Project load() throws Exception {
        return ProjectLoader.load(ProjectSettings.in(directory));
    }

    private static List<String> names(Project project) {
        return project.containers().stream()
                .map(container -> container.name().map(Located::value).orElse("-"))
                .toList();
    }

    private static ProjectSettings in(Path place, Search search) {
        return ProjectSettings.in(place).with(Compose.found(search));
    }

    private void file(String name, String text) throws Exception {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
