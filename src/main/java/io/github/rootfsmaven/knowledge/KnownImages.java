package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.knowledge.KnownImage.Needed;
import io.github.rootfsmaven.knowledge.KnownImage.Place;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.NativeLibrary;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.NamedFile;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What images write, by their names. */
public final class KnownImages {
    private final List<KnownImage> observed;
    private final List<Entries> layers;

    /** Read when they are asked for: many builds need neither. */
    private NativeLibraries natives;

    private KnownPrograms programs;

    /** What was found for references so far. */
    private final Map<String, Optional<Hit>> hits = new HashMap<>();

    /** An entry for a name. */
    private record Hit(KnownImage image, ImageName name) {}

    private KnownImages(List<KnownImage> observed, List<Entries> layers) {
        this.observed = List.copyOf(observed);
        this.layers = List.copyOf(layers);
    }

    /** What comes with the plugin. */
    public static KnownImages bundled() {
        return new KnownImages(List.of(), List.of(KnowledgeIndex.bundled()));
    }

    /**
     * What comes with the plugin, and what its user knows better: where a file of the user's has an image, ours is not
     * asked; what was observed is added to either, and wins on the same path.
     *
     * @param files the user's files, relative to the directory or names of resources on the plugin's class path; the first
     *     that has an image wins
     * @param observed what was seen in running containers; a file that is missing says nothing
     * @throws BadParameter if a file is neither there nor on the class path
     * @throws InvalidInput if a file does not have the form of {@code images.yaml}
     */
    public static KnownImages with(List<String> files, Path directory, Path observed)
            throws BadParameter, InvalidInput {
        List<Entries> layers = new ArrayList<>();
        for (String file : files) {
            layers.add(Entries.of(KnowledgeFile.read(NamedFile.of("knowledge", file, directory))));
        }
        layers.add(KnowledgeIndex.bundled());
        Optional<SourceFile> seen = NamedFile.there("observedFile", observed);
        return new KnownImages(seen.isPresent() ? KnowledgeFile.read(seen.get()) : List.of(), layers);
    }

    /**
     * An image that is known.
     *
     * @param who what it is called in sentences
     * @param reference where it is named
     * @param very whether the knowledge was got from this very image
     * @param itself whether what is known of it is what runs
     */
    record Match(KnownImage image, Message who, Located<String> reference, boolean very, boolean itself) {
        /** The same, whether or not what is known of it is what runs. */
        Match with(boolean runs) {
            return new Match(image, who, reference, very, runs);
        }
    }

    /** An entry for an image's name, and whether that is its own or that of the image it is built upon. */
    private record Named(KnownImage image, ImageName name, Located<String> reference, boolean own) {
        Match in(Image whole, Process process) {
            return new Match(
                    image,
                    Message.of("the image {0}", image.names().get(0)),
                    reference,
                    image.isVery(name),
                    image.isCertainOf(name) && isItself(this, whole, process));
        }
    }

    /** The same image with the volumes of the public image that it is or is built upon, where its version has them. */
    public Image withVolumes(Image image, Span place) {
        return find(image, place)
                .filter(match -> match.image.isCertainOf(match.name))
                .map(match -> image.withPulledVolumes(match.image.volumes().stream()
                        .map(volume -> Located.literal(volume, match.reference.span()))
                        .toList()))
                .orElse(image);
    }

    /**
     * What the first image of a stage chain that is known by its name writes, whether it is pulled or built upon, and what
     * was seen in containers of it, or of the service.
     *
     * @param name the service's key, or the name of a {@code docker run} line
     */
    public Stream<Write> writes(Image image, Process process, List<Mount> mounts, Optional<String> name, Span place) {
        Map<String, Write> writes = new LinkedHashMap<>();
        Stream<Match> named = find(image, place).map(found -> found.in(image, process)).stream();
        Stream<Match> seen =
                observed.isEmpty() ? Stream.empty() : new Observed(observed).matches(image, process, name, place);
        Stream.of(seen, named, installed(image, process))
                .flatMap(matches -> matches)
                .flatMap(match -> writes(match, image, process, mounts))
                .forEach(write -> writes.merge(write.path().value(), write, KnownImages::surer));
        return writes.values().stream();
    }

    /** What comes first wins, unless it hangs on something; the setting that takes the write away is of use in any case. */
    private static Write surer(Write first, Write second) {
        Write one = first.isConditional() && !second.isConditional() ? second : first;
        return new Write(
                one.path(),
                one.kind(),
                one.evidence(),
                one.why(),
                first.avoidedBy().or(second::avoidedBy),
                one.step());
    }

