package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A process will want to write a temporary file where nothing is writable. */
public final class MissingTmp implements ContainerRule {
    /** Of two that are as sure, the one that says what needs the place is better than what such programs usually do. */
    private static final Comparator<Write> BY_SURENESS = Comparator.<Write, Confidence>comparing(Confidence::of)
            .thenComparing(write -> write.step().isEmpty())
            .thenComparing(Write::evidence);

    @Override
    public String id() {
        return "missing-tmp";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        WritableMap map = container.map();
        Map<String, Write> surest = new LinkedHashMap<>();
        container.writes().stream()
                .filter(write -> write.kind() == Write.Kind.TEMP)
                .filter(write -> map.access(write.path().value()) == Access.READ_ONLY)
                .forEach(write -> surest.merge(write.path().value(), write, MissingTmp::surer));
        return surest.values().stream().map(write -> finding(container, write));
    }

    private Finding finding(Container container, Write write) {
        String path = write.path().shown();
        boolean runs = container.libraries().stream()
                .filter(library -> Confidence.of(library) != Confidence.POSSIBLE)
                .anyMatch(library ->
                        Paths.isWithin(library.directory().value(), write.path().value()));
        String mount = tmpfs(container, path + (runs ? ":exec,size=64m" : ":size=64m"));
        Message fix = write.avoidedBy()
                .map(setting -> Message.of("Add a tmpfs: `{0}`, with the size it needs. Or: {1}.", mount, setting))
                .orElse(Message.of("Add a tmpfs: `{0}`, with the size it needs.", mount));
        Finding.Builder finding = Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.of(write))
                .in(container)
                .about(path)
                .says("Nothing is writable at {0} under the read-only root: {1}.", path, write.why())
                .fix(fix);
        if (!write.path().span().equals(container.place())) {
            finding.related(write.path().span(), "this tells of the write");
        }
        return finding.at(container.readOnlyKey().orElse(container.place()));
    }

    private static String tmpfs(Container container, String value) {
        return container.words("tmpfs: [\"" + value + "\"]", "--tmpfs " + value);
    }

    private static Write surer(Write first, Write second) {
        return BY_SURENESS.compare(second, first) < 0 ? second : first;
    }
}
