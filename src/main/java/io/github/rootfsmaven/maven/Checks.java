package io.github.rootfsmaven.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * The checks of one build: which modules have had theirs, and which checks wait for that. Modules may have class loaders
 * and threads of their own, so what is kept in the build's request is of the JDK's types, and the request is the lock.
 */
final class Checks {
    private static final String GOAL = "check";
    private static final String DEFAULT_PHASE = "verify";
    private static final String KEY = "io.github.rootfs-maven:rootfs-maven-plugin:checks";

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    /**
     * The checks of a build, as one of them sees them.
     *
     * @param project the module that is checked
     * @param execution the check itself, or another goal of this plugin
     */
    Checks(MavenSession session, MavenProject project, MojoExecution execution) {
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    /** Whether a module is built as far as this goal needs it, so that nobody changes it meanwhile. */
    boolean isBuilt(MavenProject module) {
        synchronized (session.getRequest()) {
            return module == project || isFinished(module) || checked().contains(name(module));
        }
    }

    /**
     * Lets a check wait for those modules that will be checked later for certain. Others are not waited for: their own
     * check may never run.
     *
     * @param modules directories
     * @return the modules that it waits for; nothing if it must run now
     */
    List<Path> await(Set<Path> modules, Callable<Void> check) {
        synchronized (session.getRequest()) {
            Set<String> open = new HashSet<>();
            for (MavenProject module : session.getProjects()) {
                if (modules.contains(directory(module)) && !isBuilt(module) && willBeChecked(module)) {
                    open.add(name(module));
                }
            }
            if (!open.isEmpty()) {
                waiting().put(check, open);
            }
            return open.stream().map(Path::of).sorted().toList();
        }
    }

    /** Notes that this module has had its check, and hands out those that waited for nothing else. */
    List<Callable<Void>> checkedNow() {
        synchronized (session.getRequest()) {
            checked().add(name(project));
            List<Callable<Void>> ready = new ArrayList<>();
            waiting().forEach((check, open) -> {
                open.remove(name(project));
                // a module that has failed meanwhile will not be checked
                open.removeIf(this::isFinished);
                if (open.isEmpty()) {
                    ready.add(check);
                }
            });
            ready.forEach(waiting()::remove);
            return ready;
        }
    }

    /**
     * Whether the goal runs in a later module: it does if it is bound there to the phase that it is bound to here, in the
     * same version. On the command line it runs in the top-level project alone, for it requires no project.
     */
    private boolean willBeChecked(MavenProject module) {
        if (execution.getSource() == MojoExecution.Source.CLI) {
            return false;
        }
        PluginDescriptor own = execution.getMojoDescriptor().getPluginDescriptor();
        Plugin plugin = module.getBuild().getPluginsAsMap().get(own.getPluginLookupKey());
        return plugin != null
                && own.getVersion().equals(plugin.getVersion())
                && plugin.getExecutions().stream().anyMatch(this::isLikeThis);
    }

    private boolean isLikeThis(PluginExecution other) {
        String phase = other.getPhase() == null ? DEFAULT_PHASE : other.getPhase();
        return other.getGoals().contains(GOAL) && phase.equals(execution.getLifecyclePhase());
    }

    private boolean isFinished(String name) {
        return session.getProjects().stream().anyMatch(module -> name(module).equals(name) && isFinished(module));
    }

    private boolean isFinished(MavenProject module) {
        return session.getResult() != null && session.getResult().getBuildSummary(module) != null;
    }

    private static String name(MavenProject module) {
        return directory(module).toString();
    }

    private static Path directory(MavenProject module) {
        return module.getBasedir() == null
                ? Path.of("")
                : module.getBasedir().toPath().toAbsolutePath().normalize();
    }

    @SuppressWarnings("unchecked")
    private Set<String> checked() {
        return (Set<String>) session.getRequest().getData().computeIfAbsent(KEY + ":had", key -> new HashSet<String>());
    }

    @SuppressWarnings("unchecked")
    private Map<Callable<Void>, Set<String>> waiting() {
        return (Map<Callable<Void>, Set<String>>) session.getRequest()
                .getData()
                .computeIfAbsent(KEY + ":waiting", key -> new HashMap<Callable<Void>, Set<String>>());
    }
}
