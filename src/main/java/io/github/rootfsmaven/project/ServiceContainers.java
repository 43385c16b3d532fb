package io.github.rootfsmaven.project;

import io.github.rootfsmaven.compose.Build;
import io.github.rootfsmaven.compose.ComposeProject;
import io.github.rootfsmaven.compose.Service;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.ComposeActions;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Namespaces;
import io.github.rootfsmaven.model.Origins;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Privileges;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.project.BuiltImages.Built;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a container of every service: the image's settings, the service's over them, mounts of other services. */
final class ServiceContainers {
    private final ComposeProject project;
    private final Function<Service, Scope> scope;
    private final BuiltImages images;
    private final KnownImages known;
    private final Modules modules;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Image> imageOf = new HashMap<>();
    private final Map<String, Built> builtOf = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param scope what a service is for */
    ServiceContainers(
            ComposeProject project,
            Function<Service, Scope> scope,
            BuiltImages images,
            KnownImages known,
            Modules modules) {
        this.scope = scope;
        this.project = project;
        this.images = images;
        this.known = known;
        this.modules = modules;
        project.services().forEach(service -> services.put(service.name().value(), service));
    }

    List<Container> all() {
        Map<String, Build> builds = new HashMap<>();
        services.forEach((name, service) -> service.build().ifPresent(build -> builds.put(name, build)));
        // an image that one service builds, another may run
        Stream.concat(
                        services.values().stream()
                                .filter(service -> service.build().isPresent()),
                        services.values().stream()
                                .filter(service -> service.build().isEmpty()))
                .forEach(service -> imageOf.put(service.name().value(), image(service, builds)));
        return services.values().stream().map(this::container).toList();
    }

    /** Mounts that could not be followed. */
    List<Problem> problems() {
        return problems;
    }

    /**
     * A Dockerfile that no service builds: nobody says how its container is started, nor from which directory it is built.
     *
     * @param project the directory that it may be built from if not its own
     */
    static Container of(
            Built built, Scope scope, ScriptFiles scripts, KnownImages known, Modules modules, Path project) {
        Image image = known.withVolumes(built.image(), built.place());
        Process process = process(image, Optional.empty());
        Path directory = image.dockerfile().orElseThrow().path().getParent();
        ContainerFiles files = new ContainerFiles(image, built.contexts(), List.of(), directory, scripts);
        Optional<Module> module = modules.in(built, process, project);
        ContainerWrites writes = new ContainerWrites(
                known, image, process, List.of(), List.of(), files, module, Optional.empty(), built.place());
        return new Container(
                Optional.empty(),
                Start.UNKNOWN,
                built.place(),
                scope,
                image,
                process,
                Known.unknown("no service builds this Dockerfile"),
                Optional.empty(),
                List.of(),
                Privileges.standard(),
                false,
                Namespaces.own(),
                List.of(),
                List.of(),
                ComposeActions.none(),
                Optional.empty(),
                Origins.none(),
                writes.writes(),
                writes.libraries(),
                true);
    }

    private Image image(Service service, Map<String, Build> builds) {
        Optional<String> name = service.image().map(Located::value).filter(word -> word.indexOf(Text.UNRESOLVED) < 0);
        Optional<Built> own = service.build().flatMap(build -> images.of(build, project.directory(), builds));
        own.ifPresent(built -> name.ifPresent(word -> images.name(word, built)));
        Optional<Built> built = service.build().isPresent()
                ? own
                : service.image().flatMap(reference -> images.named(reference.value()));
        built.ifPresent(found -> builtOf.put(service.name().value(), found));
        Image image =
                built.map(found -> found.image().named(service.image())).orElseGet(() -> Image.pulled(service.image()));
        return known.withVolumes(image, service.name().span());
    }

