package io.github.rootfsmaven.rules.mounts;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.HostPath;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A writable bind of the host's own directories lets the container change the host, not only itself. */
public final class SensitiveHostPath implements ContainerRule {
    private static final Set<String> HOST =
            Set.of(("/dev /home /proc /root /run /run/systemd /sys /var /var/lib /var/lib/containerd "
                            + "/var/lib/containers /var/lib/docker /var/lib/kubelet")
                    .split(" "));
    private static final Set<String> TREES = Set.of(
            ("/proc /run/systemd /sys /var/lib/containerd /var/lib/containers /var/lib/docker " + "/var/lib/kubelet")
                    .split(" "));
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?:~|/root|/home/[^/]+|/Users/[^/]+)/\\.(?:ssh|docker|aws|azure|kube|gnupg)(?:/.*)?");
    private static final Pattern HARMLESS = Pattern.compile("/dev/(?:null|zero|full|u?random)");

    /** What a host path is, and what follows from it. */
    private record Judgement(Effect effect, Confidence confidence, Message what) {}

    @Override
    public String id() {
        return "sensitive-host-path";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mounts().stream()
                .filter(Mount::writable)
                .flatMap(mount -> HostPath.of(mount).flatMap(host -> judge(mount, host)).stream()
                        .map(judgement -> finding(container, mount, judgement)));
    }

    private static Optional<Judgement> judge(Mount mount, String host) {
        String path = Paths.canonical(host);
        if (SystemDirectories.contains(path) || HOST.contains(path)) {
            return Optional.of(new Judgement(
                    Effect.ROOT_OPEN,
                    Confidence.CERTAIN,
                    Message.of("The container can write {0}, a system directory of the host.", source(mount))));
        }
        boolean inTree = TREES.stream().anyMatch(tree -> Paths.isBelow(path, tree));
        if (SystemDirectories.isAbove(path) || inTree) {
            return Optional.of(new Judgement(
                    Effect.BREAKS_OR_TAMPERS,
                    Confidence.CERTAIN,
                    Message.of("The container can write {0}, inside a system directory of the host.", source(mount))));
        }
        if (CREDENTIALS.matcher(path).matches()) {
            return Optional.of(new Judgement(
                    Effect.BREAKS_OR_TAMPERS,
                    Confidence.CERTAIN,
                    Message.of("The container can write {0}, a place of credentials on the host.", source(mount))));
        }
        return Paths.isBelow(path, "/dev") && !HARMLESS.matcher(path).matches()
                ? Optional.of(new Judgement(
                        Effect.BREAKS_OR_TAMPERS,
                        Confidence.POSSIBLE,
                        Message.of("The container can write {0}, a device of the host.", source(mount))))
                : Optional.empty();
    }

    private static String source(Mount mount) {
        return mount.source().map(Located::shown).orElseThrow();
    }

    private Finding finding(Container container, Mount mount, Judgement judgement) {

        return Finding.of(this, judgement.effect(), judgement.confidence())
                .in(container)
                .about(mount)
                .says(judgement.what())
                .fix("Mount it read-only (`:ro`), or mount only the one file or directory that is needed.")
                .at(mount.declared());
    }
}
