package io.github.rootfsmaven.maven;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;

/** The properties that a text with {@code ${name}} may use in a build: those of the command line win. */
final class MavenProperties {
    private final Map<String, String> values = new LinkedHashMap<>();

    private MavenProperties() {}

    static Map<String, String> of(MavenProject project, MavenSession session) {
        MavenProperties properties = new MavenProperties();
        properties.addAll(project.getProperties());
        properties.addModel(project);
        properties.addAll(session.getUserProperties());
        return properties.values;
    }

    private void addAll(Properties more) {
        more.stringPropertyNames().forEach(name -> add(name, more.getProperty(name)));
    }

    private void addModel(MavenProject project) {
        add("project.groupId", project.getGroupId());
        add("project.artifactId", project.getArtifactId());
        add("project.version", project.getVersion());
        add("project.packaging", project.getPackaging());
        add("project.name", project.getName());
        Optional<String> basedir = Optional.ofNullable(project.getBasedir()).map(Object::toString);
        basedir.ifPresent(directory -> add("project.basedir", directory));
        basedir.ifPresent(directory -> add("basedir", directory));
        Build build = project.getBuild();
        add("project.build.finalName", build.getFinalName());
        add("project.build.directory", build.getDirectory());
        add("project.build.outputDirectory", build.getOutputDirectory());
        add("project.build.testOutputDirectory", build.getTestOutputDirectory());
        add("project.build.sourceDirectory", build.getSourceDirectory());
        Artifact parent = project.getParentArtifact();
        if (parent != null) {
            add("project.parent.groupId", parent.getGroupId());
            add("project.parent.artifactId", parent.getArtifactId());
            add("project.parent.version", parent.getVersion());
        }
    }

    private void add(String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
