package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.CheckGoal;
import io.github.rootfsmaven.report.BuildReport;
import io.github.rootfsmaven.report.ReportFile;
import io.github.rootfsmaven.report.Run;
import io.github.rootfsmaven.text.BadParameter;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The reports of one build as a whole: whoever has checked adds a run, and writes anew what is known by then. The runs
 * are kept in the build's request as types of the JDK, since modules may have class loaders of their own.
 */
final class BuildReports implements CheckGoal.Build {
    private static final String KEY = "io.github.rootfs-maven:rootfs-maven-plugin:report:";

    private final MavenSession session;
    private final MojoExecution execution;

    BuildReports(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
    }

    @Override
    public String execution() {
        return execution.getExecutionId();
    }

    /** The report of a build with a single run would say what the run's own says. */
    @Override
    public void add(Run run, BuildReport whole, String part) throws BadParameter {
        SortedMap<String, String> parts = parts(whole.file());
        // of two that write at the same time, the later one knows both
        synchronized (parts) {
            parts.put(run.key(), part);
            if (session.getProjects().size() > 1 || parts.size() > 1) {
                ReportFile.write(
                        "outputDirectory",
                        directory().resolve("rootfs").resolve(whole.file()),
                        whole.text(List.copyOf(parts.values())));
            }
        }
    }

    /** The build directory of the module that Maven was started for, also if that is left out of the build ({@code -pl}). */
    private Path directory() {
        return session.getProjects().stream()
                .filter(MavenProject::isExecutionRoot)
                .findFirst()
                .map(root -> Path.of(root.getBuild().getDirectory()))
                .orElseGet(() -> Path.of(session.getExecutionRootDirectory(), "target"));
    }

    @SuppressWarnings("unchecked")
    private SortedMap<String, String> parts(String file) {
        synchronized (session.getRequest()) {
            return (SortedMap<String, String>)
                    session.getRequest().getData().computeIfAbsent(KEY + file, key -> new TreeMap<String, String>());
        }
    }
}
