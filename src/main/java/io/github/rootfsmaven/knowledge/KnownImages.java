package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What images write, by their names. */
public final class KnownImages {
    private final List<KnownImage> images;

    KnownImages(List<KnownImage> images) {
        this.images = List.copyOf(images);
    }

    /** What comes with the plugin. */
    public static KnownImages bundled() {
        return new KnownImages(KnowledgeFile.bundled());
    }

    /** What the first image of a stage chain that is known by its name writes, whether it is pulled or built upon. */
    public Stream<Write> writes(Image image, Process process, List<Mount> mounts, Span place) {
        Optional<Located<String>> reference =
                image.built() ? image.base().map(base -> Located.literal(base, place)) : image.reference();
        Optional<ImageName> name = reference.flatMap(written -> ImageName.of(written.value(), Text.UNRESOLVED));
        if (name.isEmpty()) {
            return Stream.empty();
        }
        Optional<KnownImage> known = find(name.get());
        List<String> brought = Stream.concat(
                        mounts.stream().map(Mount::path),
                        image.copied().stream().map(copied -> copied.target().value()))
                .toList();
        boolean itself = known.filter(found -> found.isCertainOf(name.get()) && found.isStartedBy(process))
                        .isPresent()
                && !isAnother(image, process);
        return known.stream()
                .flatMap(found -> found.writes().stream()
                        .filter(write -> !isInOwnVolume(found, write, mounts))
                        .flatMap(write -> write(
                                found,
                                write,
                                process,
                                brought,
                                itself,
                                reference.orElseThrow().span())));
    }

    /** The entry that fits best; of two that fit as well, the later holds for the newer version. */
    Optional<KnownImage> find(ImageName name) {
        return images.stream()
                .filter(image -> image.fit(name).isPresent())
                .max(Comparator.comparing(image -> image.fit(name).orElseThrow()));
    }

    /** Whether the image's VOLUME has room for it, which the Compose file does not tell: no mount of its own replaces it. */
    private static boolean isInOwnVolume(KnownImage image, KnownImage.Place place, List<Mount> mounts) {
        return image.volumes().stream().anyMatch(volume -> Paths.isWithin(place.path(), volume))
                && mounts.stream().noneMatch(mount -> Paths.isWithin(place.path(), mount.path()));
    }

    /** Whether something else is started than what is known of: its writes need not be those of the image. */
    private static boolean isAnother(Image image, Process process) {
        return process.entrypoint().isPresent() || image.built() && image.user().isPresent();
    }

    private static Stream<Write> write(
            KnownImage image,
            KnownImage.Place place,
            Process process,
            List<String> brought,
            boolean itself,
            Span span) {
        boolean asked = isAskedFor(place, process, brought);
        boolean asks = !place.ifSet().isEmpty()
                || !place.ifRun().isEmpty()
                || !place.ifMounted().isEmpty();
        boolean another = place.onlyRoot() && process.certainlyNotRoot();
        if (place.needed() == KnownImage.Needed.TOLERATED || another || asks && !asked) {
            return Stream.empty();
        }
        Optional<Located<String>> moved = place.movedBy().map(process.environment()::get);
        Located<String> path =
                moved.map(value -> value.map(Paths::canonical)).orElse(Located.literal(place.path(), span));
        if (!path.value().startsWith("/") || path.value().indexOf(Text.UNRESOLVED) >= 0) {
            return Stream.empty();
        }
        boolean unsure = place.unsureIfMounted().stream()
                .anyMatch(file -> brought.stream().anyMatch(one -> Paths.isWithin(file, one)));
        boolean conditional = !itself || unsure || place.needed() == KnownImage.Needed.SOMETIMES && !asked;
        return Stream.of(new Write(
                path,
                place.kind(),
                place.evidence(),
                why(image, place),
                place.movedBy()
                        .filter(variable -> moved.isEmpty())
                        .map(variable -> "`" + variable + "` names another place"),
                Optional.of(new Write.Step(Write.By.IMAGE, false, conditional, false))));
    }

    private static boolean isAskedFor(KnownImage.Place place, Process process, List<String> brought) {
        return place.ifSet().stream().anyMatch(process.environment()::containsKey)
                || process.commands()
                        .flatMap(command -> command.words().stream())
                        .anyMatch(word -> place.ifRun().contains(Paths.name(word)))
                || place.ifMounted().stream()
                        .anyMatch(path -> brought.stream().anyMatch(one -> Paths.isWithin(one, path)));
    }

    private static String why(KnownImage image, KnownImage.Place place) {
        String what = switch (place.kind()) {
            case TEMP -> "keeps temporary files there";
            case SOCKET -> "makes its sockets, locks or process ids there";
            case LOG -> "writes its log there";
            case CACHE -> "keeps its cache there";
            case CONFIG -> "writes configuration there";
            case PERSISTENT -> "keeps its data there";
            case PROGRAM, FILE -> "changes it";
        };
        String detail = place.detail().isEmpty() ? "" : " (" + place.detail() + ")";
        return "the image " + image.names().get(0) + " " + what + detail + ", " + evidence(image, place);
    }

    private static String evidence(KnownImage image, KnownImage.Place place) {
        String source = image.sources().get(0);
        return switch (place.evidence()) {
            case DOCUMENTED -> "documented in " + source;
            case REPORTED -> "reported: " + source;
            case IMAGE -> "read in " + source;
            default -> "as such programs do";
        };
    }
}
