package io.github.rootfsmaven.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.dockerrun.Run;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Plugin;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.model.Setting;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the images and containers of build plugins, from their configuration. */
class PomImagesTest {
    private static final Span PLACE =
            SourceFile.of(Path.of("pom.xml"), "<project/>").start();

    @TempDir
    Path directory;

    @Test
    void jib() throws Exception {
        PomImage image = image("jib-maven-plugin", """
                <to><image>acme/billing</image></to>
                <from><image>docker://azul/zulu-openjdk:21</image></from>
                <container>
                  <appRoot>/srv</appRoot>
                  <jvmFlags><jvmFlag>-Xmx1g</jvmFlag></jvmFlags>
                  <args>--port,80</args>
                  <environment><LOG>x</LOG></environment>
                  <workingDirectory>/work</workingDirectory>
                </container>
                """);
        assertThat(image.name().value()).isEqualTo("acme/billing");
        assertThat(image.image().base()).contains("azul/zulu-openjdk:21");
        assertThat(words(image.image().entrypoint()))
                .containsExactly("java", "-Xmx1g", "-cp", "@/srv/jib-classpath-file", String.valueOf(Text.UNRESOLVED));
        assertThat(words(image.image().command())).containsExactly("--port", "80");
        assertThat(image.image().environment()).containsOnlyKeys("LOG");
        assertThat(image.image().workingDirectory()).map(Located::value).contains("/work");
        assertThat(image.image().copied().get(0).target().value()).isEqualTo("/srv");
    }

    @Test
    void jibInheritsTheEntrypointOfItsBase() throws Exception {
        PomImage image = image(
                "jib-maven-plugin", "<to><image>a</image></to><container><entrypoint>INHERIT</entrypoint></container>");
        assertThat(image.image().entrypoint()).isEmpty();
        assertThat(image.image().base().orElseThrow()).matches("eclipse-temurin:.-jre");
    }

    @Test
    void jibWithoutATargetMakesNothing() throws Exception {
        assertThat(PomImages.of(build("jib-maven-plugin", "<container/>", List.of())))
                .isEmpty();
    }

    @Test
    void buildpacksNameTheImageAfterTheModule() throws Exception {
        PomImage image = image("spring-boot-maven-plugin", """
                <image><env><BPE_DELIM_JAVA>x</BPE_DELIM_JAVA><BPE_APPEND_JAVA_TOOL_OPTIONS>-Xlog:gc</BPE_APPEND_JAVA_TOOL_OPTIONS>
                <BP_JVM_VERSION>21</BP_JVM_VERSION></env></image>
                """);
        assertThat(image.name().value()).isEqualTo("docker.io/library/billing:1.2");
        assertThat(image.image().environment()).containsOnlyKeys("JAVA_TOOL_OPTIONS");
        assertThat(image.image().workingDirectory()).map(Located::value).contains("/workspace");
    }

    @Test
    void quarkusNamesTheImageInItsProperties() throws Exception {
        Files.writeString(
                directory.resolve("application.properties"),
                "quarkus.container-image.group = acme\nquarkus.container-image.name=pay\n");
        Module.Dependency extension =
                new Module.Dependency("io.quarkus", "quarkus-container-image-jib", "3", true, Optional.of(PLACE));
        PomImage image = PomImages.of(build("other", "", List.of(extension))).get(0);
        assertThat(image.name().value()).isEqualTo("acme/pay:" + Text.UNRESOLVED);
        assertThat(words(image.image().entrypoint())).containsExactly("java", "-jar", "quarkus-run.jar");
    }

    @Test
    void propertiesThatLieElsewhereAreNotRead(@TempDir Path outside) throws Exception {
        Path file = Files.writeString(outside.resolve("passwords"), "quarkus.container-image.name=s3cret\n");
        Files.createSymbolicLink(directory.resolve("application.properties"), file);
        List<Module.Dependency> dependencies = List.of(
                new Module.Dependency("io.quarkus", "quarkus-container-image-jib", "3", true, Optional.of(PLACE)));
        assertThat(PomImages.of(build("quarkus-maven-plugin", "", dependencies)))
                .allSatisfy(image -> assertThat(image.name().value()).doesNotContain("s3cret"));
    }

