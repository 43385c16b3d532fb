package io.github.rootfsmaven.project;

import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.ModuleUse;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.project.BuiltImages.Built;
import io.github.rootfsmaven.text.Span;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules of the Maven build, and which of them an image holds. */
final class Modules {
    /** What Spring Boot takes a jar apart into, whatever the directory is called that it does it in. */
    private static final Pattern PARTS = Pattern.compile(
            "(?s).*\\.[jw]ar|(.*/)?(dependencies|snapshot-dependencies|spring-boot-loader|application|BOOT-INF(/.*)?)");

    /** Parts of a build directory that no program runs from: reports, web pages, native executables. */
    private static final Pattern NO_PROGRAM = Pattern.compile(
            "(?s)(site|reports?|apidocs|test-classes|generated-.*|[^/]*-reports)(/.*)?|classes/.+|[^/]*-runner");

    private static final Pattern STARTS_JAVA =
            Pattern.compile("(?s)(.*[/\\s])?(java|mvn|mvnw)(\\s.*)?|.*\\.[jw]ar\\b.*");

    private final Supplier<List<Module>> all;
    private final Set<ModuleUse> uses = new LinkedHashSet<>();

    /** @param all the modules, asked for only if an image has files of a build context */
    Modules(Supplier<List<Module>> all) {
        this.all = all;
    }

    /** The modules that were found in images. */
    List<ModuleUse> uses() {
        return List.copyOf(uses);
    }

    /**
     * The one module whose program the image of a container holds; empty if there is none, or if several fit.
     *
     * @param place what asks for the image
     */
    Optional<Module> in(Optional<Built> built, Image image, Process process, Span place) {
        return used(
                built.flatMap(Built::module)
                        .or(() -> in(image, process, built.map(Built::contexts).orElse(Map.of()))),
                place);
    }

    /**
     * The same for a Dockerfile that no service builds.
     *
     * @param project the directory that it may be built from if not its own
     */
    Optional<Module> in(Built built, Process process, Path project) {
        Map<String, BuildContext> other = Map.of("", BuildContext.of(project, Optional.empty()));
        return used(
                in(built.image(), process, built.contexts()).or(() -> in(built.image(), process, other)),
                built.place());
    }

    private Optional<Module> used(Optional<Module> module, Span place) {
        module.ifPresent(found -> uses.add(new ModuleUse(
                found.artifactId(), found.directory(), place.file().path())));
        return module.map(PackedLibraries::with);
    }

    /** @param contexts the directories that COPY copies from; the build context has no name */
    private Optional<Module> in(Image image, Process process, Map<String, BuildContext> contexts) {
        List<ImageSources.Origin> origins = contexts.isEmpty() ? List.of() : new ImageSources(image, contexts).all();
        if (origins.isEmpty()) {
            return Optional.empty();
        }
        Set<Module> built = new LinkedHashSet<>();
        Set<Module> around = new LinkedHashSet<>();
        for (ImageSources.Origin origin : origins) {
            List<Module> exact = built(origin.places()).toList();
            built.addAll(exact);
            around.addAll(around(origin.places()).toList());
            if (exact.isEmpty() && PARTS.matcher(origin.path()).matches()) {
                built.addAll(built(origin.all()).toList());
                around.addAll(around(origin.all()).toList());
            }
        }
        Set<Module> fitting = built.isEmpty() && startsJava(process) ? around : built;
        return fitting.size() == 1 ? Optional.of(fitting.iterator().next()) : Optional.empty();
    }

    private static boolean startsJava(Process process) {
        return process.commands()
                .flatMap(command -> command.words().stream())
                .anyMatch(word -> STARTS_JAVA.matcher(word).matches());
    }

    /** The modules whose build directory the places lie in. */
    private Stream<Module> built(List<ImageSources.Source> places) {
        return places.stream().flatMap(place -> all.get().stream().filter(module -> isBuilt(module, place)));
    }

    private static boolean isBuilt(Module module, ImageSources.Source place) {
        List<String> target = target(module, place);
        List<String> path = parts(place.path());
        if (target.isEmpty() || path.size() < target.size() || !fits(path, target, target.size())) {
            return false;
        }
        String rest = String.join("/", path.subList(target.size(), path.size()));
        return !NO_PROGRAM.matcher(rest).matches();
    }

    /** The modules with a program of their own that lie in the places as a whole, sources and all. */
    private Stream<Module> around(List<ImageSources.Source> places) {
        return places.stream()
                .flatMap(place -> all.get().stream()
                        .filter(module -> !module.packaging().equals("pom"))
                        .filter(module -> {
                            List<String> target = target(module, place);
                            List<String> path = parts(place.path());
                            return path.size() < target.size() && fits(path, target, path.size());
                        }));
    }

    private static boolean fits(List<String> patterns, List<String> names, int parts) {
        for (int i = 0; i < parts; i++) {
            if (!fits(patterns.get(i), names.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String pattern, String name) {
        String glob = pattern.replaceAll("[{}]", "\\\\$0");
        try {
            return pattern.equals(name)
                    || FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
        } catch (IllegalArgumentException noPattern) {
            return false;
        }
    }

    /** A module's build directory seen from the build context, part by part; empty if it is elsewhere. */
    private static List<String> target(Module module, ImageSources.Source place) {
        return module.target().startsWith(place.context()) && !module.target().equals(place.context())
                ? parts(place.context().relativize(module.target()).toString().replace('\\', '/'))
                : List.of();
    }

    private static List<String> parts(String path) {
        return path.equals(".") ? List.of() : Arrays.asList(path.split("/"));
    }
}
