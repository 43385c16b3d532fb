package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.knowledge.KnownImages.Match;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was seen in running containers that were of an image, or of a service. */
record Observed(List<KnownImage> images) {
    Observed {
        images = List.copyOf(images);
    }

    /** What may be printed of all that a process starts; empty if no file says what that is. */
    static Optional<String> command(Process process) {
        List<String> words = process.commands()
                .flatMap(command -> command.texts().stream())
                .map(Text::shown)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    /**
     * All that holds for a container, that of the very image first: different starts are different observations. One of
     * a service holds for the service of that name, whatever its image is called.
     */
    Stream<Match> matches(Image image, Process process, Optional<String> service, Span place) {
        Stream<Match> ofService = images.stream()
                .filter(seen -> service.filter(seen.services()::contains).isPresent())
                .map(seen -> new Match(
                        seen,
                        Message.of("the service {0}", service.orElseThrow()),
                        at(place),
                        false,
                        isItself(seen, process)));
        Optional<Located<String>> own = image.reference();
        Optional<Located<String>> base = image.base().map(name -> Located.literal(name, place));
        List<Match> ofImage = own.stream().flatMap(name -> named(name, process)).toList();
        List<Match> ofBase = ofImage.isEmpty()
                ? base.stream()
                        .flatMap(name -> named(name, process))
                        .map(match -> match.with(match.itself() && startsAsItsBase(image, process)))
                        .toList()
                : List.of();
        return Stream.of(ofService, ofImage.stream(), ofBase.stream())
                .flatMap(matches -> matches)
                .sorted(Comparator.comparing(match -> !match.very()));
    }

    private Stream<Match> named(Located<String> reference, Process process) {
        return ImageName.of(reference.value(), Text.UNRESOLVED).stream()
                .flatMap(name -> images.stream()
                        .filter(seen -> seen.fit(name).isPresent())
                        .map(seen -> new Match(
                                seen,
                                Message.of("the image {0}", seen.names().get(0)),
                                reference,
                                seen.isVery(name),
                                isItself(seen, process))));
    }

    /** Whether the same was started, as far as files tell. */
    private static boolean isItself(KnownImage seen, Process process) {
        return seen.command().equals(command(process))
                || seen.command().isEmpty() && process.entrypoint().isEmpty() && seen.isStartedBy(process);
    }

    /** An image that says itself what it starts, and as whom, need not write what its base writes. */
    private static boolean startsAsItsBase(Image image, Process process) {
        return image.entrypoint()
                        .map(Command::words)
                        .filter(words -> !words.isEmpty())
                        .isEmpty()
                && process.entrypoint().isEmpty()
                && image.user().isEmpty();
    }

    private static Located<String> at(Span place) {
        return Located.literal("", place);
    }
}
