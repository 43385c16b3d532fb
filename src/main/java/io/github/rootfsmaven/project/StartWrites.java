package io.github.rootfsmaven.project;

import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Hook;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.shell.Argument;
import io.github.rootfsmaven.shell.Change;
import io.github.rootfsmaven.shell.Change.Action;
import io.github.rootfsmaven.shell.Change.Role;
import io.github.rootfsmaven.shell.Invocation;
import io.github.rootfsmaven.shell.Reading;
import io.github.rootfsmaven.shell.Shell;
import io.github.rootfsmaven.shell.Surroundings;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the commands of a container write: its entrypoint and command, its health check, its hooks. */
final class StartWrites {
    private static final String SCRIPTS = "/docker-entrypoint.d";
    private static final List<String> TEMPORARY = List.of("/tmp", "/var/tmp");
    private static final Comparator<Write> SURER =
            Comparator.comparing(Write::isConditional).thenComparing(write -> !stops(write));

    private final Process process;
    private final Image image;
    private final List<Mount> mounts;
    private final ContainerFiles files;
    private final Map<String, Write> byPath = new LinkedHashMap<>();
    private final List<Invocation> invocations = new ArrayList<>();

    private StartWrites(Process process, Image image, List<Mount> mounts, ContainerFiles files) {
        this.process = process;
        this.image = image;
        this.mounts = mounts;
        this.files = files;
    }

    /** One write for each path, the surest that is known. */
    static List<Write> of(
            KnownImages known,
            Process process,
            Image image,
            List<Mount> mounts,
            List<Hook> hooks,
            ContainerFiles files,
            Span place) {
        StartWrites writes = new StartWrites(process, image, mounts, files);
        writes.start();
        writes.startScripts();
        boolean tells = !writes.invocations.isEmpty() || !process.environment().isEmpty();
        List<Write> told = tells ? known.programs().writes(writes.invocations, process, image) : List.of();
        told.stream()
                .filter(write -> !known.isInVolume(write.path().value(), image, mounts, place))
                .map(write ->
                        write.kind() == Kind.PERSISTENT && !known.knowsVolumes(image, place) ? unsure(write) : write)
                .map(writes::inTemporary)
                .forEach(writes::add);
        process.healthcheck().ifPresent(check -> writes.beside(check, By.HEALTHCHECK, process.user()));
        hooks.forEach(hook -> hook.command()
                .ifPresent(
                        command -> writes.beside(command, By.HOOK, hook.user().or(process::user))));
        return List.copyOf(writes.byPath.values());
    }

    /** An image whose volumes nobody knows may have one for the data that its program is told to keep. */
    private static Write unsure(Write write) {
        Optional<Write.Step> step = write.step()
                .map(known -> new Write.Step(known.by(), known.installs(), true, known.stops(), known.file()));
        return new Write(write.path(), write.kind(), write.evidence(), write.why(), write.avoidedBy(), step);
    }

    private static boolean stops(Write write) {
        return write.step().filter(Write.Step::stops).isPresent();
    }

    /** A shell form of the entrypoint does not look at the command. */
    private void start() {
        List<Argument> arguments = new ArrayList<>();
        process.entrypoint().ifPresent(entrypoint -> arguments.addAll(arguments(entrypoint, Role.ENTRYPOINT)));
        if (process.entrypoint().filter(Command::shell).isEmpty()) {
            process.command().ifPresent(command -> arguments.addAll(arguments(command, Role.COMMAND)));
        }
        Reading start = Shell.command(arguments, surroundings(process.user()));
        invocations.addAll(start.invocations());
        for (Change change : start.changes()) {
            add(change, change.role() == Role.ENTRYPOINT ? By.ENTRYPOINT : By.COMMAND);
        }
    }

    /**
     * What images built upon nginx keep in {@code /docker-entrypoint.d} runs before the server (nginx/docker-nginx:
     * entrypoint/docker-entrypoint.sh): if the entrypoint is still the image's, and the command starts nginx.
     */
    private void startScripts() {
        boolean another = process.command()
                .filter(command -> !command.words().isEmpty())
                .filter(command -> !Paths.name(command.words().get(0)).startsWith("nginx"))
                .isPresent();
        if (process.entrypoint().isPresent() || another) {
            return;
        }
        for (String script : files.scriptsIn(SCRIPTS)) {
            Span place = image.copied().stream()
                    .map(Copied::target)
                    .filter(target -> Paths.isWithin(target.value(), SCRIPTS))
                    .findFirst()
                    .orElseThrow()
                    .span();
            Command command = Command.literal(List.of("/bin/sh", script), false, place);
            Shell.command(arguments(command, Role.ENTRYPOINT), surroundings(process.user()))
                    .changes()
                    .forEach(change -> add(change, By.ENTRYPOINT));
        }
    }

