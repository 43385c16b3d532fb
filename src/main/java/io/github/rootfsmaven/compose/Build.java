package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a service's image is built.
 *
 * @param context the build context as written
 * @param dockerfile the Dockerfile's path as written, relative to the context
 * @param inline the Dockerfile's text, if it stands in the Compose file
 * @param target the stage to build; empty for the last
 * @param args build arguments that have a value
 * @param contexts {@code additional_contexts} by name
 * @param span the whole block
 */
public record Build(
        Located<String> context,
        Located<String> dockerfile,
        Optional<Located<String>> inline,
        Optional<Located<String>> target,
        Map<String, String> args,
        Map<String, Located<String>> contexts,
        Span span) {
    public Build {
        Objects.requireNonNull(context);
        Objects.requireNonNull(dockerfile);
        Objects.requireNonNull(inline);
        Objects.requireNonNull(target);
        args = Map.copyOf(args);
        contexts = Map.copyOf(contexts);
        Objects.requireNonNull(span);
    }
}
