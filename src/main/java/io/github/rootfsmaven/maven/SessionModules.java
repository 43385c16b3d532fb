package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Module.Dependency;
import io.github.rootfsmaven.text.Span;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;

/** The modules of a Maven session, in words of our own. They are looked at when somebody first asks, and then kept. */
final class SessionModules implements Supplier<List<Module>> {
    private static final Set<String> AT_RUN_TIME = Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME);

    private final MavenSession session;
    private final Predicate<MavenProject> isBuilt;
    private List<Module> modules;

    /** @param isBuilt whether a project is not being built by another thread just now */
    SessionModules(MavenSession session, Predicate<MavenProject> isBuilt) {
        this.session = session;
        this.isBuilt = isBuilt;
    }

    @Override
    public synchronized List<Module> get() {
        if (modules == null) {
            PomPlaces places = new PomPlaces(Path.of(session.getExecutionRootDirectory()));
            modules = session.getProjects().stream()
                    .filter(project -> project.getFile() != null)
                    .map(project -> module(project, places))
                    .toList();
        }
        return modules;
    }

    Module module(MavenProject project, PomPlaces places) {
        Map<String, Dependency> direct = direct(project, places);
        List<Artifact> resolved = resolved(project);
        Map<String, Dependency> all = new LinkedHashMap<>();
        resolved.forEach(artifact -> all.put(
                key(artifact.getGroupId(), artifact.getArtifactId()),
                new Dependency(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getBaseVersion(),
                        direct.containsKey(key(artifact.getGroupId(), artifact.getArtifactId())),
                        declared(artifact, direct).or(() -> places.start(project)))));
        // a mojo that asks for less than the run-time scope leaves run-time dependencies unresolved
        direct.forEach(all::putIfAbsent);
        return new Module(
                project.getArtifactId(),
                project.getPackaging(),
                path(project.getBasedir()),
                path(project, project.getBuild().getDirectory()),
                project.getBuild().getFinalName(),
                path(project, project.getBuild().getOutputDirectory()),
                project.getBuild().getResources().stream()
                        .map(FileSet::getDirectory)
                        .filter(directory -> directory != null)
                        .map(directory -> path(project, directory))
                        .toList(),
                List.copyOf(all.values()),
                !resolved.isEmpty() || direct.isEmpty());
    }

    /** The run-time dependencies of the effective POM. */
    private static Map<String, Dependency> direct(MavenProject project, PomPlaces places) {
        Map<String, Dependency> direct = new LinkedHashMap<>();
        project.getDependencies().stream()
                .filter(dependency -> dependency.getScope() == null || AT_RUN_TIME.contains(dependency.getScope()))
                .forEach(dependency -> direct.put(
                        key(dependency.getGroupId(), dependency.getArtifactId()),
                        new Dependency(
                                dependency.getGroupId(),
                                dependency.getArtifactId(),
                                dependency.getVersion() == null ? "" : dependency.getVersion(),
                                true,
                                places.of(dependency, project))));
        return direct;
    }

    /**
     * What the goals before this one have resolved. A project shows of that what the goal that is running asked for, which
     * in our case is nothing ({@code MavenProject.getArtifacts}, {@code MojoExecutor} of Maven 3.6 to 4.0); a copy with a
     * filter of its own shows all, and nobody else sees it. A project that another thread is building is left alone.
     */
    private List<Artifact> resolved(MavenProject project) {
        if (!isBuilt.test(project)) {
            return List.of();
        }
        MavenProject copy = project.clone();
        copy.setArtifactFilter(artifact -> AT_RUN_TIME.contains(artifact.getScope()));
        return new ArrayList<>(copy.getArtifacts());
    }

    /** The trail of an artifact begins with the project itself; then comes the dependency that its POM names. */
    private static Optional<Span> declared(Artifact artifact, Map<String, Dependency> direct) {
        List<String> trail = artifact.getDependencyTrail();
        if (trail == null || trail.size() < 2) {
            return Optional.ofNullable(direct.get(key(artifact.getGroupId(), artifact.getArtifactId())))
                    .flatMap(Dependency::declared);
        }
        String[] parts = trail.get(1).split(":");
        return parts.length < 2
                ? Optional.empty()
                : Optional.ofNullable(direct.get(key(parts[0], parts[1]))).flatMap(Dependency::declared);
    }

    private static String key(String groupId, String artifactId) {
        return groupId + ":" + artifactId;
    }

    private static Path path(MavenProject project, String directory) {
        return path(project.getBasedir()).resolve(directory).normalize();
    }

    private static Path path(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
