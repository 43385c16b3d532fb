package io.github.rootfsmaven.rules.root;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.HostPath;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whoever can talk to the container engine can write every file of the host and of its containers. */
public final class EngineSocket implements ContainerRule {
    private static final Pattern SOCKET = Pattern.compile(
            "(?:.*[/\\\\])?(?:(?:docker|containerd|podman|crio|dockershim|cri-dockerd)\\.sock(?:\\.ttrpc)?|docker_engine)");
    private static final Pattern HOLDS_ONE = Pattern.compile("/run");
    private static final Pattern MAY_HOLD_ONE = Pattern.compile(
            "/|/var|/run/(?:docker|docker/containerd|containerd|podman|crio)|/run/user(?:/[^/]+(?:/podman)?)?");

    @Override
    public String id() {
        return "engine-socket";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mounts().stream().flatMap(mount -> check(container, mount).stream());
    }

    private Optional<Finding> check(Container container, Mount mount) {
        return confidence(mount)
                .map(confidence -> Finding.of(this, Effect.ROOT_OPEN, confidence)
                        .in(container)
                        .about(mount)
                        .says(sentence(mount))
                        .fix(
                                "Remove the mount. Where a container must see others, put a filtering proxy between it and the socket; `:ro` does not help.")
                        .at(mount.declared()));
    }

    private static Optional<Confidence> confidence(Mount mount) {
        if (isSocket(mount)) {
            return Optional.of(Confidence.CERTAIN);
        }
        Optional<String> directory = HostPath.of(mount).map(Paths::canonical);
        if (directory.filter(path -> HOLDS_ONE.matcher(path).matches()).isPresent()) {
            return Optional.of(Confidence.CERTAIN);
        }
        return directory.filter(path -> MAY_HOLD_ONE.matcher(path).matches()).map(path -> Confidence.LIKELY);
    }

    private static boolean isSocket(Mount mount) {
        boolean bySource = mount.source()
                .filter(source -> SOCKET.matcher(source.value()).matches())
                .isPresent();
        return bySource || (isUnknown(mount) && SOCKET.matcher(mount.path()).matches());
    }

    private static boolean isUnknown(Mount mount) {
        return (mount.type() == MountType.BIND || mount.type() == MountType.INHERITED)
                && mount.source()
                        .map(source -> source.value().indexOf(Text.UNRESOLVED) >= 0)
                        .orElse(true);
    }

    private static Message sentence(Mount mount) {
        String source = mount.source().map(Located::shown).orElse(mount.target().shown());
        return isSocket(mount)
                ? Message.of("The container gets the engine's socket {0}, and with it every file of the host.", source)
                : Message.of("The container gets {0} of the host, where the engine's socket lies.", source);
    }
}
