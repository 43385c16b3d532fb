package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.CopiedIn;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the configs and secrets that Docker Compose copies into a container, for they are no files that it could mount. */
final class CopiedInReader {
    private final Mapping project;
    private final Variables variables;

    CopiedInReader(Mapping project, Variables variables) {
        this.project = project;
        this.variables = variables;
    }

    /** As {@code pkg/compose/secrets.go}; {@code use_api_socket} brings a config of Compose's own (apiSocket.go). */
    List<CopiedIn> read(Mapping service) {
        List<CopiedIn> copied = new ArrayList<>();
        read(service, "configs", "config", copied);
        read(service, "secrets", "secret", copied);
        service.entry("use_api_socket")
                .filter(key -> key.value() instanceof Scalar flag && flag.bool().orElse(false))
                .ifPresent(key -> copied.add(new CopiedIn(
                        Message.of("the engine's credentials"),
                        "use_api_socket",
                        Optional.empty(),
                        key.span(),
                        Optional.empty())));
        return copied;
    }

    private void read(Mapping service, String section, String kind, List<CopiedIn> copied) {
        for (Node node : service.sequence(section).map(Sequence::items).orElse(List.of())) {
            Optional<Scalar> name = ShortSyntax.fileMount(node).scalar("source");
            Optional<Mapping> definition =
                    name.flatMap(source -> project.mapping(section).flatMap(all -> all.mapping(source.value())));
            if (definition.isEmpty()) {
                continue;
            }
            for (String key : List.of("content", "environment")) {
                definition
                        .get()
                        .entry(key)
                        .filter(content -> isCopied((Scalar) content.value(), key))
                        .ifPresent(content -> copied.add(new CopiedIn(
                                what(kind, name.orElseThrow().text().shown()),
                                key,
                                Optional.of(target(node, kind)),
                                node.span(),
                                Optional.of(content.span()))));
            }
        }
    }

    private static Message what(String kind, String name) {
        return kind.equals("config") ? Message.of("the config '{0}'", name) : Message.of("the secret '{0}'", name);
    }

    /** As {@code pkg/compose/secrets.go}: a secret's name alone is below {@code /run/secrets}, a config's is in the root. */
    private static String target(Node node, String kind) {
        Mapping mount = ShortSyntax.fileMount(node);
        String name = mount.scalar("target")
                .or(() -> mount.scalar("source"))
                .map(Scalar::value)
                .orElse("");
        return Paths.canonical(Paths.resolve(kind.equals("secret") ? "/run/secrets" : "/", name));
    }

    /** Compose leaves out what is empty. Text whose every character hangs on unknown variables may be. */
    private boolean isCopied(Scalar content, String key) {
        String value = content.value();
        return key.equals("environment")
                ? variables.value(value).filter(String::isEmpty).isEmpty()
                : !value.replace(String.valueOf(Text.UNRESOLVED), "").isEmpty();
    }
}
