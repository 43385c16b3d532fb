package io.github.rootfsmaven.rule;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Message;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps of a start that write where nothing is writable under a read-only root. */
public final class Steps {
    private Steps() {}

    /** The writes of such steps; what lies below another one has the same cause. */
    public static Stream<Write> withoutPlace(Container container, Predicate<Write.Step> which) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        WritableMap map = container.map();
        List<Write> homeless = container.writes().stream()
                .filter(write -> write.step().filter(which).isPresent())
                .filter(write -> map.access(write.path().value()) == Access.READ_ONLY)
                .toList();
        return homeless.stream().filter(write -> homeless.stream().noneMatch(other -> covers(other, write)));
    }

    private static boolean covers(Write above, Write below) {
        return Paths.isBelow(below.path().value(), above.path().value())
                && Confidence.of(above).compareTo(Confidence.of(below)) <= 0;
    }

    /** A finding at the line that tells of a write, with the service that runs it. */
    public static Finding finding(
            Rule rule, Effect effect, Container container, Write write, Message message, Message fix) {
        Finding.Builder finding = Finding.of(rule, effect, Confidence.of(write))
                .in(container)
                .about(write.path().shown())
                .says(message)
                .fix(fix);
        container.name().ifPresent(name -> finding.related(name.span(), runs(container)));
        return finding.at(write.path().span());
    }

    private static Message runs(Container container) {
        return container.start() == Start.POM
                ? Message.of("this starts it")
                : container.words(Message.of("this service runs it"), Message.of("this line runs it"));
    }

    /** The finding of a step that writes a file. */
    public static Finding written(Rule rule, Container container, Write write) {
        return written(rule, container, write, fix(container, write));
    }

    /** The finding of a step that writes a file, with a fix of the rule's own. */
    public static Finding written(Rule rule, Container container, Write write, Message fix) {
        boolean stops = write.step().filter(Write.Step::stops).isPresent();
        String path = write.path().shown();
        Message message = stops
                ? Message.of(
                        "Nothing is writable at {0} under the read-only root: {1}; if that fails the container does not start.",
                        path, write.why())
                : Message.of("Nothing is writable at {0} under the read-only root: {1}.", path, write.why());
        Effect effect = stops ? Effect.NO_START_OR_LOSS : Effect.BREAKS_OR_TAMPERS;
        return finding(rule, effect, container, write, message, fix);
    }

    /** A mount over the working directory, a system directory or what was copied would hide the program. */
    private static boolean hidesFiles(Container container, Write write) {
        String path = write.path().value();
        String place = isFile(path) ? Paths.parent(path) : path;
        boolean perhapsFile = !PathMeaning.isTemporary(path) && !PathMeaning.isData(path);
        boolean work = container
                .process()
                .workingDirectory()
                .map(directory -> Paths.canonical(directory.value()))
                .filter(directory -> Paths.isWithin(directory, place)
                        || perhapsFile && Paths.parent(path).equals(directory))
                .isPresent();
        boolean wide = Paths.parent(place).equals("/") && !container.image().built() && !PathMeaning.isTemporary(place);
        return work
                || wide && isFile(path)
                || PathMeaning.isStandard(place)
                || container.image().copied().stream()
                        .anyMatch(copied -> Paths.isWithin(copied.target().value(), place));
    }

    private static Message fix(Container container, Write write) {
        if (write.avoidedBy().isPresent()
                && write.step().filter(step -> step.by() != Write.By.IMAGE).isPresent()) {
            Message way = write.avoidedBy().get();
            return hidesFiles(container, write)
                    ? Message.of("{0}.", way.opening())
                    : Message.of("{0} Or: {1}.", placed(container, write), way);
        }
        return placed(container, write);
    }

    private static Message placed(Container container, Write write) {
        String place = place(write);
        return switch (write.kind()) {
            case TEMP, SOCKET, LOG, CACHE ->
                Message.of("Add a tmpfs: `{0}`, with the size it needs.", container.wordsForTmpfs(place, write.kind()));
            case PERSISTENT -> Message.of("Mount a named volume on {0}.", place);
            case CONFIG, PROGRAM, FILE ->
                Message.of(
                        "Do it when the image is built, or write to a tmpfs and let the program read it there. A named volume on {0} keeps the image's other files, but leaves them writable.",
                        place);
        };
    }

    /** The directory of a file, as far as the name tells that it is one. */
    private static String place(Write write) {
        String path = write.path().value();
        boolean literal = path.equals(write.path().shown());
        boolean file = isFile(path);
        boolean own = Paths.parent(path).equals("/") || Paths.parent(path).equals("/etc");
        return literal && file && !own ? Paths.parent(path) : write.path().shown();
    }

    private static boolean isFile(String path) {
        return Paths.name(path).indexOf('.') > 0;
    }
}
