package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.model.Write.Step;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a module's files say of writes: one write for each path, the surest. */
final class Found {
    private static final List<String> TEMPORARY = List.of("/tmp", "/var/tmp");
    private static final Comparator<Write> SURER = Comparator.comparing(Write::isConditional)
            .thenComparing(write -> write.step().filter(Step::stops).isEmpty());

    private final Launch launch;
    private final List<Mount> mounts;
    private final Map<String, Write> byPath = new LinkedHashMap<>();

    /** What is known of a write before its path is. */
    record What(By by, Kind kind, boolean conditional, boolean stops, Message why, Optional<Message> avoidedBy) {
        What conditionalIf(boolean condition) {
            return new What(by, kind, conditional || condition, stops, why, avoidedBy);
        }
    }

    Found(Launch launch, List<Mount> mounts) {
        this.launch = launch;
        this.mounts = mounts;
    }

    List<Write> writes() {
        return List.copyOf(byPath.values());
    }

    /** A write, unless something of its path is unknown. */
    void add(What what, Text path, Span span) {
        launch.path(path, span).ifPresent(place -> add(what, place));
    }

    /** Files of a server, which keeps them in /tmp unless a setting names another directory. */
    void ofServer(Setting directory, boolean conditional, boolean stops, Message why) {
        Message avoidedBy = Message.of("leave `{0}` out, and the files are in /tmp", directory.name());
        add(
                new What(By.SERVER, Kind.CACHE, conditional, stops, why, Optional.of(avoidedBy)),
                directory.value(),
                directory.span());
    }

    /** A file below a directory for temporary files stands for the directory, unless it has a mount of its own. */
    private void add(What what, Located<String> place) {
        String path = place.value();
        Optional<String> temporary = TEMPORARY.stream()
                .filter(directory -> Paths.isWithin(path, directory))
                .filter(directory -> mounts.stream()
                        .noneMatch(
                                mount -> Paths.isBelow(mount.path(), directory) && Paths.isWithin(path, mount.path())))
                .findFirst();
        Kind kind = temporary.isPresent() ? Kind.TEMP : what.kind();
        Write write = new Write(
                temporary
                        .map(directory -> Located.literal(directory, place.span()))
                        .orElse(place),
                kind,
                Evidence.MODULE,
                what.why(),
                what.avoidedBy(),
                Optional.of(new Step(what.by(), false, what.conditional(), what.stops())));
        byPath.merge(write.path().value(), write, (first, second) -> SURER.compare(second, first) < 0 ? second : first);
    }
}
