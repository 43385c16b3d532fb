package io.github.rootfsmaven.rules.writes;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.NativeLibrary;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A library unpacks machine code to a tmpfs from where nothing may run. That fails whether the root is writable or not, so
 * it is told either way.
 */
public final class NativeLibraryNeedsExecTmp implements ContainerRule {

    @Override
    public String id() {
        return "native-library-needs-exec-tmp";
    }

    @Override
    public Stream<Finding> check(Container container) {
        WritableMap map = container.map();
        Map<WritableMap.Entry, List<NativeLibrary>> byPlace = container.libraries().stream()
                .filter(library -> !library.tolerant())
                // with a writable root there is a writable home
                .filter(library -> !library.homeFirst() || container.rootIsReadOnly())
                .filter(library -> container.forbidsToRun(library.directory().value()))
                .sorted(Comparator.comparing((NativeLibrary library) -> Confidence.of(library))
                        .thenComparing(NativeLibrary::name))
                .collect(Collectors.groupingBy(
                        library -> map.entryFor(library.directory().value()), LinkedHashMap::new, Collectors.toList()));
        return byPlace.entrySet().stream().map(place -> finding(container, place.getKey(), place.getValue()));
    }

    private Finding finding(Container container, WritableMap.Entry place, List<NativeLibrary> libraries) {
        NativeLibrary first = libraries.get(0);
        String others = libraries.stream().skip(1).map(NativeLibrary::name).collect(Collectors.joining(", "));
        Optional<Mount> mount = container.mounts().stream()
                .filter(candidate ->
                        candidate.type() == MountType.TMPFS && candidate.path().equals(place.path()))
                .findFirst();
        String path = mount.map(tmpfs -> tmpfs.target().shown()).orElse(place.shown());
        Finding.Builder finding = Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.of(first))
                .in(container)
                .says(
                        "{0} unpacks machine code to {1} and loads it from there{2}, and nothing in that tmpfs may run: `failed to map segment from shared object`.{3}",
                        first.name(),
                        path,
                        first.detail().map(when -> Message.of(" ({0})", when)).orElse(Message.nothing()),
                        others.isEmpty() ? Message.nothing() : Message.of(" The same holds for {0}.", others))
                .fix(fix(container, first, mount, path));
        mount.ifPresentOrElse(finding::about, () -> finding.about(path));
        libraries.stream()
                .filter(library -> !library.place().equals(container.place()))
                .forEach(library -> finding.related(library.place(), "this brings {0}", library.name()));
        return finding.at(mount.map(Mount::declared).orElse(container.place()));
    }

    private static Message fix(Container container, NativeLibrary library, Optional<Mount> mount, String path) {
        String exec = tmpfs(container, path + ":exec,size=64m");
        if (library.avoidedBy().isEmpty()) {
            return mount.isPresent()
                    ? Message.of("Mount it with `exec`: `{0}`.", exec)
                    : Message.of("Set `-Djava.io.tmpdir` to a tmpfs with `exec`.");
        }
        String setting = library.avoidedBy().get();
        Message own = Message.of(
                "Let it unpack to a tmpfs of its own, with `exec`: set `{0}` and add `{1}`.",
                setting + (setting.startsWith("-D") ? "=/native" : ": /native"),
                tmpfs(container, "/native:exec,size=16m"));
        return mount.isPresent()
                ? Message.of("{0} Or: mount it with `exec`: `{1}`.", own, exec)
                : Message.of("{0} Or: set `-Djava.io.tmpdir` to a tmpfs with `exec`.", own);
    }

    private static String tmpfs(Container container, String value) {
        return container.words("tmpfs: [\"" + value + "\"]", "--tmpfs " + value);
    }
}
