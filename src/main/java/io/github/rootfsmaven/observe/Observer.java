package io.github.rootfsmaven.observe;

import io.github.rootfsmaven.knowledge.ImageName;
import io.github.rootfsmaven.knowledge.Observation;
import io.github.rootfsmaven.knowledge.Observation.Subject;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.observe.DockerCommand.Outcome;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks at a project's containers as the engine has them. It asks, and changes nothing. */
public final class Observer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHANGED = "docker diff of a writable container";
    private static final String REFUSED = "refused in a read-only container";
    private static final String MACHINE_CODE = "machine code is run from there, so a tmpfs needs exec";

    private final Engine engine;

    /** An observer that asks with the user's {@code docker} command. */
    public Observer() {
        this("docker", PATIENCE);
    }

    Observer(String program, Duration patience) {
        this.engine = new Engine(new DockerCommand(program, patience));
    }

    /**
     * Looks at all containers that Docker Compose made of a project's files, or at those of the given names.
     *
     * @throws NoEngine if there is nobody to ask
     * @throws BadParameter if a name is no container's
     */
    public List<Seen> look(Project project, List<String> names) throws NoEngine, BadParameter {
        for (String name : names) {
            if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]*")) {
                throw new BadParameter("containers", "'" + name + "' is no name of a container.");
            }
        }
        List<String> wanted = names.isEmpty() ? ofProject(project) : names;
        List<Seen> seen = new ArrayList<>();
        for (String name : wanted) {
            Optional<Running> running = engine.container(name);
            if (running.isPresent()) {
                seen.add(look(running.get(), project));
            } else {
                seen.add(Seen.passedOver(
                        shortened(name),
                        names.isEmpty() ? Message.of("it is gone") : Message.of("there is no such container")));
            }
        }
        seen.sort(Comparator.comparing(Seen::title));
        return seen;
    }

    private List<String> ofProject(Project project) throws NoEngine {
        List<Path> files = project.read().stream().map(Observer::real).toList();
        List<Path> directories = project.containers().stream()
                .filter(container -> container.start() == Start.SERVICE)
                .map(container -> real(container.place().file().path()).getParent())
                .distinct()
                .toList();
        return engine.labelled().stream()
                .filter(container -> isOf(container, files, directories))
                .map(Engine.Labelled::id)
                .toList();
    }

    /** By its files; by its directory only where Docker Compose was given a file without a name. */
    private static boolean isOf(Engine.Labelled container, List<Path> files, List<Path> directories) {
        List<String> named = container.files().stream()
                .filter(file -> !file.isEmpty() && !file.equals("-"))
                .toList();
        return named.isEmpty()
                ? path(container.directory()).filter(directories::contains).isPresent()
                : named.stream().flatMap(file -> path(file).stream()).anyMatch(files::contains);
    }

    private static Optional<Path> path(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(real(Path.of(name)));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    private Seen look(Running running, Project project) throws NoEngine {
        if (running.oneOff()) {
            return Seen.passedOver(running.title(), Message.of("left out, docker compose run started it for one job"));
        } else if (running.status().equals("created")) {
            return Seen.passedOver(running.title(), Message.of("left out, it was never started"));
        }
        Optional<Container> container = container(running, project);
        return running.readOnly() ? refused(running, container) : changed(running, container);
    }

    private static Optional<Container> container(Running running, Project project) {
        List<Path> files =
                running.files().stream().flatMap(file -> path(file).stream()).toList();
        String name = running.service().orElse(running.name());
        return project.containers().stream()
                .filter(one ->
                        one.name().filter(own -> own.value().equals(name)).isPresent())
                .filter(one ->
                        (one.start() == Start.SERVICE) == running.service().isPresent())
                .min(Comparator.comparing(
                        one -> !files.contains(real(one.place().file().path()))));
    }

    private Seen changed(Running running, Optional<Container> container) throws NoEngine {
        Set<String> mounts = new TreeSet<>(running.mounts().keySet());
        // a config or secret of text is no mount: Docker Compose copies it in (pkg/compose/secrets.go)
        container.stream()
                .flatMap(own -> own.actions().copied().stream())
                .flatMap(copied -> copied.target().stream())
                .forEach(mounts::add);
        Changes changes = new Changes(mounts);
        Outcome outcome = engine.changes(running, changes::take);
        if (outcome != Outcome.ANSWERED) {
            return Seen.passedOver(running.title(), unseen(running, outcome, Message.of("its changes")));
        }
        List<Observation.Place> places = changes.places().stream()
                .map(path -> new Observation.Place(path, kind(path, container), ""))
                .toList();
        return seen(running, container, wrote(paths(places)), CHANGED, places);
    }

    private Seen refused(Running running, Optional<Container> container) throws NoEngine {
        Refusals refusals = new Refusals();
        Outcome outcome = engine.log(running, refusals::take);
        if (outcome != Outcome.ANSWERED) {
            return Seen.passedOver(running.title(), unseen(running, outcome, Message.of("what it printed")));
        }
        Places places = new Places();
        refusals.readOnly().forEach(places::add);
        refusals.denied().forEach(places::add);
        Places unpacked = new Places();
        refusals.noExec().forEach(unpacked::add);
        List<String> code = unpacked.all();
        List<Observation.Place> all = Stream.concat(
                        places.all().stream()
                                .filter(path -> !code.contains(path))
                                .map(path -> new Observation.Place(path, kind(path, container), "")),
                        code.stream().map(path -> new Observation.Place(path, kind(path, container), MACHINE_CODE)))
                .sorted(Comparator.comparing(Observation.Place::path))
                .toList();
        List<Message> says = new ArrayList<>(List.of(wasRefused(paths(all))));
        if (!refusals.denied().isEmpty()) {
            says.add(Message.of("it was not permitted to write all of them"));
        }
        if (!code.isEmpty()) {
            says.add(Message.of("from {0} no machine code may run", String.join(", ", code)));
        }
        if (refusals.withoutPath() > 0) {
            says.add(Message.of("{0} refusals in its log name no absolute path", refusals.withoutPath()));
        }
        return seen(running, container, Message.joined("; ", says), REFUSED, all);
    }

    private static Message wrote(List<String> paths) {
        String all = String.join(", ", paths);
        return switch (paths.size()) {
            case 0 -> Message.of("wrote to nothing");
            case 1 -> Message.of("wrote to 1 place: {0}", all);
            default -> Message.of("wrote to {0} places: {1}", paths.size(), all);
        };
    }

    private static Message wasRefused(List<String> paths) {
        String all = String.join(", ", paths);
        return switch (paths.size()) {
            case 0 -> Message.of("is read-only and was refused nothing");
            case 1 -> Message.of("is read-only and was refused 1 place: {0}", all);
            default -> Message.of("is read-only and was refused {0} places: {1}", paths.size(), all);
        };
    }

    private static List<String> paths(List<Observation.Place> places) {
        return places.stream().map(Observation.Place::path).toList();
    }

    private Message unseen(Running running, Outcome outcome, Message what) throws NoEngine {
        if (outcome == Outcome.TOO_SLOW) {
            return Message.of("left out, the engine does not tell {0} in time", what);
        }
        return engine.container(running.id()).isPresent()
                ? Message.of("left out, the engine does not tell {0}", what)
                : Message.of("it is gone");
    }

    private Seen seen(
            Running running, Optional<Container> container, Message says, String how, List<Observation.Place> places) {
        List<Message> drift = container.map(own -> Drift.of(running, own)).orElse(List.of());
        Subject subject = subject(running, container);
        Optional<String> digest = places.isEmpty()
                ? Optional.empty()
                : subject.repository().flatMap(name -> engine.digest(running, name));
        Optional<String> command = container.flatMap(own -> Observation.command(own.process()));
        return new Seen(
                running.title(), says, drift, Optional.of(new Observation(subject, digest, command, how, places)));
    }

    /** An image that is built here is called after the project's directory, or is none of a registry: the service is. */
    private static Subject subject(Running running, Optional<Container> container) {
        boolean built = container.filter(own -> own.image().built()).isPresent();
        String name = running.service().orElse(running.name());
        String project = running.project().orElse("");
        boolean named = running.image().equals(project + "-" + name)
                || running.image().equals(project + "_" + name)
                || running.image().matches("(?:sha256:)?[0-9a-f]{12,64}");
        Optional<String> repository = built || named
                ? Optional.empty()
                : ImageName.of(running.image(), Text.UNRESOLVED).map(ImageName::repository);
        return repository.map(Subject::image).orElseGet(() -> Subject.service(name));
    }

    /** What is known to be kept there, else what the name says. */
    private static Kind kind(String path, Optional<Container> container) {
        Optional<Kind> known = container.stream()
                .flatMap(own -> own.writes().stream())
                .filter(write -> write.path().value().equals(path))
                .map(Write::kind)
                .findFirst();
        return known.orElseGet(() -> {
            Kind kind = PathMeaning.kind(path);
            // an application's own directory that it writes in is no program
            return kind == Kind.PROGRAM && Paths.isWithin(path, "/opt") ? Kind.FILE : kind;
        });
    }

    private static String shortened(String id) {
        return id.matches("[0-9a-f]{64}") ? id.substring(0, 12) : id;
    }
}