    private void beside(Command command, By by, Optional<Located<String>> user) {
        Shell.command(arguments(command, Role.COMMAND), surroundings(user))
                .changes()
                .forEach(change -> add(change, by));
    }

    private static List<Argument> arguments(Command command, Role role) {
        List<Text> words = new ArrayList<>(command.texts());
        if (command.shell()) {
            words.addAll(0, List.of(Text.literal("/bin/sh"), Text.literal("-c")));
        }
        return words.stream()
                .map(word -> new Argument(word, command.span(), false, role))
                .toList();
    }

    /** A variable's value is used, but shown as the variable. */
    private Surroundings surroundings(Optional<Located<String>> user) {
        Map<String, Text> environment = new HashMap<>();
        process.environment()
                .forEach((name, value) -> environment.put(
                        name,
                        isKnown(value) ? Text.resolved(value.value(), "$" + name) : Text.unresolved(name, "$" + name)));
        boolean scratch = image.base().equals(Optional.of("scratch"));
        return new Surroundings(
                environment,
                scratch,
                process.workingDirectory()
                        .filter(StartWrites::isKnown)
                        .map(directory -> directory.origin() == Located.Origin.LITERAL
                                ? Text.literal(directory.value())
                                : Text.resolved(directory.value(), directory.shown())),
                user.filter(StartWrites::isKnown)
                        .map(name -> name.value().split(":", 2)[0])
                        .filter(name -> !name.isEmpty()),
                files);
    }

    private static boolean isKnown(Located<String> value) {
        return value.value().indexOf(Text.UNRESOLVED) < 0;
    }

    private void add(Change change, By by) {
        if (!change.isKnown() || change.doubt().tolerated() || change.action() == Action.HOME) {
            return;
        }
        String path = Paths.canonical(change.path().value());
        boolean missing = change.action() == Action.REMOVE_IF_THERE && !files.has(path);
        boolean there = change.action() == Action.DIRECTORY_IF_MISSING && files.hasDirectory(path);
        if (missing || there) {
            return;
        }
        // The base image may have the directory; below /run there is nothing before the start.
        boolean unsure = change.action() == Action.DIRECTORY_IF_MISSING && !Paths.isWithin(path, "/run");
        boolean conditional = change.doubt().conditional() || unsure;
        boolean installs = change.action() == Action.INSTALL;
        boolean file = change.action() == Action.WRITE && !files.hasDirectory(path);
        Located<String> place = place(change, path);
        Write write = new Write(
                place,
                installs ? Kind.PROGRAM : PathMeaning.kind(path),
                Write.Evidence.SCRIPT,
                why(change, by, conditional),
                Optional.empty(),
                Optional.of(
                        new Write.Step(by, installs, conditional, change.doubt().stops() && !isBeside(by), file)));
        add(write);
    }

    private void add(Write write) {
        byPath.merge(write.path().value(), write, (first, second) -> SURER.compare(second, first) < 0 ? second : first);
    }

    private static boolean isBeside(By by) {
        return by == By.HEALTHCHECK || by == By.HOOK;
    }

    private Located<String> place(Change change, String path) {
        Optional<String> temporary = temporary(path);
        if (temporary.isPresent() || !change.path().interpolated()) {
            return Located.literal(temporary.orElse(path), change.span());
        }
        return new Located<>(path, change.path().shown(), change.span(), Located.Origin.INTERPOLATED);
    }

    /** A file below a directory for temporary files stands for the directory, unless it has a mount of its own. */
    private Optional<String> temporary(String path) {
        return TEMPORARY.stream()
                .filter(directory -> Paths.isWithin(path, directory))
                .filter(directory -> mounts.stream()
                        .noneMatch(
                                mount -> Paths.isBelow(mount.path(), directory) && Paths.isWithin(path, mount.path())))
                .findFirst();
    }

    private Write inTemporary(Write write) {
        return temporary(write.path().value())
                .map(directory -> new Write(
                        Located.literal(directory, write.path().span()),
                        Kind.TEMP,
                        write.evidence(),
                        write.why(),
                        write.avoidedBy(),
                        write.step()))
                .orElse(write);
    }

    private static Message why(Change change, By by, boolean conditional) {
        Message who = change.script().isEmpty() ? by.who() : Message.verbatim(change.script());
        return Message.of(conditional ? "{0} {1}, if a condition holds" : "{0} {1}", who, change.words());
    }
}
