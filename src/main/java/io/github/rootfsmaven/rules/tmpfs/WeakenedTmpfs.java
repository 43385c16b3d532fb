package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tmpfs in whose files programs may run, or set-user-id bits or devices count, is more than a place for files. */
public final class WeakenedTmpfs implements ContainerRule {
    private static final Map<String, Message> MEANING = Map.of(
            "exec", Message.of("lets programs run from it"),
            "suid", Message.of("honours set-user-id bits in it"),
            "dev", Message.of("honours device files in it"));

    @Override
    public String id() {
        return "weakened-tmpfs";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.rootIsReadOnly()) {
            return Stream.empty();
        }
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.TMPFS)
                .flatMap(mount -> check(container, mount));
    }

    private Stream<Finding> check(Container container, Mount mount) {
        List<Located<String>> weakening = weakening(mount).stream()
                .filter(option -> !option.value().equals("exec") || !container.runsFrom(mount))
                .toList();
        if (weakening.isEmpty()) {
            return Stream.empty();
        }
        String words = String.join(",", weakening.stream().map(Located::shown).toList());
        Message meaning = Message.joined(
                " and ",
                weakening.stream().map(option -> MEANING.get(option.value())).toList());
        return Stream.of(Finding.of(this, Effect.WIDER_THAN_NEEDED, Confidence.CERTAIN)
                .in(container)
                .about(mount)
                .says(
                        "The tmpfs on {0} is mounted with `{1}`, which {2}.",
                        mount.target().shown(), words, meaning)
                .fix("Remove `{0}`: Docker's own default is noexec,nosuid,nodev.", words)
                .at(weakening.get(0).span()));
    }

    /** The options in force that take one of Docker's defaults back; of each pair, the last one wins. */
    private static List<Located<String>> weakening(Mount mount) {
        Map<String, Located<String>> last = new LinkedHashMap<>();
        mount.options().forEach(option -> last.put(option.value().replaceFirst("^no", ""), option));
        return last.values().stream()
                .filter(option -> MEANING.containsKey(option.value()))
                .toList();
    }
}
