package io.github.rootfsmaven.project;

import io.github.rootfsmaven.compose.Build;
import io.github.rootfsmaven.dockerfile.Dockerfile;
import io.github.rootfsmaven.dockerfile.NamedContexts;
import io.github.rootfsmaven.dockerfile.NamedContexts.Source;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The images that are built here: reads each Dockerfile once, whoever builds it. */
final class BuiltImages {
    /** Instructions take many times the memory of their bytes, and nobody writes a larger one. */
    private static final int MOST_MEGABYTES = 1;

    private static final String SERVICE = "service:";
    private static final String IMAGE = "docker-image:";

    private final Map<Path, Optional<Dockerfile>> dockerfiles = new LinkedHashMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<String, Built> byName = new LinkedHashMap<>();

    private final ScriptFiles scripts = new ScriptFiles();
    private final PomBuilds poms;

    /**
     * What is built.
     *
     * @param place the {@code FROM} of its final stage
     * @param contexts the directories that COPY copies from; the build context has no name
     * @param module the module that it is made for, if the POM says so
     */
    record Built(Image image, Span place, Map<String, BuildContext> contexts, Optional<Module> module) {
        Built {
            contexts = Map.copyOf(contexts);
        }

        Built(Image image, Span place, Map<String, BuildContext> contexts) {
            this(image, place, contexts, Optional.empty());
        }
    }

    BuiltImages(PomBuilds poms) {
        this.poms = poms;
    }

    /** The scripts that images copy. */
    ScriptFiles scripts() {
        return scripts;
    }

    /**
     * What a service builds; empty, with a problem noted, where it cannot be read.
     *
     * @param services what the services of the project build, by name, for contexts that are services
     */
    Optional<Built> of(Build build, Path directory, Map<String, Build> services) {
        if (List.of(build.context(), build.dockerfile()).stream().anyMatch(BuiltImages::unresolved)
                || build.target().filter(BuiltImages::unresolved).isPresent()) {
            return Optional.empty(); // the variable is reported already
        }
        if (build.inline().isPresent()) {
            Optional<BuildContext> context =
                    context(build, directory).map(place -> BuildContext.of(place, Optional.empty()));
            return inline(build.inline().orElseThrow())
                    .flatMap(file -> image(file, build, context, directory, services));
        }
        if (isRemote(build.context().value())) {
            notRead(
                    build.span(),
                    Message.of(
                            "the build context '{0}' is remote", build.context().shown()),
                    Message.nothing());
            return Optional.empty();
        }
        Optional<Path> path = path(build, directory);
        if (path.filter(Files::exists).isEmpty()) {
            notRead(
                    build.span(),
                    Message.of(
                            "the Dockerfile '{0}' does not exist in the build context '{1}'",
                            build.dockerfile().shown(), build.context().shown()),
                    Message.of("What the image writes and which volumes it declares is unknown."));
            return Optional.empty();
        }
        Optional<BuildContext> context = context(build, directory).map(place -> BuildContext.of(place, path));
        return read(path.orElseThrow()).flatMap(file -> image(file, build, context, directory, services));
    }

    /** What a Dockerfile builds by itself: its last stage, with its own defaults. */
    Optional<Built> of(Path dockerfile) {
        Map<String, BuildContext> contexts = new HashMap<>();
        Optional.ofNullable(dockerfile.getParent())
                .ifPresent(place -> contexts.put("", BuildContext.of(place, Optional.of(dockerfile))));
        return read(dockerfile)
                .flatMap(file -> image(file, Optional.empty(), Map.of(), NamedContexts.none(), contexts));
    }

    /** An image that a service builds is called so from now on. */
    void name(String name, Built built) {
        byName.putIfAbsent(withTag(name), built);
    }

    /** The image that is built here under that name: by a service, else by a plugin of the Maven build. */
    Optional<Built> named(String name) {
        Optional<Built> byService = Optional.ofNullable(byName.get(withTag(name)));
        return byService.isPresent() ? byService : poms.named(name).flatMap(this::built);
    }

    private Optional<Built> built(PomBuilds.Found found) {
        Optional<Module> module = Optional.of(found.module());
        Optional<Path> dockerfile = found.image().dockerfile();
        if (dockerfile.isPresent()) {
            return dockerfile
                    .filter(Files::isRegularFile)
                    .flatMap(this::of)
                    .map(built -> new Built(built.image, built.place, built.contexts, module));
        }
        Image image = found.image().image();
        return Optional.of(new Built(image, found.image().name().span(), Map.of(), module));
    }

    private static String withTag(String name) {
        boolean tagged = name.indexOf('@') >= 0 || name.lastIndexOf(':') > name.lastIndexOf('/');
        return tagged ? name : name + ":latest";
    }

    /** The Dockerfiles that were read or tried. */
    Set<Path> read() {
        return dockerfiles.keySet();
    }

    /** What could not be read, each once. */
    Set<Problem> problems() {
        return problems;
    }

