package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A container's filesystem as places in places: the one picture that {@code show} draws with letters and the HTML report
 * with colours.
 *
 * @param root the place {@code /}, which holds all others
 * @param engine what the engine mounts by itself, sorted by path
 */
record Picture(Place root, List<WritableMap.Entry> engine) {
    Picture {
        Objects.requireNonNull(root);
        engine = List.copyOf(engine);
    }

    /** What holds at a place. */
    enum State {
        /** Nobody can write there. */
        LOCKED(Message.of("locked")),
        TMPFS(Message.of("tmpfs")),
        /** Writable, and kept by the engine. */
        VOLUME(Message.of("volume")),
        /** Writable, and what is written lies with the host or with another container. */
        HOST(Message.of("host")),
        /** The writable root. */
        OPEN(Message.of("open")),
        /** The root is read-only, and something lets the container change that. */
        REOPENED(Message.of("re-opened")),
        UNKNOWN(Message.of("unknown")),
        /** Something will want to write here, and gets EROFS. */
        NO_PLACE(Message.of("NO PLACE")),
        /** Something may want to write here, and would get EROFS. */
        PERHAPS_NO_PLACE(Message.of("no place?"));

        private final Message word;

        State(Message word) {
            this.word = word;
        }

        /** Its name for people. */
        Message word() {
            return word;
        }

        /** Its name in a style sheet. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A place in the picture.
     *
     * @param path absolute
     * @param shown the path as it may be printed
     * @param state what holds there
     * @param mount what is mounted right there
     * @param source what is mounted, as it may be printed: a volume's name, a path of the host; may be empty
     * @param holds what lies there, if that is why the place is in the picture
     * @param writes what will want to write there
     * @param inside the places in it, sorted by path
     */
    record Place(
            String path,
            String shown,
            State state,
            Optional<WritableMap.Entry> mount,
            String source,
            Optional<Message> holds,
            List<Write> writes,
            List<Place> inside) {
        Place {
            Objects.requireNonNull(path);
            Objects.requireNonNull(shown);
            Objects.requireNonNull(state);
            Objects.requireNonNull(mount);
            Objects.requireNonNull(source);
            Objects.requireNonNull(holds);
            writes = List.copyOf(writes);
            inside = List.copyOf(inside);
        }

        /** This place and all in it, each before those in it. */
        Stream<Place> all() {
            return Stream.concat(Stream.of(this), inside.stream().flatMap(Place::all));
        }
    }

    /** The picture of a judged container. */
    static Picture of(Judged judged) {
        Sketch sketch = new Sketch(judged);
        return new Picture(
                sketch.draw(),
                judged.map().entries().stream()
                        .filter(entry -> entry.type() == MountType.ENGINE)
                        .toList());
    }

    /** What a mount makes of its place. */
    private static State state(WritableMap.Entry entry) {
        return switch (entry.access()) {
            case READ_ONLY -> State.LOCKED;
            case UNKNOWN -> State.UNKNOWN;
            case WRITABLE ->
                switch (entry.type()) {
                    case TMPFS, ENGINE -> State.TMPFS;
                    case VOLUME, ANONYMOUS_VOLUME, IMAGE_VOLUME -> State.VOLUME;
                    case BIND, INHERITED, CONFIG, SECRET -> State.HOST;
                    case ROOT -> State.OPEN;
                };
        };
    }

    /** What a mount makes of a place that something will want to write. */
    static State state(WritableMap.Entry entry, Write write) {
        if (entry.access() != Access.READ_ONLY) {
            return state(entry);
        }
        return Confidence.of(write) == Confidence.POSSIBLE ? State.PERHAPS_NO_PLACE : State.NO_PLACE;
    }

    /** Collects what belongs into a picture before it is known what lies in what. */
    private static final class Sketch {
        private static final int MOST_PROGRAM_PLACES = 4;
        private static final int DEEPEST = 6;

        private final Container container;
        private final WritableMap map;
        private final Verdict verdict;
        private final Map<String, Spot> spots = new TreeMap<>();

        Sketch(Judged judged) {
            container = judged.container();
            map = judged.map();
            verdict = judged.verdict();
        }

