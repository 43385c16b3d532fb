package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whoever sees a neighbour's processes reaches the neighbour's files through {@code /proc/<pid>/root}. */
public final class SharedProcessNamespace implements Rule {

    @Override
    public String id() {
        return "shared-process-namespace";
    }

    @Override
    public Stream<Finding> check(Project project) {
        return project.containers().stream()
                .filter(Container::rootIsReadOnly)
                .filter(container -> !container.privileges().isPrivileged())
                .flatMap(container -> container.namespaces().pid().stream()
                        .filter(SharedProcessNamespace::isShared)
                        .map(pid -> finding(container, pid, confidence(project, container, pid))));
    }

    private static boolean isShared(Located<String> pid) {
        return pid.value().equals("host") || pid.value().matches("(?:service|container):.+");
    }

    /** The kernel asks for the same user, and for no less rights than the other process has. */
    private static Confidence confidence(Project project, Container container, Located<String> pid) {
        if (container.privileges().reduced()) {
            return Confidence.POSSIBLE;
        }
        Optional<Process> other = neighbour(project, container, pid.value()).map(Container::process);
        Optional<String> one = user(container.process());
        boolean known = one.isPresent()
                && other.map(SharedProcessNamespace::user).orElse(one).isPresent();
        boolean same = other.map(process -> mayBeSame(container.process(), process))
                .orElse(!container.process().certainlyNotRoot());
        if (!same) {
            return Confidence.POSSIBLE;
        }
        return known ? Confidence.CERTAIN : Confidence.LIKELY;
    }

    private static Optional<String> user(Process process) {
        return process.user().map(Located::value);
    }

    private static Optional<Container> neighbour(Project project, Container container, String pid) {
        return project.containers().stream()
                .filter(other -> other.name()
                        .filter(name -> pid.equals(container.words("service:", "container:") + name.value()))
                        .isPresent())
                .filter(other -> other.start().isRun() == container.start().isRun())
                .filter(other -> directory(other).equals(directory(container)))
                .findFirst();
    }

    private static Path directory(Container container) {
        return container.place().file().path().getParent();
    }

    private static boolean mayBeSame(Process one, Process other) {
        if (!one.certainlyNotRoot() && !other.certainlyNotRoot()) {
            return true;
        }
        return user(one).equals(user(other));
    }

    private Finding finding(Container container, Located<String> pid, Confidence confidence) {
        boolean possible = confidence == Confidence.POSSIBLE;
        Message whose = pid.value().equals("host")
                ? Message.of(
                        "the neighbours' files: their roots where they are writable, their tmpfs and volumes in any case")
                : Message.of("the files of {0}: its tmpfs and volumes, and its root if that is writable", pid.shown());
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, confidence)
                .in(container)
                .about("pid")
                .says(
                        possible
                                ? "`{0}` lets the container write {1}, where user and rights are the same."
                                : "`{0}` lets the container write {1}.",
                        container.words("pid: ", "--pid ") + pid.shown(),
                        whose)
                .fix(
                        "Remove it, or drop all capabilities with `{0}` and run as a user of its own.",
                        container.words("cap_drop: [ALL]", "--cap-drop ALL"))
                .at(pid.span());
    }
}
