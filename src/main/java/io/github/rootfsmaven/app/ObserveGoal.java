package io.github.rootfsmaven.app;

import io.github.rootfsmaven.knowledge.Observation;
import io.github.rootfsmaven.knowledge.ObservedFile;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.observe.NoEngine;
import io.github.rootfsmaven.observe.Observer;
import io.github.rootfsmaven.observe.Seen;
import io.github.rootfsmaven.project.ProjectLoader;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.report.Counts;
import io.github.rootfsmaven.report.Printable;
import io.github.rootfsmaven.report.ReportFile;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Behind {@code observe}: asks the engine what the project's containers wrote or were refused, and writes it down. */
public final class ObserveGoal {
    private static final String FILE = "observedFile";

    private final Observer observer;
    private final Screen screen;

    /** A goal that asks that observer. */
    public ObserveGoal(Observer observer, Screen screen) {
        this.observer = Objects.requireNonNull(observer);
        this.screen = Objects.requireNonNull(screen);
    }

    /**
     * Looks, tells, and adds to the file.
     *
     * @param containers names of containers; empty for those that Docker Compose made of the settings' files
     * @param failIfNothing whether a build in which no container could be looked at fails
     * @return why the build must fail; empty if it may go on
     * @throws BadParameter if a setting cannot be followed
     * @throws InvalidInput if a file with observations or knowledge does not have its form; then nothing is written
     */
    public Optional<String> run(ProjectSettings settings, List<String> containers, boolean failIfNothing)
            throws BadParameter, InvalidInput {
        Project project = ProjectLoader.load(settings);
        Optional<Message> nothing = look(settings, project, containers);
        nothing.ifPresent(why -> screen.console().info(screen.say(Message.of("Nothing was observed: {0}.", why))));
        return nothing.filter(why -> failIfNothing)
                .map(why ->
                        screen.say(Message.of("Nothing was observed: {0}, and failIfNothingObserved is set.", why)));
    }

    /** Why there was nothing to look at; empty if there was something. */
    private Optional<Message> look(ProjectSettings settings, Project project, List<String> containers)
            throws BadParameter, InvalidInput {
        List<Seen> all;
        try {
            all = observer.look(project, containers);
        } catch (NoEngine nobody) {
            return Optional.of(nobody.message());
        }
        all.forEach(this::tell);
        List<Observation> observations =
                all.stream().flatMap(seen -> seen.observation().stream()).toList();
        if (observations.isEmpty()) {
            return Optional.of(
                    all.isEmpty()
                            ? Message.of("there is no container of this project's Compose files")
                            : Message.of("no container could be looked at"));
        }
        long places = observations.stream()
                .mapToLong(observation -> observation.places().size())
                .sum();
        ReportFile.write(FILE, settings.observed(), ObservedFile.with(settings.observed(), observations));
        Message told = Message.of(
                "Observed {0}, {1}; kept in {2}.",
                Counts.containers(observations.size()),
                Counts.places(places),
                screen.paths().onConsole(settings.observed()));
        screen.console().info(screen.say(told));
        return Optional.empty();
    }

    private void tell(Seen seen) {
        String title = Printable.text(seen.title());
        screen.console().info(title + ": " + Printable.text(screen.say(seen.says())));
        seen.drift()
                .forEach(line -> screen.console()
                        .info(Printable.text(screen.say(Message.of("{0} drifted: {1}", seen.title(), line)))));
    }
}