        /** A place without those in it. */
        private final class Spot {
            private final String shown;
            private State state;
            private Optional<WritableMap.Entry> mount = Optional.empty();
            private Optional<Message> holds = Optional.empty();
            private final List<Write> writes = new ArrayList<>();

            Spot(String path, String shown) {
                this.shown = shown;
                this.state = Picture.state(map.entryFor(path));
            }
        }

        Place draw() {
            for (WritableMap.Entry entry : map.entries()) {
                if (entry.type() != MountType.ENGINE) {
                    spot(entry.path(), entry.shown()).mount = Optional.of(entry);
                }
            }
            container.writes().forEach(this::write);
            landmarks();
            if (verdict == Verdict.DEFEATED) {
                spots.get("/").state = State.REOPENED;
            }
            return nested();
        }

        private Spot spot(String path, String shown) {
            return spots.computeIfAbsent(path, absent -> new Spot(path, shown));
        }

        /** A write has a place of its own where no mount is made for it. */
        private void write(Write write) {
            String path = write.path().value();
            WritableMap.Entry entry = map.entryFor(path);
            boolean homeless = entry.access() == Access.READ_ONLY;
            if (entry.type() == MountType.ENGINE && !homeless) {
                return;
            }
            boolean own = homeless || entry.type() == MountType.ROOT;
            Spot spot = own ? spot(path, write.path().shown()) : spots.get(entry.path());
            spot.writes.add(write);
            if (homeless && spot.state != State.NO_PLACE) {
                spot.state = Picture.state(entry, write);
            }
        }

        /** What everybody wants to know to be locked. */
        private void landmarks() {
            landmark("/etc", "/etc", Message.of("settings"));
            landmark("/usr", "/usr", Message.of("programs and libraries"));
            Map<String, String> program = new TreeMap<>();
            container.process().workingDirectory().ifPresent(directory -> add(program, directory));
            container.image().copied().stream().map(Copied::target).forEach(target -> add(program, target));
            program.entrySet().stream()
                    .filter(file -> spots.keySet().stream()
                            .noneMatch(path -> !path.equals("/") && Paths.isBelow(file.getKey(), path)))
                    .filter(file -> program.keySet().stream().noneMatch(other -> Paths.isBelow(file.getKey(), other)))
                    .limit(MOST_PROGRAM_PLACES)
                    .forEach(file -> landmark(file.getKey(), file.getValue(), Message.of("the program")));
        }

        private static void add(Map<String, String> paths, Located<String> path) {
            String clean = Paths.clean(path.value());
            if (clean.startsWith("/") && !clean.equals("/") && clean.indexOf(Text.UNRESOLVED) < 0) {
                paths.putIfAbsent(clean, path.shown());
            }
        }

        private void landmark(String path, String shown, Message holds) {
            Spot spot = spot(path, shown);
            spot.holds = Optional.of(holds);
        }

        /** Each place into the nearest one around it; what lies too deep to be seen lies beside the others there. */
        private Place nested() {
            Deque<Open> around = new ArrayDeque<>();
            List<String> paths = spots.keySet().stream()
                    .sorted(Comparator.comparing((String path) -> path.replace('/', '\0')))
                    .toList();
            for (String path : paths) {
                while (!around.isEmpty() && !Paths.isBelow(path, around.peek().path)) {
                    close(around);
                }
                if (around.size() == DEEPEST) {
                    close(around);
                }
                around.push(new Open(path, new ArrayList<>()));
            }
            Place last = close(around);
            while (!around.isEmpty()) {
                last = close(around);
            }
            return last;
        }

        private record Open(String path, List<Place> inside) {}

        private Place close(Deque<Open> around) {
            Open open = around.pop();
            Spot spot = spots.get(open.path);
            Place place = new Place(
                    open.path,
                    spot.shown,
                    spot.state,
                    spot.mount,
                    source(open.path, spot),
                    spot.holds,
                    spot.writes,
                    open.inside);
            if (!around.isEmpty()) {
                around.peek().inside.add(place);
            }
            return place;
        }

        private String source(String path, Spot spot) {
            return container.mounts().stream()
                    .filter(mount -> spot.mount.isPresent() && mount.path().equals(path))
                    .reduce((overridden, last) -> last)
                    .flatMap(Mount::source)
                    .map(Located::shown)
                    .orElse("");
        }
    }
}
