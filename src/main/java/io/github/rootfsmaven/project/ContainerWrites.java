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
import io.github.rootfsmaven.text.Message;
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
 * @param name the service's key, or the name of a {@code docker run} line
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
        Optional<String> name,
        Span place) {

    List<Write> writes() {
        List<NativeLibrary> libraries = libraries();
        Write temporary = named(TemporaryFiles.of(image, process, place), libraries);
        List<Write> ofImage = new ArrayList<>(
                known.writes(image, process, mounts, name, place).toList());
        boolean general = temporary.evidence() == Write.Evidence.INFERRED;
        boolean told = general && ofImage.stream().anyMatch(write -> isAt(write, temporary));
        ofImage.removeIf(write -> !general && isAt(write, temporary)); // the program started says more than its image
        List<Write> ofModule = module.stream().flatMap(this::ofModule).toList();
        List<Write> start = StartWrites.of(known, process, image, mounts, hooks, files, place).stream()
                .filter(write -> !isToldBy(ofImage, write) && !isToldBy(ofModule, write))
                .toList();
        return Stream.of(
                        told ? Stream.<Write>of() : Stream.of(temporary),
                        unpacked(temporary, libraries),
                        ImageVolumes.of(image),
                        ofImage.stream(),
                        start.stream(),
                        ofModule.stream())
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
    private static Stream<Write> unpacked(Write temporary, List<NativeLibrary> libraries) {
        return libraries.stream()
                .filter(library -> !library.tolerant() && !library.homeFirst())
                .filter(library ->
                        !library.directory().value().equals(temporary.path().value()))
                .map(library -> new Write(
                        library.directory(),
                        Write.Kind.TEMP,
                        library.evidence(),
                        Message.of("{0} unpacks its machine code there", library.name()),
                        Optional.empty()));
    }

    private static Write named(Write temporary, List<NativeLibrary> libraries) {
        String names = libraries.stream()
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
                        Message.of("{0}, and {1} unpacks machine code there", temporary.why(), names),
                        temporary.avoidedBy());
    }

    /** What a variable's name tells is not told again where the image's own entry or the module knows better. */
    private static boolean isToldBy(List<Write> others, Write write) {
        return write.step().filter(step -> step.by() == Write.By.ENVIRONMENT).isPresent()
                && write.kind() != Write.Kind.TEMP
                && others.stream().anyMatch(other -> isAt(other, write));
    }

    private static boolean isAt(Write write, Write other) {
        return write.path().value().equals(other.path().value());
    }
}