    private Optional<Built> image(
            Dockerfile file, Build build, Optional<BuildContext> context, Path directory, Map<String, Build> services) {
        Map<String, BuildContext> contexts = new HashMap<>();
        context.ifPresent(place -> contexts.put("", place));
        Map<String, NamedContexts.Source> sources = new HashMap<>();
        build.contexts().forEach((name, value) -> {
            if (value.value().startsWith(SERVICE)) {
                sources.put(name, service(value.value().substring(SERVICE.length()), directory, services, contexts));
            } else if (value.value().startsWith(IMAGE)) {
                sources.put(name, new Source.Pulled(value.map(text -> text.replaceFirst("^" + IMAGE + "(//)?", ""))));
            } else {
                sources.put(name, new Source.Files());
                directory(value, directory)
                        .ifPresent(place ->
                                contexts.put(NamedContexts.familiar(name), BuildContext.of(place, Optional.empty())));
            }
        });
        return image(file, build.target().map(Located::value), build.args(), NamedContexts.of(sources), contexts);
    }

    /** What another service builds. One that waits for itself is refused by the reference, and unknown here. */
    private Source service(
            String name, Path directory, Map<String, Build> services, Map<String, BuildContext> contexts) {
        Map<String, Build> others = new HashMap<>(services);
        Optional<Build> build = Optional.ofNullable(others.remove(name));
        Optional<Built> built = build.flatMap(other -> of(other, directory, others));
        built.ifPresent(other ->
                other.contexts().forEach((context, place) -> contexts.put(SERVICE + name + "/" + context, place)));
        return built.<Source>map(other -> new Source.Built(other.image()
                        .withCopied(other.image().copied().stream()
                                .map(copied -> copied.context()
                                        .map(from -> copied.from(SERVICE + name + "/" + NamedContexts.familiar(from)))
                                        .orElse(copied))
                                .toList())))
                .orElse(new Source.Files());
    }

    private Optional<Built> image(
            Dockerfile file,
            Optional<String> target,
            Map<String, String> args,
            NamedContexts named,
            Map<String, BuildContext> contexts) {
        try {
            return Optional.of(new Built(known(file.image(target, args, named)), file.place(target), contexts));
        } catch (InvalidInput invalid) {
            problems.add(Problem.of(Problem.Kind.INVALID_DOCKERFILE, invalid));
            return Optional.empty();
        }
    }

    /** A volume whose path hangs on a variable without a value is somewhere; where is unknown, and said so. */
    private Image known(Image image) {
        image.volumes().stream()
                .filter(BuiltImages::unresolved)
                .forEach(volume -> notRead(
                        volume.span(),
                        Message.of(
                                "the volume '{0}' is at an unknown place: a variable in it has no value",
                                volume.shown()),
                        Message.of("Give the ARG a default, or set it with build.args.")));
        return image.withVolumes(
                image.volumes().stream().filter(volume -> !unresolved(volume)).toList());
    }

    private Optional<Dockerfile> read(Path path) {
        return dockerfiles.computeIfAbsent(path, this::parse);
    }

    private Optional<Dockerfile> parse(Path path) {
        try {
            return parse(SourceFile.read(path, MOST_MEGABYTES));
        } catch (InvalidInput invalid) {
            problems.add(Problem.of(Problem.Kind.INVALID_DOCKERFILE, invalid));
        } catch (IOException unreadable) {
            notRead(
                    SourceFile.of(path, "").start(),
                    Message.of("the Dockerfile cannot be read: {0}", SourceFile.whyUnreadable(path)),
                    Message.nothing());
        }
        return Optional.empty();
    }

    private Optional<Dockerfile> parse(SourceFile file) {
        try {
            return Optional.of(Dockerfile.parse(file));
        } catch (InvalidInput invalid) {
            problems.add(Problem.of(Problem.Kind.INVALID_DOCKERFILE, invalid));
            return Optional.empty();
        }
    }

    /**
     * A Dockerfile inside a Compose file, padded so that its lines have the numbers that they have there. One with
     * variables would show their values in an excerpt, so it is not read.
     */
    private Optional<Dockerfile> inline(Located<String> text) {
        if (text.origin() == Located.Origin.INTERPOLATED && !text.value().equals(text.shown())) {
            notRead(text.span(), Message.of("dockerfile_inline with variables is not read yet"), Message.nothing());
            return Optional.empty();
        }
        String written = text.span().text();
        boolean block = written.startsWith("|") || written.startsWith(">");
        int linesBefore = block ? text.span().startLine() : text.span().startLine() - 1;
        return parse(SourceFile.of(text.span().file().path(), "\n".repeat(linesBefore) + text.value()));
    }

    private static Optional<Path> path(Build build, Path directory) {
        try {
            return context(build, directory)
                    .map(context -> context.resolve(build.dockerfile().value()).normalize());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static Optional<Path> context(Build build, Path directory) {
        return directory(build.context(), directory);
    }

    private static Optional<Path> directory(Located<String> place, Path directory) {
        try {
            return Optional.of(place)
                    .filter(context -> !unresolved(context))
                    .map(Located::value)
                    .filter(context -> !isRemote(context))
                    .map(context -> directory.resolve(home(context)).normalize());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static String home(String path) {
        return path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path;
    }

    private static boolean isRemote(String context) {
        return context.contains("://")
                || List.of("github.com/", "git@").stream().anyMatch(context::startsWith);
    }

    private static boolean unresolved(Located<String> value) {
        return value.value().indexOf(Text.UNRESOLVED) >= 0;
    }

    private void notRead(Span where, Message message, Message hint) {
        problems.add(Problem.notRead(where, message, hint));
    }
}
