package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.dockerfile.Instruction.KeyValuePair;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Carries out the instructions of a chain of stages as far as they change the image's settings: the {@code dispatch…}
 * functions of BuildKit's {@code frontend/dockerfile/dockerfile2llb/convert.go}. What a base image that is pulled may
 * have set stays unknown.
 */
final class Dispatch {
    /** BuildKit's {@code DefaultPathEnvUnix}, the one variable of an image from scratch. */
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String ROOT = "root";

    /** Linux's {@code PATH_MAX}; relative WORKDIRs must not pile up without end. */
    private static final int LONGEST_PATH = 4096;

    /** A number up to 07777, or words such as {@code u+x}: BuildKit's {@code convert_copy.go}. */
    private static final Pattern MODE_OF_COPY = Pattern.compile("0*+[0-7]{1,4}|0++|[^0-9+=-]*+[+=-].*");

    private final char escape;
    private final Arguments arguments;
    private final StageGraph graph;
    private final Variables variables;
    private final Map<String, Text> overriding = new LinkedHashMap<>();
    private final Map<String, Located<String>> environment = new LinkedHashMap<>();
    private final Map<String, Located<String>> volumes = new LinkedHashMap<>();
    private final List<Copied> copied = new ArrayList<>();

    /** How many copies there are at the end of each stage. */
    private final Map<Integer, Integer> copiedAtEnd = new HashMap<>();

    private final BuiltFiles files;
    private Optional<Located<String>> user = Optional.empty();
    private Optional<Located<String>> workingDirectory = Optional.empty();

    /** The same as text, where it is known; the root for an image from scratch that has no WORKDIR yet. */
    private Optional<Text> directory = Optional.empty();

    private Optional<Command> entrypoint = Optional.empty();
    private Optional<Command> command = Optional.empty();
    private Optional<Command> healthcheck = Optional.empty();
    private List<String> shell = List.of();
    private final InstalledPackages packages = new InstalledPackages();
    private boolean commandSetInStage;

    Dispatch(char escape, Arguments arguments, StageGraph graph, boolean fromScratch) {
        this.escape = escape;
        this.arguments = arguments;
        this.graph = graph;
        this.files = new BuiltFiles(fromScratch);
        this.variables = fromScratch ? Variables.none() : Variables.unknown();
        if (fromScratch) {
            variables.set("PATH", Text.literal(DEFAULT_PATH));
            directory = Optional.of(Text.literal("/"));
        }
    }

    /** Begins with what another build has made. */
    void inherit(Image image) {
        image.volumes().forEach(volume -> volumes.put(volume.value(), volume));
        environment.putAll(image.environment());
        image.environment().forEach((name, value) -> variables.set(name, Text.of(value)));
        user = image.user();
        workingDirectory = image.workingDirectory();
        directory = workingDirectory.map(Text::of).or(() -> directory);
        entrypoint = image.entrypoint();
        command = image.command();
        healthcheck = image.healthcheck();
        image.copied().forEach(files -> copied.add(files.fromAnywhere()));
        image.files().forEach(files::take);
    }

    /** The next stage of the chain: what it carries out, triggers first. */
    void stage(Stage stage) throws InvalidInput {
        commandSetInStage = false;
        // A stage begins with the ENV of the one it is built on; an ARG there may have hidden it.
        overriding.forEach(variables::set);
        overriding.clear();
        for (Instruction instruction : graph.instructions(stage)) {
            dispatch(instruction);
        }
        copiedAtEnd.put(stage.number(), copied.size());
    }

    /** What is placed where in each stage of the chain. */
    Map<Integer, List<Copied>> copiedByStage() {
        Map<Integer, List<Copied>> byStage = new HashMap<>();
        List<Copied> all = List.copyOf(copied);
        copiedAtEnd.forEach((stage, count) -> byStage.put(stage, all.subList(0, count)));
        return byStage;
    }

    Image image(SourceFile file, Optional<Located<String>> reference, Optional<String> base) {
        return new Image(
                reference,
                Optional.of(file),
                base,
                List.copyOf(volumes.values()),
                List.of(),
                user,
                workingDirectory,
                entrypoint,
                command,
                environment,
                copied,
                Map.of(),
                files.all(),
                packages.all(),
                healthcheck.map(this::inShell));
    }

