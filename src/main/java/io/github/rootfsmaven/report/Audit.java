package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The five questions that a container's owner should be able to answer, answered as far as the files tell. */
final class Audit {
    /** What to say where {@link #rootCanUseDev}. */
    static final Message DEV = Message.of("hint: root can write and run programs in /dev; a non-root USER closes that");

    private static final Set<String> BROAD = Set.of("/", "/home", "/mnt", "/opt", "/root", "/srv", "/var", "/var/lib");
    private static final List<String> SYSTEM = List.of("/bin", "/boot", "/etc", "/lib", "/lib64", "/sbin", "/usr");
    private static final Set<MountType> EPHEMERAL = Set.of(MountType.TMPFS, MountType.ROOT, MountType.ENGINE);
    private static final Set<MountType> NAMELESS = Set.of(MountType.ANONYMOUS_VOLUME, MountType.IMAGE_VOLUME);

    private final Container container;
    private final WritableMap map;
    private final List<WritableMap.Entry> places;

    /** The questions about a container. */
    Audit(Judged judged) {
        container = judged.container();
        map = judged.map();
        places = map.writablePlaces();
    }

    /** Whether a question is answered as it should be. */
    enum Mark {
        YES,
        NO,
        UNSURE
    }

    /** A question's answer in one clause. */
    record Answer(Mark mark, Message question, Message because) {
        Answer {
            Objects.requireNonNull(mark);
            Objects.requireNonNull(question);
            Objects.requireNonNull(because);
        }
    }

    /** The answers, in the order of the questions. */
    List<Answer> answers() {
        return List.of(root(), persistent(), temporary(), program(), places());
    }

    /** Whether a word about {@code /dev} is due, which stays writable for root under any root filesystem. */
    boolean rootCanUseDev() {
        return !container.process().certainlyNotRoot();
    }

    private Answer root() {
        Message question = Message.of("Root filesystem read-only?");
        return switch (map.access("/")) {
            case READ_ONLY -> new Answer(Mark.YES, question, Message.nothing());
            case WRITABLE -> new Answer(Mark.NO, question, Message.of("everything in the container can be changed"));
            case UNKNOWN -> new Answer(Mark.UNSURE, question, Message.of("it depends on something that was not read"));
        };
    }

    private Answer persistent() {
        Message question = Message.of("Persistent writes gathered in narrow volumes?");
        List<WritableMap.Entry> volumes = places.stream()
                .filter(place -> !EPHEMERAL.contains(place.type()))
                .toList();
        List<WritableMap.Entry> doubtful = volumes.stream()
                .filter(place -> NAMELESS.contains(place.type()) || BROAD.contains(place.path()))
                .toList();
        List<String> homeless = container.writes().stream()
                .filter(write -> write.kind() == Write.Kind.PERSISTENT)
                .filter(write ->
                        EPHEMERAL.contains(map.entryFor(write.path().value()).type()))
                .map(write -> write.path().shown())
                .toList();
        if (!homeless.isEmpty()) {
            return new Answer(Mark.NO, question, Message.of("no volume for {0}", list(homeless)));
        }
        if (!doubtful.isEmpty()) {
            return new Answer(Mark.NO, question, Message.of("nameless or broad: {0}", names(doubtful)));
        }
        if (map.access("/") == Access.WRITABLE) {
            return new Answer(Mark.UNSURE, question, Message.of("data may lie anywhere on the root"));
        }
        return new Answer(
                Mark.YES, question, volumes.isEmpty() ? Message.of("none") : Message.verbatim(names(volumes)));
    }

    private Answer temporary() {
        Message question = Message.of("Temporary writes on tmpfs?");
        List<String> elsewhere = container.writes().stream()
                .filter(write -> write.kind() == Write.Kind.TEMP)
                .filter(write -> map.entryFor(write.path().value()).type() != MountType.TMPFS)
                .map(write -> write.path().shown())
                .toList();
        if (!elsewhere.isEmpty()) {
            return new Answer(Mark.NO, question, Message.of("no tmpfs for {0}", list(elsewhere)));
        }
        boolean tmp = map.entryFor("/tmp").type() == MountType.TMPFS;
        return new Answer(
                tmp ? Mark.YES : Mark.UNSURE,
                question,
                tmp ? Message.nothing() : Message.of("no tmpfs on /tmp, no known write there"));
    }

    private Answer program() {
        Message question = Message.of("Nothing can write to the program or to /etc?");
        if (map.access("/") == Access.WRITABLE) {
            return new Answer(Mark.NO, question, Message.of("the root is writable"));
        }
        List<WritableMap.Entry> open =
                places.stream().filter(this::holdsProgram).toList();
        if (!open.isEmpty()) {
            return new Answer(Mark.NO, question, Message.verbatim(names(open)));
        }
        boolean known = map.access("/") == Access.READ_ONLY;
        return new Answer(known ? Mark.YES : Mark.UNSURE, question, Message.nothing());
    }

    private boolean holdsProgram(WritableMap.Entry place) {
        boolean system = SYSTEM.stream().anyMatch(directory -> Paths.isWithin(place.path(), directory));
        boolean workingDirectory = container
                .process()
                .workingDirectory()
                .map(Located::value)
                .filter(directory -> !directory.equals("/") && Paths.isWithin(directory, place.path()))
                .isPresent();
        boolean copied = container.image().copied().stream()
                .anyMatch(files -> Paths.isWithin(files.target().value(), place.path()));
        return system || workingDirectory || copied;
    }

    private Answer places() {
        Message question = Message.of("How many writable places, and is each needed?");
        if (map.access("/") == Access.WRITABLE) {
            return new Answer(Mark.NO, question, Message.of("every place is writable"));
        }
        List<WritableMap.Entry> idle = places.stream()
                .filter(place -> container.writes().stream()
                        .noneMatch(write -> map.entryFor(write.path().value()).equals(place)))
                .toList();
        String number = String.valueOf(places.size());
        if (places.isEmpty() || idle.isEmpty()) {
            return new Answer(Mark.YES, question, Message.verbatim(number));
        }
        return new Answer(Mark.UNSURE, question, Message.of("{0}; no known write needs {1}", number, names(idle)));
    }

    private static String names(List<WritableMap.Entry> places) {
        return list(places.stream().map(WritableMap.Entry::shown).toList());
    }

    private static String list(List<String> paths) {
        return paths.stream().distinct().map(Printable::text).collect(Collectors.joining(", "));
    }
}
