package io.github.rootfsmaven.project;

import io.github.rootfsmaven.dockerrun.Run;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.ComposeActions;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Origins;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.text.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a container of every {@code docker run} line of one file. */
final class RunContainers {
    private final List<Run> runs;
    private final Path directory;
    private final BuiltImages images;
    private final KnownImages known;
    private final Modules modules;
    private final Scope scope;
    private final boolean inPom;

    /** @param directory the project's; where a script is called, and its relative paths start, nobody knows */
    RunContainers(
            List<Run> runs,
            Path directory,
            BuiltImages images,
            KnownImages known,
            Modules modules,
            Scope scope,
            boolean inPom) {
        this.scope = scope;
        this.inPom = inPom;
        this.runs = List.copyOf(runs);
        this.directory = directory;
        this.images = images;
        this.known = known;
        this.modules = modules;
    }

    List<Container> all() {
        return runs.stream().map(this::container).toList();
    }

    private Container container(Run run) {
        Optional<BuiltImages.Built> built = built(run);
        Image image = image(run, built);
        Process process = process(run, image);
        Inherited inherited = inherited(run, new ArrayList<>());
        List<Mount> mounts = ServiceContainers.over(inherited.mounts, run.mounts());
        Map<String, BuildContext> contexts =
                built.map(BuiltImages.Built::contexts).orElse(Map.of());
        ContainerFiles files = new ContainerFiles(image, contexts, mounts, directory, images.scripts());
        ContainerWrites writes = new ContainerWrites(
                known,
                image,
                process,
                mounts,
                List.of(),
                files,
                modules.in(built, image, process, run.place()),
                Optional.of(run.name().value()),
                run.place());
        return new Container(
                Optional.of(run.name()),
                inPom ? Start.POM : run.once() ? Start.ONE_OFF : Start.RUN,
                run.place(),
                scope,
                image,
                process,
                run.readOnly(),
                run.readOnlyFlag(),
                mounts,
                run.privileges(),
                run.memoryLimited(),
                run.namespaces(),
                List.of(),
                // whether a directory is there hangs on where the script is called
                List.of(),
                ComposeActions.none(),
                run.platform(),
                Origins.none(),
                writes.writes(),
                writes.libraries(),
                run.complete() && inherited.complete);
    }

    private Optional<BuiltImages.Built> built(Run run) {
        return run.image().flatMap(name -> images.named(name.value()));
    }

    private Image image(Run run, Optional<BuiltImages.Built> built) {
        Image image = built.map(BuiltImages.Built::image)
                .map(own -> own.named(run.image()))
                .orElseGet(() -> Image.pulled(run.image()));
        return known.withVolumes(image, run.place());
    }

    /** As for a service: an entrypoint of the line's own takes the image's command away. */
    private static Process process(Run run, Image image) {
        Map<String, Located<String>> environment = new HashMap<>(image.environment());
        environment.putAll(run.environment());
        Optional<Command> command = run.command();
        return new Process(
                run.entrypoint()
                        .or(image::entrypoint)
                        .filter(words -> !words.words().isEmpty()),
                command.or(() -> run.entrypoint().isPresent() ? Optional.empty() : image.command()),
                run.user().or(image::user),
                run.workingDirectory().or(image::workingDirectory),
                environment,
                run.healthcheck()
                        .or(image::healthcheck)
                        .filter(check -> !check.words().isEmpty()));
    }

    private record Inherited(List<Mount> mounts, boolean complete) {}

    /** What {@code --volumes-from} brings from other lines of the file; the engine, unlike Compose, heeds {@code :ro}. */
    private Inherited inherited(Run run, List<String> chain) {
        List<Mount> mounts = new ArrayList<>();
        boolean complete = true;
        for (Located<String> from : run.volumesFrom()) {
            String[] parts = from.value().split(":", 2);
            Optional<Run> source = chain.contains(parts[0]) ? Optional.empty() : named(parts[0]);
            complete &= source.isPresent();
            if (source.isPresent()) {
                chain.add(parts[0]);
                boolean readOnly = parts.length > 1 && parts[1].matches("(?:.*,)?ro(?:,.*)?");
                Inherited further = inherited(source.get(), chain);
                complete &= further.complete && source.get().complete();
                given(source.get(), further)
                        .map(mount -> mount.inherited(from.span()))
                        .map(mount -> readOnly ? mount.with(Access.READ_ONLY) : mount)
                        .forEach(mounts::add);
            }
        }
        return new Inherited(mounts, complete);
    }

    private java.util.stream.Stream<Mount> given(Run source, Inherited further) {
        List<Mount> all = ServiceContainers.over(further.mounts, source.mounts());
        image(source, built(source)).allVolumes().stream()
                .map(ServiceContainers::imageVolume)
                .filter(volume -> all.stream().noneMatch(mount -> mount.path().equals(volume.path())))
                .toList()
                .forEach(all::add);
        return all.stream().filter(mount -> mount.type() != MountType.TMPFS);
    }

    private Optional<Run> named(String name) {
        return runs.stream()
                .filter(run -> run.containerName()
                        .filter(own -> own.value().equals(name))
                        .isPresent())
                .findFirst();
    }
}
