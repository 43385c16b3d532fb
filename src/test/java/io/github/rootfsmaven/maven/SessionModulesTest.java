package io.github.rootfsmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Module.Dependency;
import io.github.rootfsmaven.text.Span;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.io.xpp3.MavenXpp3ReaderEx;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Maven knows of a module, in words of our own. */
class SessionModulesTest {
    private static final String POM = """
            <project>
              <artifactId>app</artifactId>
              <dependencies>
                <dependency><groupId>org.xerial</groupId><artifactId>sqlite-jdbc</artifactId><version>3</version></dependency>
                <dependency>
                  <groupId>it</groupId>
                  <artifactId>
                    split
                  </artifactId>
                  <scope>runtime</scope>
                </dependency>
                <dependency>
                  <groupId>it</groupId>
                  <artifactId>tested</artifactId>
                  <scope>test</scope>
                </dependency>
              </dependencies>
            </project>
            """;

    @TempDir
    Path directory;

    private MavenProject project;

    @BeforeEach
    void project() throws Exception {
        project = project(true);
    }

    private MavenProject project(boolean located) throws Exception {
        Path pom = Files.writeString(directory.resolve("pom.xml"), POM);
        InputSource source = new InputSource();
        source.setLocation(pom.toString());
        try (Reader reader = Files.newBufferedReader(pom)) {
            Model model =
                    located ? new MavenXpp3ReaderEx().read(reader, true, source) : new MavenXpp3Reader().read(reader);
            Build build = new Build();
            build.setDirectory(directory.resolve("target").toString());
            build.setOutputDirectory(directory.resolve("target/classes").toString());
            build.setFinalName("app-1");
            model.setBuild(build);
            MavenProject project = new MavenProject(model);
            project.setFile(pom.toFile());
            return project;
        }
    }

    private Module module(boolean built) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(directory.toFile());
        @SuppressWarnings("deprecation")
        MavenSession session =
                new MavenSession(null, request, new org.apache.maven.execution.DefaultMavenExecutionResult(), project);
        return new SessionModules(session, any -> built).get().get(0);
    }

    private static Artifact artifact(String groupId, String artifactId, String scope, String... trail) {
        DefaultArtifact artifact =
                new DefaultArtifact(groupId, artifactId, "1", scope, "jar", "", new DefaultArtifactHandler("jar"));
        artifact.setDependencyTrail(trail.length == 0 ? null : List.of(trail));
        return artifact;
    }

    private static String place(Dependency dependency) {
        Span span = dependency.declared().orElseThrow();
        return span.startLine() + ":" + span.startColumn();
    }

    @Test
    void withoutAResolutionThePomTells() {
        Module module = module(true);
        assertThat(module.resolved()).isFalse();
        assertThat(module.target()).isEqualTo(directory.resolve("target"));
        assertThat(module.dependencies())
                .extracting(Dependency::artifactId, Dependency::direct, SessionModulesTest::place)
                .containsExactly(tuple("sqlite-jdbc", true, "4:58"), tuple("split", true, "7:7"));
    }

    @Test
    void whatWasResolvedIsSeenWhateverTheRunningGoalAskedFor() {
        Set<Artifact> resolved = new LinkedHashSet<>(List.of(
                artifact("org.xerial", "sqlite-jdbc", "compile", "it:app:jar:1", "org.xerial:sqlite-jdbc:jar:3"),
                artifact("it", "below", "runtime", "it:app:jar:1", "it:split:jar:1", "it:below:jar:1"),
                artifact("it", "adrift", "compile"),
                artifact("it", "tested", "test", "it:app:jar:1", "it:tested:jar:1"),
                artifact("it", "given", "provided", "it:app:jar:1", "it:given:jar:1")));
        project.setResolvedArtifacts(resolved);
        project.setArtifactFilter(none -> false);

        Module module = module(true);
        assertThat(module.resolved()).isTrue();
        assertThat(module.dependencies())
                .extracting(Dependency::artifactId, Dependency::direct, SessionModulesTest::place)
                .containsExactly(
                        tuple("sqlite-jdbc", true, "4:58"),
                        tuple("below", false, "7:7"),
                        tuple("adrift", false, "1:1"),
                        // the goals so far asked for less than the run-time scope
                        tuple("split", true, "7:7"));
        assertThat(project.getArtifacts()).as("what other goals see").isEmpty();
    }

    @Test
    void whatAnotherThreadIsBuildingIsLeftAlone() {
        project.setResolvedArtifacts(Set.of(artifact("it", "below", "runtime")));
        assertThat(module(false).resolved()).isFalse();
        assertThat(module(false).dependencies())
                .extracting(Dependency::artifactId)
                .doesNotContain("below");
    }

    @Test
    void whereMavenTellsNoPlaceTheNameIsLookedFor() throws Exception {
        project = project(false);
        assertThat(module(true).dependencies())
                .extracting(Dependency::artifactId, SessionModulesTest::place)
                .containsExactly(tuple("sqlite-jdbc", "4:58"), tuple("split", "8:9"));
    }
}