    /**
     * The shell form becomes words once a {@code SHELL} is set: BuildKit's {@code withShell}. For a health check the
     * engine does that, with the last {@code SHELL} of the image (moby: daemon/health.go).
     */
    private Command inShell(Command written) {
        if (!written.shell() || shell.isEmpty()) {
            return written;
        }
        List<Text> words = new ArrayList<>(shell.stream().map(Text::literal).toList());
        words.addAll(written.texts());
        return new Command(words, false, written.span());
    }

    private void dispatch(Instruction instruction) throws InvalidInput {
        if (instruction instanceof Instruction.Arg arg) {
            arg(arg);
        } else if (instruction instanceof Instruction.Env env) {
            env(env);
        } else if (instruction instanceof Instruction.Volume volume) {
            volume(volume);
        } else if (instruction instanceof Instruction.User set) {
            user = Optional.of(expand(set.user()).at(set.user().span()));
        } else if (instruction instanceof Instruction.Workdir workdir) {
            workdir(workdir);
        } else if (instruction instanceof Instruction.Copy copy) {
            copy(copy);
        } else if (instruction instanceof Instruction.Run run) {
            for (RunMount mount : run.mounts()) {
                mount.check(escape, variables);
            }
            files.run(run, shell, variables, directory, user);
            packages.run(run.command());
        } else if (instruction instanceof Instruction.Shell set) {
            shell = set.words().stream().map(Word::text).toList();
        } else if (instruction instanceof Instruction.Cmd cmd) {
            command = Optional.of(inShell(cmd.command()));
            commandSetInStage = true;
        } else if (instruction instanceof Instruction.Healthcheck check) {
            healthcheck = check.command().or(() -> Optional.of(new Command(List.of(), false, check.span())));
        } else if (instruction instanceof Instruction.Entrypoint set) {
            entrypoint = Optional.of(inShell(set.command()));
            if (!commandSetInStage) {
                // An inherited CMD is gone; known to be none is not the same as unknown.
                command = Optional.of(new Command(List.of(), false, set.span()));
            }
        } else {
            Expandable.check(instruction, escape, variables);
        }
    }

    private void arg(Instruction.Arg arg) throws InvalidInput {
        for (KeyValuePair pair : arg.arguments()) {
            String name = pair.key().text();
            Located<String> variable = environment.get(name);
            if (variable != null) {
                variables.get(name).ifPresent(value -> overriding.putIfAbsent(name, value));
            }
            variables.set(name, arguments.value(pair, escape, variables));
        }
    }

    private void env(Instruction.Env env) throws InvalidInput {
        // All words see the variables as they were before the instruction.
        Map<String, Located<String>> located = new LinkedHashMap<>();
        Map<String, Text> values = new LinkedHashMap<>();
        for (KeyValuePair pair : env.variables()) {
            String name = expand(pair.key()).value();
            Word word = pair.value().orElseThrow();
            Text value = expand(word);
            if (name.indexOf(Text.UNRESOLVED) < 0) {
                values.put(name, value);
                located.put(name, value.at(word.span()));
            }
        }
        values.forEach(variables::set);
        values.keySet().forEach(overriding::remove);
        environment.putAll(located);
    }

    private void volume(Instruction.Volume volume) throws InvalidInput {
        Expandable.check(volume, escape, variables);
        for (Word word : volume.paths()) {
            Text path = expand(word);
            String value = path.value();
            if (value.isEmpty()) {
                throw new InvalidInput(word.span(), Message.of("VOLUME specified can not be an empty string"));
            }
            // BuildKit keeps a relative path, and the engine mounts it below the root whatever the WORKDIR is.
            boolean asItIs = value.startsWith("/") || unknownStart(value);
            Located<String> place = located(asItIs ? path : Text.join(List.of(Text.literal("/"), path)), word.span());
            volumes.putIfAbsent(place.value(), place);
        }
    }

    private void workdir(Instruction.Workdir workdir) throws InvalidInput {
        Text path = expand(workdir.path());
        if (path.value().isEmpty()) {
            return;
        }
        Optional<Text> absolute = absolute(path);
        workingDirectory = absolute.map(known -> located(known, workdir.path().span()));
        workingDirectory.ifPresent(
                known -> files.make(known, Optional.of(user.map(Located::value).orElse(ROOT)), workdir.span()));
        directory = absolute.map(known -> known.interpolated() ? known : Text.literal(Paths.clean(known.value())));
    }

