package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM writes because of its options. What it does where it cannot write was tried on OpenJDK 17 and 25: without its
 * log file ({@code -Xlog}) or a file for its recording it does not start; a heap dump or an archive is merely missing; its
 * error file then goes to {@code /tmp}.
 */
final class JavaWrites {
    private static final Pattern LOG_FILE = Pattern.compile("-Xlog:[^:]*:(?:file=)?(?:\"([^\"]+)\"|([^:\"]+)).*");

    private final List<JavaOption> options;
    private final Optional<Text> directory;
    private final Map<String, Located<String>> environment;
    private final boolean conditional;
    private final List<Write> writes = new ArrayList<>();

    /**
     * The options of one JVM, the first of its variables first: of two that contradict each other the later holds.
     *
     * @param directory its working directory; empty if unknown
     * @param conditional whether it hangs on something unknown that it gets them
     */
    JavaWrites(
            List<JavaOption> options,
            Optional<Text> directory,
            Map<String, Located<String>> environment,
            boolean conditional) {
        this.options = List.copyOf(options);
        this.directory = directory;
        this.environment = environment;
        this.conditional = conditional;
    }

    List<Write> writes() {
        options.forEach(this::log);
        heapDump();
        recording();
        value("-XX:ErrorFile=")
                .ifPresent(file -> add(
                        file,
                        Kind.LOG,
                        Message.of("the JVM reports a crash there, or else in /tmp"),
                        "-XX:ErrorFile",
                        Outcome.PERHAPS));
        value("-XX:ArchiveClassesAtExit=")
                .ifPresent(
                        file -> archive(
                                file,
                                "-XX:ArchiveClassesAtExit",
                                Message.of(
                                        "the JVM writes an archive of its classes there, and ends with an error if it cannot")));
        if (isOn("AutoCreateSharedArchive")) {
            value("-XX:SharedArchiveFile=")
                    .ifPresent(
                            file -> archive(
                                    file,
                                    "-XX:+AutoCreateSharedArchive",
                                    Message.of(
                                            "the JVM writes an archive of its classes there, and ends with an error if it cannot")));
        }
        value("-XX:AOTCacheOutput=")
                .ifPresent(file -> archive(
                        file,
                        "-XX:AOTCacheOutput",
                        Message.of("the JVM writes an archive of its classes there, when it ends")));
        value("-Djava.util.prefs.userRoot=")
                .ifPresent(place -> add(
                        place,
                        Kind.PERSISTENT,
                        Message.of("the program may store preferences there"),
                        "-Djava.util.prefs.userRoot",
                        Outcome.PERHAPS));
        return writes;
    }

    private enum Outcome {
        /** The JVM does not start without it. */
        STOPS,
        FAILS,
        PERHAPS
    }

    /** {@code -Xlog:what:where:…} (JEP 158); {@code -Xloggc:} is short for it since 9, and before it only warns. */
    private void log(JavaOption option) {
        if (option.value().startsWith("-Xloggc:")) {
            JavaOption file = cut(option, "-Xloggc:".length());
            add(
                    file,
                    Kind.LOG,
                    Message.of("the JVM writes its log there, and since 9 does not start without"),
                    "-Xloggc",
                    Outcome.FAILS);
            return;
        }
        Matcher file = LOG_FILE.matcher(option.value());
        if (!file.matches()) {
            return;
        }
        int group = file.group(1) == null ? 2 : 1;
        String name = file.group(group);
        if (!List.of("stdout", "stderr").contains(name)) {
            add(
                    new JavaOption(
                            option.text().substring(file.start(group), file.end(group)),
                            option.span(),
                            option.by(),
                            option.where()),
                    Kind.LOG,
                    Message.of("the JVM writes its log there"),
                    "-Xlog",
                    Outcome.STOPS);
        }
    }

    private void heapDump() {
        Optional<JavaOption> on = last("-XX:+HeapDumpOnOutOfMemoryError");
        if (on.isEmpty() || !isOn("HeapDumpOnOutOfMemoryError")) {
            return;
        }
        Optional<JavaOption> path = value("-XX:HeapDumpPath=");
        Message what = Message.of("the JVM writes the heap there when memory runs out");
        path.ifPresent(file -> add(file, Kind.PERSISTENT, what, "-XX:HeapDumpPath", Outcome.FAILS));
        if (path.isEmpty()) {
            String option = "-XX:+HeapDumpOnOutOfMemoryError";
            add(
                    with(on.get(), "."),
                    Kind.PERSISTENT,
                    Message.of("{0}, for nothing names another place", what),
                    option,
                    Outcome.FAILS);
        }
    }