    @Test
    void dockerMavenPluginBuilds() throws Exception {
        PomImage plain = image("docker-maven-plugin", """
                <images><image><name>acme/db</name><build>
                  <from>postgres:17</from><user>70</user><workdir>/srv</workdir>
                  <volumes><volume>/srv/data</volume></volumes>
                  <entryPoint><exec><arg>start</arg><arg>it</arg></exec></entryPoint>
                  <cmd>with options</cmd>
                </build></image></images>
                """);
        Image image = plain.image();
        assertThat(image.base()).contains("postgres:17");
        assertThat(image.volumes()).extracting(Located::value).containsExactly("/srv/data");
        assertThat(words(image.entrypoint())).containsExactly("start", "it");
        assertThat(words(image.command())).containsExactly("with", "options");

        PomImage dockerfile = image("docker-maven-plugin", """
                <images><image><name>acme/db</name><build>
                  <contextDir>docker/db</contextDir><dockerFile>Dockerfile.prod</dockerFile>
                </build></image></images>
                """);
        assertThat(dockerfile.dockerfile()).contains(directory.resolve("docker/db/Dockerfile.prod"));
    }

    @Test
    void dockerMavenPluginRuns() throws Exception {
        List<Run> runs = DockerMavenPlugin.runs(build("docker-maven-plugin", """
                <images>
                  <image><name>skipped</name><run><skip>true</skip></run></image>
                  <image><name>built</name><build/></image>
                  <image><name>acme/db</name><alias>db</alias><run>
                    <readOnly>true</readOnly><privileged>true</privileged><user>70</user>
                    <capAdd><cap>SYS_ADMIN</cap></capAdd>
                    <tmpfs><mount>/run:size=1m</mount></tmpfs>
                    <volumes><bind><volume>data:/srv/data:ro</volume></bind></volumes>
                    <env><PGDATA>/srv/data</PGDATA></env>
                    <cmd><arg>serve</arg></cmd>
                  </run></image>
                </images>
                """, List.of()));
        assertThat(runs).hasSize(1);
        Run run = runs.get(0);
        assertThat(run.name().value()).isEqualTo("db");
        assertThat(run.image()).map(Located::value).contains("acme/db");
        assertThat(run.readOnly().is(true)).isTrue();
        assertThat(run.privileges().privileged()).isPresent();
        assertThat(run.privileges().capabilities()).extracting(Located::value).containsExactly("SYS_ADMIN");
        assertThat(run.mounts()).extracting(Mount::path).containsExactlyInAnyOrder("/run", "/srv/data");
        assertThat(run.environment()).containsOnlyKeys("PGDATA");
        assertThat(words(run.command())).containsExactly("serve");
        assertThat(run.complete()).isTrue();
    }

    private PomImage image(String plugin, String configuration) throws Exception {
        return PomImages.of(build(plugin, configuration, List.of())).get(0);
    }

    private PluginBuild build(String plugin, String configuration, List<Module.Dependency> dependencies)
            throws Exception {
        Module module = new Module(
                "billing",
                "jar",
                directory,
                directory.resolve("target"),
                "billing-1.2",
                directory.resolve("target/classes"),
                List.of(directory),
                dependencies,
                true);
        Xpp3Dom dom = Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>"));
        return new PluginBuild(module, "1.2", List.of(new Plugin(plugin, List.of(setting(dom)))), Map.of());
    }

    private static Setting setting(Xpp3Dom dom) {
        String text = dom.getValue() == null ? "" : dom.getValue().strip();
        return new Setting(
                dom.getName(),
                Located.literal(text, PLACE),
                Arrays.stream(dom.getChildren()).map(PomImagesTest::setting).toList());
    }

    private static List<String> words(Optional<Command> command) {
        return command.orElseThrow().words();
    }
}