    private void copy(Instruction.Copy copy) throws InvalidInput {
        Optional<Located<String>> mode = known(copy.chmod());
        if (mode.filter(known -> !MODE_OF_COPY.matcher(known.value()).matches()).isPresent()) {
            throw new InvalidInput(
                    mode.get().span(),
                    Message.of(
                            "invalid chmod parameter: '{0}'. it should be octal string and between 0 and 07777",
                            mode.get().shown()));
        }
        Optional<Located<String>> owner = known(copy.chown());
        List<Located<String>> sources = new ArrayList<>();
        for (Word source : copy.sources()) {
            sources.add(expand(source).at(source.span()));
        }
        Text target = expand(copy.target());
        String value = target.value();
        boolean directory = value.isEmpty()
                || value.matches("(?s)(.*/)?\\.{0,2}")
                || copy.sources().size() + copy.heredocs().size() > 1;
        if (directory) {
            copy.heredocs().forEach(heredoc -> sources.add(Located.literal(heredoc.name(), heredoc.span())));
        }
        Optional<Integer> stage = copy.from().flatMap(graph::copiedFrom).map(Stage::number);
        Optional<Text> path = absolute(target);
        Located<String> place =
                located(path.orElseGet(() -> somewhere(target)), copy.target().span());
        if (path.isEmpty()) {
            copied.add(new Copied(
                    sources, place, directory, context(copy), stage, Optional.empty(), Optional.empty(), List.of()));
            return;
        }
        copied.add(new Copied(sources, place, directory, context(copy), stage, owner, mode, documents(copy)));
        boolean filled =
                directory || sources.stream().anyMatch(source -> source.shown().matches("(?s)\\.|.*/"));
        Located<String> folder = filled ? place : place.map(Paths::parent);
        files.make(folder, copy.chown().isEmpty() ? Optional.of(ROOT) : owner.map(Located::value), copy.span());
    }

    /** A path below a directory that nobody here knows. */
    private static Text somewhere(Text path) {
        return !path.value().isEmpty() && unknownStart(path.value())
                ? path
                : Text.join(List.of(Text.unresolved("", "."), Text.literal("/"), path));
    }

    /** A number is a stage's. A name may be a stage's or a context's; who looks for files knows the contexts. */
    private static Optional<String> context(Instruction.Copy copy) {
        return copy.from().isEmpty()
                ? Optional.of("")
                : copy.from().map(Word::text).filter(name -> !name.matches("[+-]?[0-9]++"));
    }

    /** The value of a flag, if it is set and hangs on no unknown variable. */
    private Optional<Located<String>> known(Optional<Word> flag) throws InvalidInput {
        if (flag.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(expand(flag.get()).at(flag.get().span()))
                .filter(value -> value.value().indexOf(Text.UNRESOLVED) < 0);
    }

    /** The here-documents that are known: BuildKit replaces variables in those whose word is not quoted. */
    private static List<Copied.Document> documents(Instruction.Copy copy) {
        return copy.heredocs().stream()
                .filter(heredoc -> !heredoc.expand() || heredoc.content().indexOf('$') < 0)
                .map(heredoc -> new Copied.Document(heredoc.name(), heredoc.text(), heredoc.span()))
                .toList();
    }

    /** The path seen from the working directory; empty where that cannot be told. */
    private Optional<Text> absolute(Text path) {
        String value = path.value();
        if (value.isEmpty()) {
            return directory;
        }
        if (value.startsWith("/")) {
            return Optional.of(path);
        }
        if (unknownStart(value)) {
            return Optional.empty();
        }
        return directory
                .map(known -> Text.join(List.of(known, Text.literal("/"), path)))
                .filter(joined -> joined.value().length() <= LONGEST_PATH);
    }

    /** Whether a variable without a value, or a Windows drive, keeps us from telling where a path begins. */
    private static boolean unknownStart(String path) {
        boolean drive = path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
        return drive || path.charAt(0) == Text.UNRESOLVED;
    }

    /** A path with the cleaned form as its value, unless an unknown part stands before a {@code ..}. */
    private static Located<String> located(Text path, Span span) {
        String value = path.value();
        int unknown = value.indexOf(Text.UNRESOLVED);
        boolean doubtful = unknown >= 0 && value.indexOf("..", unknown) >= 0;
        String clean = doubtful || unknownStart(value) ? value : Paths.clean(value);
        return path.interpolated()
                ? new Located<>(clean, path.shown(), span, Located.Origin.INTERPOLATED)
                : Located.literal(clean, span);
    }

    private Text expand(Word word) throws InvalidInput {
        return Lexer.expand(word, escape, variables);
    }
}