    private void recording() {
        Optional<JavaOption> start = last("-XX:StartFlightRecording");
        if (start.isEmpty()) {
            return;
        }
        String option = "-XX:StartFlightRecording";
        Optional<JavaOption> file = setting(start.get(), "filename");
        file.ifPresent(path -> add(
                path, Kind.PERSISTENT, Message.of("the JVM keeps its flight recording there"), option, Outcome.STOPS));
        if (file.isEmpty() && start.get().value().contains("dumponexit=true")) {
            add(
                    with(start.get(), "."),
                    Kind.PERSISTENT,
                    Message.of("the JVM leaves its flight recording there"),
                    option,
                    Outcome.FAILS);
        }
        Optional<JavaOption> repository =
                last("-XX:FlightRecorderOptions").flatMap(options -> setting(options, "repository"));
        if (repository.isPresent()) {
            add(
                    repository.get(),
                    Kind.CACHE,
                    Message.of("the JVM keeps the parts of its flight recording there"),
                    "-XX:FlightRecorderOptions",
                    Outcome.STOPS);
        } else {
            JavaOption place = value("-Djava.io.tmpdir=").orElse(with(start.get(), "/tmp"));
            add(
                    place,
                    Kind.TEMP,
                    Message.of("the JVM keeps the parts of its flight recording there"),
                    option,
                    Outcome.STOPS);
        }
    }

    /** Settings are parted by commas; a path with a comma in it stands in quotes, and is left alone. */
    private static Optional<JavaOption> setting(JavaOption option, String name) {
        Matcher value = Pattern.compile("[=:,]" + name + "=([^,\"']+)").matcher(option.value());
        return value.find()
                ? Optional.of(new JavaOption(
                        option.text().substring(value.start(1), value.end(1)),
                        option.span(),
                        option.by(),
                        option.where()))
                : Optional.empty();
    }

    private void archive(JavaOption file, String option, Message what) {
        add(file, Kind.CACHE, what, option, Outcome.FAILS);
    }

    private Optional<JavaOption> last(String prefix) {
        return options.stream()
                .filter(option -> option.value().startsWith(prefix))
                .reduce((first, second) -> second);
    }

    private Optional<JavaOption> value(String prefix) {
        return last(prefix).map(option -> cut(option, prefix.length()));
    }

    private boolean isOn(String flag) {
        return options.stream()
                .map(JavaOption::value)
                .filter(value -> value.equals("-XX:+" + flag) || value.equals("-XX:-" + flag))
                .reduce((first, second) -> second)
                .filter(value -> value.startsWith("-XX:+"))
                .isPresent();
    }

    private static JavaOption cut(JavaOption option, int from) {
        return new JavaOption(option.text().substring(from), option.span(), option.by(), option.where());
    }

    private static JavaOption with(JavaOption option, String path) {
        return new JavaOption(Text.literal(path), option.span(), option.by(), option.where());
    }

    private void add(JavaOption file, Kind kind, Message what, String option, Outcome outcome) {
        Optional<NamedPath> named = NamedPath.of(file.text(), file.span(), directory, environment);
        if (named.isEmpty()) {
            return;
        }
        Located<String> path = named.get().path();
        Message where = named.get().variable().map(Message::verbatim).orElse(file.where());
        Write.By by = named.get().variable().isPresent() ? Write.By.ENVIRONMENT : file.by();
        boolean own = Paths.name(path.value()).isEmpty();
        boolean fromVariable = by == Write.By.ENVIRONMENT && path.origin() == Located.Origin.INTERPOLATED;
        Located<String> shown = fromVariable
                ? new Located<>(
                        path.value(), "the path of " + option + " in " + where.english(), path.span(), path.origin())
                : path;
        boolean unsure = conditional || outcome == Outcome.PERHAPS || own;
        writes.add(new Write(
                shown,
                kind,
                by == Write.By.ENVIRONMENT ? Evidence.DOCUMENTED : Evidence.SCRIPT,
                Message.of("{0}, by {1} in {2}", what, "`" + option + "`", where),
                Optional.of(avoidedBy(option)),
                Optional.of(new Write.Step(by, false, unsure, outcome == Outcome.STOPS))));
    }

    private static Message avoidedBy(String option) {
        return option.startsWith("-XX:+HeapDump")
                ? Message.of("let `-XX:HeapDumpPath` name a place on a volume")
                : Message.of("take `{0}` away, or let it name another place", option);
    }
}
