package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.Located;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeLoaderTest {

    @TempDir
    Path directory;

    private final List<Path> files = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "TRUE,true",
        "yes,true",
        "on,true",
        "'\"true\"',true",
        "'\"${RO:-true}\"',true",
        "off,false",
        "'\"no\"',false"
    })
    void readsTheWordsThatTheReferenceTakesForABoolean(String written, boolean readOnly) throws Exception {
        service("image: x", "read_only: " + written);
        assertThat(only().readOnly().is(readOnly)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"\"1\"", "1", "null", "~", "[true]", "t", "\" true\"", "\"\""})
    void refusesOtherWords(String written) throws Exception {
        service("image: x", "read_only: " + written);
        assertThat(problem().kind()).isEqualTo(Problem.Kind.INVALID_COMPOSE);
        assertThat(problem().where().startLine()).isEqualTo(4);
    }

    @Test
    void namesTheKeyThatIsMeant() throws Exception {
        service("image: x", "readonly: true");
        assertThat(problem().message().english()).isEqualTo("there is no key 'readonly' in services.a");
        assertThat(problem().hint().english()).isEqualTo("Did you mean 'read_only'?");
        assertThat(problem().where().text()).isEqualTo("readonly");
    }

    @Test
    void anOverrideFileIsLaidOverTheBase() throws Exception {
        file("compose.yaml", """
                services:
                  a:
                    image: x
                    read_only: true
                    tmpfs: [/tmp]
                    volumes: [./a:/a, ./b:/b]
                """);
        file("compose.override.yaml", """
                services:
                  a:
                    read_only: false
                    tmpfs: /run
                    volumes: ["./c:/a/:ro"]
                """);
        Service merged = only();
        assertThat(merged.readOnly().is(false)).isTrue();
        assertThat(merged.readOnlyKey().orElseThrow().file().path()).endsWith(Path.of("compose.override.yaml"));
        assertThat(merged.name().span().file().path()).endsWith(Path.of("compose.yaml"));
        assertThat(merged.mounts())
                .extracting(mount -> mount.type() + " " + mount.path() + " " + mount.access())
                .containsExactly("TMPFS /tmp WRITABLE", "TMPFS /run WRITABLE", "BIND /a READ_ONLY", "BIND /b WRITABLE");
    }

    @Test
    void resetAndOverrideTakeAwayWhatTheBaseSays() throws Exception {
        file("compose.yaml", "services: {a: {image: x, read_only: true, tmpfs: [/a, /b]}, b: {image: x}}\n");
        file(
                "compose.override.yaml",
                "services: {a: {read_only: !reset null, tmpfs: !override [/c]}, b: !reset null}\n");
        assertThat(only().readOnly().is(false)).isTrue();
        assertThat(only().mounts()).extracting(Mount::path).containsExactly("/c");
    }

    @Test
    void aServiceTakesOverWhatItExtends() throws Exception {
        file("compose.yaml", """
                services:
                  base: {image: x, read_only: true, tmpfs: [/tmp]}
                  a:
                    extends: base
                    tmpfs: [/run]
                """);
        Service extended = load().services().get(1);
        assertThat(extended.readOnly().is(true)).isTrue();
        assertThat(extended.mounts()).extracting(Mount::path).containsExactly("/tmp", "/run");
    }

    @Test
    void aCircleOfExtendsIsRefused() throws Exception {
        file("compose.yaml", "services:\n  a: {image: x, extends: b}\n  b: {image: x, extends: a}\n");
        assertThat(problem().message().english()).isEqualTo("circular extends: a -> b -> a");
    }

    /** Paths of the base start from its own file; the project's variables are used in it. */
    @Test
    void aServiceTakesOverWhatItExtendsInAnotherFile() throws Exception {
        other("sub/base.yaml", """
                services:
                  deep: {image: x, read_only: "${RO}", tmpfs: [/deep]}
                  b: {extends: deep, volumes: ["./d:/d", "../e:/e"], build: .}
                """);
        Files.writeString(directory.resolve(".env"), "RO=true\n");
        file("compose.yaml", "services:\n  a:\n    extends: {file: sub/base.yaml, service: b}\n    tmpfs: /own\n");
        assertThat(only().readOnly().is(true)).isTrue();
        assertThat(only().mounts())
                .extracting(mount ->
                        mount.path() + " " + mount.source().map(Located::value).orElse("-"))
                .containsExactly(
                        "/deep -", "/own -", "/d " + directory.resolve("sub/d"), "/e " + directory.resolve("e"));
        assertThat(only().mounts().get(2).source().orElseThrow().shown()).isEqualTo("./d");
        assertThat(only().build().orElseThrow().context().value())
                .isEqualTo(directory.resolve("sub").toString());
        assertThat(only().mounts().get(0).declared().file().path()).endsWith(Path.of("sub/base.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/base.yaml", "${NOWHERE}/base.yaml"})
    void aBaseThatCannotBeReadLeavesTheServiceUnknown(String base) throws Exception {
        file("compose.yaml", "services:\n  a:\n    extends: {file: '" + base + "', service: b}\n");
        assertThat(problem().kind()).isEqualTo(Problem.Kind.NOT_READ);
        assertThat(problem().where().startLine()).isEqualTo(3);
        assertThat(only().readOnly()).isInstanceOf(Known.Unknown.class);
        assertThat(only().complete()).isFalse();
    }

    /** Each include is a project of its own: its directory, its env file, under the includer's variables and words. */
    @Test
    void anIncludedFileIsPartOfTheProject() throws Exception {
        other("sub/c.yaml", """
                services:
                  b: {image: "x:${A}-${B}", volumes: ["./d:/d", "v1:/v"], tmpfs: /run}
                volumes: {v1: }
                """);
        other("sub/.env", "A=sub\nB=sub\n");
        Files.writeString(directory.resolve(".env"), "A=root\n");
        file("compose.yaml", """
                include: [sub/c.yaml]
                services:
                  b: {tmpfs: !override [/tmp]}
                """);
        assertThat(only().image().orElseThrow().value()).isEqualTo("x:root-sub");
        assertThat(only().mounts())
                .extracting(mount ->
                        mount.path() + " " + mount.source().map(Located::value).orElse("-"))
                .containsExactly("/tmp -", "/d " + directory.resolve("sub/d"), "/v v1");
        assertThat(load().read()).contains(directory.resolve("sub/c.yaml"));
    }

    @Test
    void anIncludeMayNameItsDirectoryAndEnvFiles() throws Exception {
        other("sub/c.yaml", "services: {b: {image: \"x:${A:-none}-${B}\", volumes: [\"./d:/d\"]}}\n");
        other("sub/.env", "A=ignored\n");
        other("my.env", "B=my\n");
        file("compose.yaml", "include: [{path: sub/c.yaml, project_directory: ., env_file: my.env}]\n");
        assertThat(only().image().orElseThrow().value()).isEqualTo("x:none-my");
        assertThat(only().mounts().get(0).source().orElseThrow().value())
                .isEqualTo(directory.resolve("d").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"oci://example.com/app", "https://github.com/o/r.git", "${NOWHERE}/c.yaml"})
    void anIncludeThatCannotBeReadIsReported(String path) throws Exception {
        file(
                "compose.yaml",
                "include:\n  - " + path + "\nservices:\n  a: {image: x, depends_on: [b], volumes: [v1:/v]}\n");
        assertThat(problem().kind()).isEqualTo(Problem.Kind.NOT_READ);
        assertThat(problem().where().text()).isEqualTo(path);
        assertThat(only().mounts()).hasSize(1);
    }

    @Test
    void aCircleOfIncludesIsRefused() throws Exception {
        other("sub/c.yaml", "include: [../compose.yaml]\n");
        file("compose.yaml", "include: [sub/c.yaml]\nservices: {a: {image: x}}\n");
        assertThat(problem().message().english()).isEqualTo("include cycle detected: compose.yaml includes itself");
    }

    @Test
    void aMissingIncludeIsRefusedWhereItIsNamed() throws Exception {
        file("compose.yaml", "include: [nope.yaml]\nservices: {a: {image: x}}\n");
        assertThat(problem().message().english()).isEqualTo("the file named here cannot be read: it does not exist");
        assertThat(problem().where().text()).isEqualTo("nope.yaml");
    }

    @Test
    void variablesComeFromTheEnvFileAndAreNeverShown() throws Exception {
        Files.writeString(directory.resolve(".env"), "DIR=/srv/topsecret\nMODE=ro\n");
        service("image: x", "volumes: [\"${DIR}/x:/data:${MODE}\"]");
        Mount mount = only().mounts().get(0);
        assertThat(mount.source().orElseThrow().value()).isEqualTo("/srv/topsecret/x");
        assertThat(mount.source().orElseThrow().shown()).isEqualTo("${DIR}/x");
        assertThat(mount.access()).isEqualTo(Access.READ_ONLY);
        assertThat(mount.options()).extracting(Located::shown).containsExactly("${MODE}");
    }

    @Test
    void aVariableWithoutValueInAKeyThatMattersIsUnknownAndSaidOnce() throws Exception {
        service("image: x:${TAG}", "read_only: ${RO}", "volumes: [\"./a:/a:${M}\", \"./b:/b:${M}\"]");
        ComposeProject project = load();
        assertThat(project.problems())
                .extracting(problem -> problem.message().english())
                .containsExactly(
                        "variable RO has no value here, and what can be written depends on it",
                        "variable M has no value here, and what can be written depends on it");
        assertThat(project.problems().get(1).also()).hasSize(1);
        assertThat(only().readOnly()).isEqualTo(Known.unknown("variable RO has no value"));
        assertThat(only().mounts()).extracting(Mount::access).containsOnly(Access.UNKNOWN);
    }

    @Test
    void aSourceWithoutValueStillHasItsTarget() throws Exception {
        service("image: x", "volumes: [\"${DATA}:/data\"]");
        assertThat(only().mounts())
                .extracting(mount -> mount.type() + " " + mount.path() + " " + mount.access())
                .containsExactly("BIND /data WRITABLE");
        assertThat(problem().kind()).isEqualTo(Problem.Kind.NOT_READ);
    }

    @Test
    void longSyntaxSaysTheSameAsShort() throws Exception {
        file("compose.yaml", """
                services:
                  a:
                    image: x
                    volumes:
                      - {type: bind, source: ./conf, target: /etc/app, read_only: true}
                      - {type: volume, source: data, target: /data/}
                      - {type: volume, target: /cache}
                      - {type: tmpfs, target: /var/run, tmpfs: {size: 64m, mode: 1777}}
                      - {type: image, source: y, target: /model}
                volumes: {data: }
                """);
        assertThat(only().mounts())
                .extracting(mount -> mount.type() + " " + mount.path() + " " + mount.access())
                .containsExactly(
                        "BIND /etc/app READ_ONLY",
                        "VOLUME /data WRITABLE",
                        "ANONYMOUS_VOLUME /cache WRITABLE",
                        "TMPFS /run WRITABLE",
                        "VOLUME /model READ_ONLY");
        Mount tmpfs = only().mounts().get(3);
        assertThat(tmpfs.options()).extracting(Located::value).containsExactly("size=67108864", "mode=3361");
        assertThat(tmpfs.mode().orElseThrow().shown()).isEqualTo("1777");
    }

    @Test
    void onlyFilesOfConfigsAndSecretsAreMounted() throws Exception {
        file("compose.yaml", """
                services:
                  a:
                    image: x
                    configs: [f, c, {source: f, target: /etc/f.conf}]
                    secrets: [s, e, {source: s, target: other}]
                configs: {f: {file: ./f}, c: {content: hello}}
                secrets: {s: {file: ./s}, e: {environment: E}}
                """);
        assertThat(only().mounts())
                .extracting(mount -> mount.type() + " " + mount.path() + " " + mount.access())
                .containsExactly(
                        "CONFIG /f READ_ONLY",
                        "CONFIG /etc/f.conf READ_ONLY",
                        "SECRET /run/secrets/s READ_ONLY",
                        "SECRET /run/secrets/other READ_ONLY");
    }

    @Test
    void aVolumeOfTheLocalDriverMayBeABindInDisguise() throws Exception {
        file("compose.yaml", """
                services:
                  a: {image: x, volumes: ["host:/host", "locked:/locked"]}
                volumes:
                  host: {driver: local, driver_opts: {type: none, o: bind, device: /etc}}
                  locked: {driver_opts: {type: none, o: "bind,ro", device: /srv}}
                """);
        assertThat(only().mounts())
                .extracting(mount ->
                        mount.type() + " " + mount.source().orElseThrow().value() + " " + mount.access())
                .containsExactly("BIND /etc WRITABLE", "BIND /srv READ_ONLY");
    }

    @Test
    void theSocketThatComposeMountsIsAMount() throws Exception {
        service("image: x", "use_api_socket: true");
        assertThat(only().mounts())
                .extracting(mount -> mount.type() + " " + mount.path())
                .containsExactly("BIND /run/docker.sock");
    }

    @Test
    void aRelativeTargetIsRefusedByTheEngineAndTheRestIsRead() throws Exception {
        file(
                "compose.yaml",
                "services:\n  a: {image: x, volumes: [\"/d:ro\", \"v:/data\", \"./x:/x\"]}\nvolumes: {v: }\n");
        assertThat(load().problems()).hasSize(2).allMatch(problem -> problem.kind() == Problem.Kind.INVALID_COMPOSE);
        assertThat(load().problems().get(1).hint().english()).contains("one letter");
        assertThat(only().mounts()).extracting(Mount::path).containsExactly("/x");
    }

    @Test
    void profilesSwitchServices() throws Exception {
        file("compose.yaml", "services: {a: {image: x}, b: {image: x, profiles: [dev]}}\n");
        assertThat(names(List.of("*"))).containsExactly("a", "b");
        assertThat(names(List.of("dev"))).containsExactly("a", "b");
        assertThat(names(List.of("test"))).containsExactly("a");
        assertThat(names(List.of())).containsExactly("a");
    }

    @Test
    void aProviderHasNoContainer() throws Exception {
        file("compose.yaml", "services: {a: {image: x}, db: {provider: {type: cloud}}}\n");
        assertThat(names(List.of("*"))).containsExactly("a");
    }

    @Test
    void theEnvironmentOfAServiceTakesValuesFromOutside() throws Exception {
        Files.writeString(directory.resolve(".env"), "TOKEN=hunter2\n");
        service("image: x", "environment: [A=1, TOKEN, MISSING]");
        assertThat(only().environment().keySet()).containsExactlyInAnyOrder("A", "TOKEN");
        assertThat(only().environment().get("TOKEN").value()).isEqualTo("hunter2");
        assertThat(only().environment().get("TOKEN").shown()).isEqualTo("${TOKEN}");
    }

    @Test
    void aFileThatIsADirectoryIsOneMessage() throws Exception {
        files.add(Files.createDirectory(directory.resolve("compose.yaml")));
        assertThat(problem().message().english()).isEqualTo("the file cannot be read: it is a directory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            services: {a: {read_only: true}}                          | service 'a' has neither an image nor a build
            services: {a: {image: x, volumes: [data:/d]}}             | service 'a' refers to undefined volume 'data'
            services: {a: {image: x, secrets: [s]}}                   | service 'a' refers to undefined secret 's'
            services: {a: {image: x, tmpfs: [/run, '/run:size=2m']}}  | services.a.tmpfs[1]: target /run already mounted as services.a.tmpfs[0]
            services: {a: {image: x, tmpfs: /run, volumes: [/run]}}   | services.a.volumes[0]: target /run already mounted as services.a.tmpfs[0]
            services: {a: {image: x, volumes: ['/h::ro']}}            | invalid volume '/h::ro': empty section between colons
            services: {a: {image: x, volumes: ['/a:/b:ro:x']}}        | invalid volume '/a:/b:ro:x': too many colons
            services: {a: {image: x, volumes: {b: c}}}                | services.a.volumes must be a list, not a mapping
            services: {a: {image: x, tmpfs: 5}}                       | services.a.tmpfs must be a string or a list, not a number
            services: {a: {image: x, hostname: '${X!}'}}              | services.a.hostname: invalid interpolation format
            services: {1: {image: x}}                                 | non-string key in services: 1
            services: [a]                                             | services must be a mapping
            - a                                                       | the top of a Compose file must be a mapping, not a array
            a: {image: x}                                             | there is no key 'a' at the top of a Compose file
            services: {a: {image: x, volumes: [{type: bind, target: /d}]}} | a mount of type bind needs a source
            services: {a: {image: x, volumes: [{type: tmpfs, target: /d, tmpfs: {size: big}}]}} | 'big' is no size
            services: {a: {image: x, depends_on: [b]}, b: {image: x, links: [a]}} | dependency cycle: a -> b -> a
            services: {a: {image: x, volumes_from: [b]}}              | service 'a' depends on undefined service 'b'
            services: {a: {build: {additional_contexts: {o: 'service:b'}}}, b: {image: x}} | service 'a' builds on a service that is not built, 'b'
            secrets: {s: {}}                                          | secrets.s: one of file, environment must be set
            """)
    void refusesWhatTheReferenceRefuses(String yaml, String message) throws Exception {
        file("compose.yaml", yaml);
        assertThat(problem().kind()).isEqualTo(Problem.Kind.INVALID_COMPOSE);
        assertThat(problem().message().english()).isEqualTo(message);
        assertThat(load().services()).isEmpty();
    }

    private void other(String name, String text) throws Exception {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void service(String... lines) throws Exception {
        file("compose.yaml", "services:\n  a:\n    " + String.join("\n    ", lines) + "\n");
    }

    private void file(String name, String text) throws Exception {
        files.add(Files.writeString(directory.resolve(name), text));
    }

    private ComposeProject load() {
        return load(List.of("*"));
    }

    private ComposeProject load(List<String> profiles) {
        return ComposeLoader.load(new ComposeSettings(files, List.of(), Map.of(), profiles, Unset.UNKNOWN));
    }

    private List<String> names(List<String> profiles) {
        return load(profiles).services().stream()
                .map(service -> service.name().value())
                .toList();
    }

    private Service only() {
        assertThat(load().services()).hasSize(1);
        return load().services().get(0);
    }

    private Problem problem() {
        assertThat(load().problems()).isNotEmpty();
        return load().problems().get(0);
    }
}
