package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rules.mounts.NamedVolumes.Use;
import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one service writes into a volume, another one reads: each can change what the other relies on. */
public final class SharedWritableVolume implements Rule {

    @Override
    public String id() {
        return "shared-writable-volume";
    }

    @Override
    public Stream<Finding> check(Project project) {
        return NamedVolumes.of(project).values().stream()
                .map(uses -> uses.stream().filter(use -> use.mount().writable()).toList())
                .filter(SharedWritableVolume::isShared)
                .map(this::finding);
    }

    /** Where every root is writable, the volume is the least of the worries. */
    private static boolean isShared(List<Use> writers) {
        return writers.stream().map(Use::container).distinct().count() > 1
                && writers.stream().map(Use::container).anyMatch(Container::rootIsReadOnly);
    }

    private Finding finding(List<Use> writers) {
        Use first = writers.stream()
                .filter(use -> use.container().rootIsReadOnly())
                .findFirst()
                .orElseThrow();
        String names = writers.stream()
                .map(Use::container)
                .distinct()
                .flatMap(container -> container.name().stream())
                .map(Located::shown)
                .collect(Collectors.joining(", "));
        String volume = first.mount().source().map(Located::shown).orElseThrow();
        Finding.Builder finding = Finding.of(this, Effect.WIDER_THAN_NEEDED, Confidence.CERTAIN)
                .in(first.container())
                .about(volume)
                .says("Several services can write the volume {0}: {1}.", volume, names)
                .fix("Mount it with `:ro` where it is only read.");
        writers.stream()
                .filter(use -> !use.equals(first))
                .forEach(use -> finding.related(use.mount().declared(), "written here too"));
        return finding.at(first.mount().declared());
    }
}
