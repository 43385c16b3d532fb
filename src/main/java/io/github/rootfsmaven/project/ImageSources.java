package io.github.rootfsmaven.project;

import io.github.rootfsmaven.dockerfile.NamedContexts;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the files of an image come from: followed through the stages of its Dockerfile back to the build context. A file
 * that a stage makes lies where it would lie if the same command ran in the build context.
 */
final class ImageSources {
    /** Stages may copy from each other in more ways than anybody could follow. */
    private static final int MOST_STEPS = 1000;

    private final Image image;
    private final Map<String, BuildContext> contexts;
    private int steps = MOST_STEPS;

    ImageSources(Image image, Map<String, BuildContext> contexts) {
        this.image = image;
        this.contexts = contexts;
    }

    /**
     * A place in a build context.
     *
     * @param path relative and clean; a pattern if it has wildcards; a dot for the whole context
     */
    record Source(Path context, String path) {}

    /**
     * Where one thing that is copied comes from.
     *
     * @param path as the copy names it
     * @param places where it lies, or would lie
     * @param all everything that its stage was given, which it may be made of; nothing if it comes from the context itself
     */
    record Origin(String path, List<Source> places, List<Source> all) {}

    List<Origin> all() {
        return image.copied().stream().flatMap(this::origins).toList();
    }

    private Stream<Origin> origins(Copied copied) {
        return paths(copied)
                .map(path -> copied.stage().isEmpty()
                        ? new Origin(path, direct(copied, path).toList(), List.of())
                        : new Origin(
                                path,
                                behind(copied.stage().get(), path),
                                given(copied.stage().get(), new HashSet<>()).toList()));
    }

    private static Stream<String> paths(Copied copied) {
        return copied.sources().stream()
                .map(Located::value)
                .filter(path -> path.indexOf(Text.UNRESOLVED) < 0)
                .map(path -> Paths.clean(path.replaceFirst("^/+", "")));
    }

    private Stream<Source> direct(Copied copied, String path) {
        return context(copied).stream().map(context -> new Source(context, path));
    }

    private Optional<Path> context(Copied copied) {
        return copied.stage().isPresent()
                ? Optional.empty()
                : copied.context()
                        .map(NamedContexts::familiar)
                        .map(contexts::get)
                        .map(BuildContext::directory);
    }

    /** Everything that a stage was given, seen through the stages behind it. */
    private Stream<Source> given(int stage, Set<Integer> seen) {
        return seen.add(stage)
                ? copies(stage).stream()
                        .flatMap(copied -> copied.stage()
                                .map(other -> given(other, seen))
                                .orElseGet(() -> paths(copied).flatMap(path -> direct(copied, path))))
                : Stream.empty();
    }

    private List<Copied> copies(int stage) {
        return image.stages().getOrDefault(stage, List.of());
    }

    /** Where a path of a stage lies, or would lie, in the context. */
    private List<Source> behind(int stage, String path) {
        if (--steps < 0) {
            return List.of();
        }
        String place = "/" + path;
        List<Copied> copies = copies(stage);
        for (int i = copies.size() - 1; i >= 0; i--) {
            Copied copied = copies.get(i);
            for (String source : paths(copied).toList()) {
                if (target(copied, source).equals(place) && !isDirectory(copied, source)) {
                    return copied.stage()
                            .map(other -> behind(other, source))
                            .orElseGet(() -> direct(copied, source).toList());
                }
            }
        }
        List<Twins> around = copies.stream()
                .flatMap(copied -> paths(copied).flatMap(source -> twins(copied, source)))
                .filter(twins -> Paths.isWithin(place, twins.inStage))
                .toList();
        int nearest = around.stream()
                .map(twins -> twins.inStage.length())
                .max(Comparator.naturalOrder())
                .orElse(0);
        return around.stream()
                .filter(twins -> twins.inStage.length() == nearest)
                .map(twins -> new Source(
                        twins.context,
                        Paths.clean(twins.inContext + "/"
                                + place.substring(twins.inStage.equals("/") ? 1 : twins.inStage.length()))))
                .distinct()
                .toList();
    }

    /** A directory of a stage, and the directory of the context with the same files. */
    private record Twins(String inStage, Path context, String inContext) {}

    /** {@code COPY service/pom.xml /app/service/} makes {@code /app} the twin of the context. */
    private Stream<Twins> twins(Copied copied, String source) {
        Optional<Path> context = context(copied);
        if (context.isEmpty() || isPattern(source)) {
            return Stream.empty();
        }
        String inStage = target(copied, source);
        String inContext = source;
        List<Twins> twins = new ArrayList<>();
        if (isDirectory(copied, source)) {
            twins.add(new Twins(inStage, context.get(), inContext));
        }
        while (!inContext.equals(".") && Paths.name(inStage).equals(Paths.name(inContext))) {
            inStage = Paths.parent(inStage);
            inContext = inContext.indexOf('/') < 0 ? "." : Paths.parent(inContext);
            twins.add(new Twins(inStage, context.get(), inContext));
        }
        return twins.stream();
    }

    /** The path that a source gets: a directory's files go to the target itself. */
    private String target(Copied copied, String source) {
        String target = Paths.clean(copied.target().value());
        return copied.directory() && !isDirectory(copied, source) && !isPattern(source)
                ? Paths.resolve(target, Paths.name(source))
                : target;
    }

    private boolean isDirectory(Copied copied, String source) {
        try {
            return source.equals(".")
                    || context(copied)
                            .filter(context -> !isPattern(source) && Files.isDirectory(context.resolve(source)))
                            .isPresent();
        } catch (InvalidPathException impossible) {
            return false;
        }
    }

    private static boolean isPattern(String path) {
        return path.matches("(?s).*[*?\\[].*");
    }
}
