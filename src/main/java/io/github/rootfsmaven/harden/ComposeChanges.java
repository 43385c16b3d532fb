package io.github.rootfsmaven.harden;

import io.github.rootfsmaven.harden.Intention.AddLine;
import io.github.rootfsmaven.harden.Intention.AddTmpfs;
import io.github.rootfsmaven.harden.Intention.AddVolume;
import io.github.rootfsmaven.harden.Intention.ChangeMount;
import io.github.rootfsmaven.harden.Intention.CloseMount;
import io.github.rootfsmaven.harden.Intention.CloseRoot;
import io.github.rootfsmaven.harden.Intention.DeclareVolume;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans as changes of the files that the values live in. */
public final class ComposeChanges {
    private final List<Plan> plans;

    private ComposeChanges(List<Plan> plans) {
        this.plans = plans;
    }

    /** What changes in which file, and for whom; of two changes of one value the first counts. */
    public static Map<SourceFile, Map<Change, Plan>> of(List<Plan> plans) {
        ComposeChanges changes = new ComposeChanges(plans);
        Map<Path, SourceFile> files = new LinkedHashMap<>();
        Map<SourceFile, Map<Change, Plan>> byFile = new LinkedHashMap<>();
        Map<Span, Change> values = new LinkedHashMap<>();
        for (Plan plan : plans) {
            for (Change change : changes.of(plan)) {
                if (change instanceof Change.Value value && values.putIfAbsent(value.value(), change) != null) {
                    continue;
                }
                SourceFile file = files.computeIfAbsent(change.file().path(), path -> change.file());
                byFile.computeIfAbsent(file, any -> new LinkedHashMap<>()).putIfAbsent(change, plan);
            }
        }
        return byFile;
    }

    private List<Change> of(Plan plan) {
        List<Change> changes = new ArrayList<>();
        Container container = plan.container();
        Span service = container.name().orElseThrow().span();
        for (Intention intention : plan.intentions()) {
            String why = intention.why();
            if (isInherited(plan, intention)) {
                continue;
            }
            if (intention instanceof CloseRoot) {
                changes.add(closed(container, service, why));
            } else if (intention instanceof AddTmpfs add) {
                changes.add(new Change.Item(service, "tmpfs", add.tmpfs().text(), why));
            } else if (intention instanceof AddVolume add) {
                changes.add(new Change.Item(service, "volumes", add.name() + ":" + add.path(), why));
            } else if (intention instanceof ChangeMount change) {
                changes.add(new Change.Value(change.mount().declared(), change.text(), why));
            } else if (intention instanceof CloseMount close) {
                changes.add(new Change.Entry(close.mount().declared(), LongMount.READ_ONLY, "true", why));
            } else if (intention instanceof DeclareVolume declare) {
                changes.add(new Change.Volume(service.file(), declare.name(), why));
            } else if (intention instanceof AddLine add) {
                changes.add(new Change.Line(add.after(), add.text(), why));
            }
        }
        return changes;
    }

    /** Whether the same comes from a service that this one extends. */
    private boolean isInherited(Plan plan, Intention intention) {
        boolean extended = intention instanceof CloseRoot || intention instanceof AddTmpfs;
        return extended
                && plans.stream()
                        .filter(other -> other != plan && other.intentions().contains(intention))
                        .anyMatch(other -> plan.container()
                                .origins()
                                .isInherited(
                                        other.container().name().orElseThrow().span()));
    }

    /** The key where it stands, if that is the service's own; else one of its own, which wins over any that is merged in. */
    private static Change closed(Container container, Span service, String why) {
        Optional<Span> own = container.readOnlyKey().filter(key -> isOwn(container, key));
        return own.map(ComposeChanges::value)
                .<Change>map(value -> new Change.Value(value, "true", why))
                .orElseGet(() -> new Change.Key(service, "read_only", "true", why));
    }

    private static boolean isOwn(Container container, Span place) {
        return container.origins().blocks().stream().anyMatch(block -> block.contains(place));
    }

    /** The value of a key with a scalar in one line. */
    private static Span value(Span entry) {
        String text = entry.text();
        int start = text.indexOf(':') + 1;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        int column = entry.startColumn() + text.codePointCount(0, start);
        return new Span(entry.file(), entry.startLine(), column, entry.endLine(), entry.endColumn());
    }
}