    /**
     * The libraries that unpack machine code: those of the module in an image, and those that the image is known for where
     * it starts its own program. The module's POM is the surer word.
     */
    public Stream<NativeLibrary> libraries(Image image, Process process, Optional<Module> module, Span place) {
        Map<String, NativeLibrary> libraries = new LinkedHashMap<>();
        module.stream()
                .flatMap(program -> natives().in(program, process, place))
                .forEach(library -> libraries.put(library.name(), library));
        find(image, place).stream()
                .filter(match -> match.image.isStartedBy(process))
                .flatMap(match -> match.image.libraries().stream()
                        .flatMap(library ->
                                natives()
                                        .named(library.id(), process, match.reference.span(), library.evidence())
                                        .stream()))
                .forEach(library -> libraries.putIfAbsent(library.name(), library));
        return libraries.values().stream();
    }

    /** The packages that an image installs, and whose program its process starts. */
    private Stream<Match> installed(Image image, Process process) {
        return layers.stream()
                .flatMap(layer -> layer.packaged(image.packages()))
                .flatMap(known -> known.packages().stream()
                        .filter(image.packages()::contains)
                        .limit(1)
                        .flatMap(name -> known
                                .start(process)
                                .map(start -> new Match(
                                        known, ofPackage(known, name), start.map(first -> name), false, start.value()))
                                .stream()));
    }

    /** What programs write, whatever image they come with. */
    public KnownPrograms programs() {
        if (programs == null) {
            programs = ProgramsFile.bundled();
        }
        return programs;
    }

    private NativeLibraries natives() {
        if (natives == null) {
            natives = NativeLibraries.bundled();
        }
        return natives;
    }

    /** Whether a path lies in a volume of the image's own that no mount replaces, whatever its version. */
    public boolean isInVolume(String path, Image image, List<Mount> mounts, Span place) {
        return find(image, place)
                .filter(match -> isInOwnVolume(match.image, path, mounts))
                .isPresent();
    }

    /** Whether an image is known by its name or by that of the image it is built upon, or was observed. */
    public boolean knows(Image image, Span place) {
        return find(image, place).isPresent()
                || find(image, place, reference -> hit(reference, List.of(Entries.of(observed))))
                        .isPresent();
    }

    /** Whether the volumes of an image are known: it is built here, or somebody wrote them down. */
    public boolean knowsVolumes(Image image, Span place) {
        return image.built() || find(image, place).isPresent();
    }

    /** The entry that fits best; of two that fit as well, the later holds for the newer version. */
    Optional<KnownImage> find(ImageName name) {
        return find(name, layers);
    }

    private static Optional<KnownImage> find(ImageName name, List<Entries> layers) {
        return layers.stream()
                .flatMap(layer -> layer
                        .named(name)
                        .filter(image -> image.fit(name).isPresent())
                        .max(Comparator.comparing((KnownImage image) -> image.isVery(name))
                                .thenComparing(image -> image.fit(name).orElseThrow()))
                        .stream())
                .findFirst();
    }

    /** Each image is asked for many times: for its volumes, its writes, its libraries. */
    private Optional<Named> find(Image image, Span place) {
        return find(image, place, reference -> hits.computeIfAbsent(reference, name -> hit(name, layers)));
    }

    private static Optional<Named> find(Image image, Span place, Function<String, Optional<Hit>> hits) {
        Optional<Located<String>> base = image.base().map(name -> Located.literal(name, place));
        return image.reference()
                .flatMap(reference -> named(reference, true, hits))
                .or(() -> base.flatMap(reference -> named(reference, false, hits)));
    }

    private static Optional<Named> named(Located<String> reference, boolean own, Function<String, Optional<Hit>> hits) {
        return hits.apply(reference.value()).map(hit -> new Named(hit.image(), hit.name(), reference, own));
    }

    private static Optional<Hit> hit(String reference, List<Entries> layers) {
        return ImageName.of(reference, Text.UNRESOLVED)
                .flatMap(name -> find(name, layers).map(image -> new Hit(image, name)));
    }

    private static Stream<Write> writes(Match match, Image image, Process process, List<Mount> mounts) {
        List<String> brought = Stream.concat(
                        mounts.stream().map(Mount::path),
                        image.copied().stream().map(copied -> copied.target().value()))
                .toList();
        return match.image.writes().stream()
                .filter(place -> !isInOwnVolume(match.image, place.path(), mounts))
                .flatMap(place -> write(match, place, process, brought));
    }

