package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.NativeLibrary;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Libraries that unpack machine code, in a program or in a known image. */
final class NativeLibraries {
    private final List<KnownLibrary> known;

    NativeLibraries(List<KnownLibrary> known) {
        this.known = List.copyOf(known);
    }

    /** What comes with the plugin. */
    static NativeLibraries bundled() {
        return new NativeLibraries(LibraryFile.bundled());
    }

    /**
     * Those that a module depends on. Only one that its POM names, and that is good for nothing else, is sure to be used.
     *
     * @param place where to point if nothing tells what brings it
     */
    Stream<NativeLibrary> in(Module module, Process process, Span place) {
        Map<String, NativeLibrary> libraries = new LinkedHashMap<>();
        for (Module.Dependency dependency : module.dependencies()) {
            known.stream()
                    .filter(library -> library.is(dependency.groupId(), dependency.artifactId()))
                    .forEach(library -> {
                        boolean sure = dependency.direct() && library.used() == KnownLibrary.Used.ALWAYS;
                        of(
                                        library,
                                        process,
                                        dependency.declared().orElse(place),
                                        sure ? Evidence.DOCUMENTED : Evidence.INFERRED)
                                .ifPresent(found ->
                                        libraries.merge(library.id(), found, (first, second) -> sure ? second : first));
                    });
        }
        return libraries.values().stream();
    }

    /** One that an image is known to hold. */
    Optional<NativeLibrary> named(String id, Process process, Span place, Evidence evidence) {
        return known.stream()
                .filter(library -> library.id().equals(id))
                .findFirst()
                .flatMap(library -> of(library, process, place, evidence));
    }

    private static Optional<NativeLibrary> of(KnownLibrary library, Process process, Span place, Evidence evidence) {
        if (library.insteadOf().stream().anyMatch(name -> setting(process, name).isPresent())) {
            return Optional.empty();
        }
        Optional<Located<String>> moved = library.movedBy().stream()
                .flatMap(name -> setting(process, name).stream())
                .findFirst();
        Located<String> directory = moved.orElseGet(() -> TemporaryFiles.ofJava(process, place));
        if (!directory.value().startsWith("/") || directory.value().indexOf(Text.UNRESOLVED) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new NativeLibrary(
                library.id(),
                directory.map(Paths::canonical),
                place,
                evidence,
                library.used() == KnownLibrary.Used.TOLERATED,
                library.homeFirst() && moved.isEmpty(),
                library.detail().map(Message::of),
                library.movedBy().stream().findFirst().filter(name -> moved.isEmpty())));
    }

    /** The value of a {@code -D} property or of an environment variable. */
    private static Optional<Located<String>> setting(Process process, String name) {
        return name.startsWith("-D")
                ? JavaOptions.property(process, name.substring(2))
                : Optional.ofNullable(process.environment().get(name))
                        .map(value -> new Located<>(value.value(), "$" + name, value.span(), value.origin()));
    }
}