    private Container container(Service service) {
        Image image = imageOf.get(service.name().value());
        Process process = process(image, Optional.of(service));
        Span place = service.name().span();
        List<Mount> mounts = over(inherited(service, new ArrayList<>()), service.mounts());
        Optional<Built> built = Optional.ofNullable(builtOf.get(service.name().value()));
        Map<String, BuildContext> contexts = built.map(Built::contexts).orElse(Map.of());
        ContainerFiles files = new ContainerFiles(image, contexts, mounts, project.directory(), images.scripts());
        ContainerWrites writes = new ContainerWrites(
                known,
                image,
                process,
                mounts,
                service.actions().hooks(),
                files,
                modules.in(built, image, process, place),
                Optional.of(service.name().value()),
                place);
        return new Container(
                Optional.of(service.name()),
                Start.SERVICE,
                place,
                scope.apply(service),
                image,
                process,
                service.readOnly(),
                service.readOnlyKey(),
                mounts,
                service.privileges(),
                service.memoryLimited(),
                service.namespaces(),
                service.volumesFrom(),
                new Mountpoints(project.directory()).of(mounts, image.allVolumes()),
                service.actions(),
                service.platform(),
                service.origins(),
                writes.writes(),
                writes.libraries(),
                service.complete());
    }

    /**
     * The mounts of the services named in {@code volumes_from}, theirs included. {@code :ro} does not help: Compose
     * drops it when it looks up the container (pkg/compose/convergence.go, seen on 2.40.3). A tmpfs is not taken over.
     */
    private List<Mount> inherited(Service service, List<String> chain) {
        List<Mount> mounts = new ArrayList<>();
        chain.add(service.name().value());
        for (Located<String> from : service.volumesFrom()) {
            Optional<Service> source =
                    Optional.ofNullable(services.get(from.value().split(":", 2)[0]));
            if (from.value().startsWith("container:") || source.isEmpty()) {
                problems.add(Problem.notRead(
                        from.span(),
                        Message.of("the mounts of '{0}' are unknown: it is no service of this project", from.shown()),
                        Message.nothing()));
            } else if (!chain.contains(source.orElseThrow().name().value())) {
                given(source.orElseThrow(), chain).stream()
                        .map(mount -> mount.inherited(from.span()))
                        .forEach(mounts::add);
            }
        }
        return mounts;
    }

    /** What a service hands on: its own mounts, what it took over itself, and volumes of its image that neither replaces. */
    private List<Mount> given(Service service, List<String> chain) {
        List<Mount> all = over(inherited(service, chain), service.mounts());
        imageOf.get(service.name().value()).allVolumes().stream()
                .map(ServiceContainers::imageVolume)
                .filter(volume -> all.stream().noneMatch(mount -> mount.path().equals(volume.path())))
                .toList()
                .forEach(all::add);
        all.removeIf(mount -> mount.type() == MountType.TMPFS);
        return all;
    }

    /** On one path a service's own mount replaces what it takes over. */
    static List<Mount> over(List<Mount> inherited, List<Mount> own) {
        List<Mount> all = new ArrayList<>(inherited);
        all.removeIf(mount -> own.stream().anyMatch(other -> other.path().equals(mount.path())));
        all.addAll(own);
        return all;
    }

    static Mount imageVolume(Located<String> volume) {
        return new Mount(
                MountType.IMAGE_VOLUME,
                volume.map(Paths::canonical),
                Optional.empty(),
                io.github.rootfsmaven.model.Access.WRITABLE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                volume.span());
    }

    /** An entrypoint of the service's own takes the image's command away (moby: daemon/commit.go merge). */
    private static Process process(Image image, Optional<Service> service) {
        Optional<Command> entrypoint = service.flatMap(Service::entrypoint);
        Optional<Command> command = service.flatMap(Service::command);
        Map<String, Located<String>> environment = new HashMap<>(image.environment());
        service.ifPresent(own -> environment.putAll(own.environment()));
        return new Process(
                entrypoint.or(image::entrypoint).filter(words -> !words.words().isEmpty()),
                command.or(() -> entrypoint.isPresent() ? Optional.empty() : image.command()),
                service.flatMap(Service::user).or(image::user),
                service.flatMap(Service::workingDirectory).or(image::workingDirectory),
                environment,
                service.flatMap(Service::healthcheck)
                        .or(image::healthcheck)
                        .filter(check -> !check.words().isEmpty()));
    }
}