    /**
     * Whether the image's own VOLUME has room for it, as far as no mount of the Compose file replaces it. Where the version
     * is known, the container's map has it, too.
     */
    private static boolean isInOwnVolume(KnownImage image, String path, List<Mount> mounts) {
        return image.volumes().stream().anyMatch(volume -> Paths.isWithin(path, volume))
                && mounts.stream().noneMatch(mount -> Paths.isWithin(path, mount.path()));
    }

    /** Whether the program is started that is known of: another one, or another user, need not write what it writes. */
    private static boolean isItself(Named match, Image image, Process process) {
        Optional<Command> entrypoint =
                match.own ? image.entrypoint().filter(words -> !words.words().isEmpty()) : Optional.empty();
        boolean sameUser = match.own || !image.built() || image.user().isEmpty();
        boolean sameCommand = match.own && image.built() && process.command().equals(image.command());
        return process.entrypoint().equals(entrypoint) && sameUser && (sameCommand || match.image.isStartedBy(process));
    }

    private static Stream<Write> write(Match match, Place place, Process process, List<String> brought) {
        boolean asked = isAskedFor(place, process, brought);
        boolean asks = !place.ifSet().isEmpty()
                || !place.ifRun().isEmpty()
                || !place.ifMounted().isEmpty();
        boolean another = place.onlyRoot() && process.certainlyNotRoot();
        if (place.needed() == Needed.TOLERATED || another || asks && !asked) {
            return Stream.empty();
        }
        Optional<Located<String>> moved = place.movedBy().map(process.environment()::get);
        Located<String> path = moved.map(value -> value.map(Paths::canonical))
                .orElse(Located.literal(place.path(), match.reference.span()));
        if (!path.value().startsWith("/") || path.value().indexOf(Text.UNRESOLVED) >= 0) {
            return Stream.empty();
        }
        boolean unsure = place.unsureIfMounted().stream()
                .anyMatch(file -> brought.stream().anyMatch(one -> Paths.isWithin(file, one)));
        boolean conditional = !match.itself || unsure || place.needed() == Needed.SOMETIMES && !asked;
        return Stream.of(new Write(
                path,
                place.kind(),
                evidence(match, place),
                why(match.who, place),
                place.movedBy()
                        .filter(variable -> moved.isEmpty())
                        .map(variable -> Message.of("`{0}` names another place", variable)),
                Optional.of(new Write.Step(Write.By.IMAGE, false, conditional, false))));
    }

    private static boolean isAskedFor(Place place, Process process, List<String> brought) {
        return place.ifSet().stream().anyMatch(process.environment()::containsKey)
                || process.commands()
                        .flatMap(command -> command.words().stream())
                        .anyMatch(word -> place.ifRun().contains(Paths.name(word)))
                || place.ifMounted().stream()
                        .anyMatch(path -> brought.stream().anyMatch(one -> Paths.isWithin(one, path)));
    }

    private static Evidence evidence(Match match, Place place) {
        boolean seen = place.evidence() == Evidence.OBSERVED;
        return seen && !match.very ? Evidence.OBSERVED_BEFORE : place.evidence();
    }

    private static Message ofPackage(KnownImage known, String name) {
        return Message.of("{0} of the package {1}", known.programs().get(0), name.substring(name.indexOf(':') + 1));
    }

    private static Message why(Message who, Place place) {
        String template = switch (place.kind()) {
            case TEMP -> "{0} keeps temporary files there{1}, {2}";
            case SOCKET -> "{0} makes its sockets, locks or process ids there{1}, {2}";
            case LOG -> "{0} writes its log there{1}, {2}";
            case CACHE -> "{0} keeps its cache there{1}, {2}";
            case CONFIG -> "{0} writes configuration there{1}, {2}";
            case PERSISTENT -> "{0} keeps its data there{1}, {2}";
            case PROGRAM, FILE -> "{0} changes it{1}, {2}";
        };
        Message detail =
                place.detail().isEmpty() ? Message.nothing() : Message.of(" ({0})", Message.of(place.detail()));
        return Message.of(template, who, detail, source(place));
    }

    private static Message source(Place place) {
        return switch (place.evidence()) {
            case OBSERVED -> Message.of("seen in a running container: {0}", place.source());
            case DOCUMENTED ->
                place.source().startsWith("tried ")
                        ? Message.verbatim(place.source())
                        : Message.of("documented in {0}", place.source());
            case REPORTED -> Message.of("reported: {0}", place.source());
            case IMAGE -> Message.of("read in {0}", place.source());
            default -> Message.of("as such programs do");
        };
    }
}
