package io.github.rootfsmaven.project;

import io.github.rootfsmaven.knowledge.ImageVolumes;
import io.github.rootfsmaven.knowledge.KnownImages;
import io.github.rootfsmaven.knowledge.TemporaryFiles;
import io.github.rootfsmaven.model.Hook;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.NativeLibrary;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.resources.ModuleWrites;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one container will want to write, from all that tells of it: its image, its commands and variables, the Maven
 * module in it.
 *
 * @param module the module whose artifact the image holds
 * @param place where to point if nothing tells of the program
 */
record ContainerWrites(
        KnownImages known,
        Image image,
        Process process,
        List<Mount> mounts,
        List<Hook> hooks,
        ContainerFiles files,
        Optional<Module> module,
        Span place) {

    List<Write> writes() {
        Write temporary = named(TemporaryFiles.of(image, process, place));
        List<Write> ofImage =
                new ArrayList<>(known.writes(image, process, mounts, place).toList());
        boolean general = temporary.evidence() == Write.Evidence.INFERRED;
        boolean told = general && ofImage.stream().anyMatch(write -> isAt(write, temporary));
        ofImage.removeIf(write -> !general && isAt(write, temporary)); // the program started says more than its image
        return Stream.of(
                        told ? Stream.<Write>of() : Stream.of(temporary),
                        unpacked(temporary),
                        ImageVolumes.of(image),
                        ofImage.stream(),
                        StartWrites.of(process, image, mounts, hooks, files).stream(),
                        module.stream().flatMap(this::ofModule))
                .flatMap(writes -> writes)
                .toList();
    }

    private Stream<Write> ofModule(Module one) {
        List<String> copied =
                image.copied().stream().map(file -> file.target().value()).toList();
        return ModuleWrites.of(one, process, mounts, copied, place).stream();
    }

    List<NativeLibrary> libraries() {
        return known.libraries(image, process, module, place).toList();
    }

    /** What libraries unpack: where the program's other temporary files are, they are named with them. */
    private Stream<Write> unpacked(Write temporary) {
        return libraries().stream()
                .filter(library -> !library.tolerant() && !library.homeFirst())
                .filter(library ->
                        !library.directory().value().equals(temporary.path().value()))
                .map(library -> new Write(
                        library.directory(),
                        Write.Kind.TEMP,
                        library.evidence(),
                        library.name() + " unpacks its machine code there",
                        Optional.empty()));
    }

    private Write named(Write temporary) {
        String names = libraries().stream()
                .filter(library -> library.evidence() == Write.Evidence.DOCUMENTED)
                .filter(library ->
                        library.directory().value().equals(temporary.path().value()))
                .map(NativeLibrary::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? temporary
                : new Write(
                        temporary.path(),
                        temporary.kind(),
                        temporary.evidence().compareTo(Write.Evidence.DOCUMENTED) < 0
                                ? temporary.evidence()
                                : Write.Evidence.DOCUMENTED,
                        temporary.why() + ", and " + names + " unpacks machine code there",
                        temporary.avoidedBy());
    }

    private static boolean isAt(Write write, Write other) {
        return write.path().value().equals(other.path().value());
    }
}
