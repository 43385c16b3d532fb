package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.text.Located;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Additional contexts of a build: each stands for the stage of its name, or the image of its name where there is no such
 * stage (BuildKit: {@code namedContext} in {@code frontend/dockerui/namedcontext.go} and its callers in
 * {@code dockerfile2llb/convert.go}).
 */
public final class NamedContexts {
    private static final NamedContexts NONE = new NamedContexts(Map.of());

    private final Map<String, Source> sources = new HashMap<>();

    private NamedContexts(Map<String, Source> sources) {
        sources.forEach((name, source) -> this.sources.put(familiar(name), source));
    }

    /** What a context is. */
    public sealed interface Source {
        /** {@code docker-image://}: an image that is pulled. */
        record Pulled(Located<String> reference) implements Source {}

        /** {@code service:} or {@code target:}: what another service builds. */
        record Built(Image image) implements Source {}

        /** A directory, a repository, an archive: files alone. */
        record Files() implements Source {}
    }

    /** No additional context. */
    public static NamedContexts none() {
        return NONE;
    }

    /** Contexts by the names that a Compose file gives them. */
    public static NamedContexts of(Map<String, Source> sources) {
        return new NamedContexts(sources);
    }

    /** The name by which a context is looked up: {@code docker.io/library/x:latest} is {@code x}. */
    public static String familiar(String name) {
        return name.replaceFirst("^(?:index\\.)?docker\\.io/(?:library/(?=[^/]+$))?", "")
                .replaceFirst(":latest$", "");
    }

    Optional<Source> of(String name) {
        return Optional.ofNullable(sources.get(familiar(name)));
    }
}
