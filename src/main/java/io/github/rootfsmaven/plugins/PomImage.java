package io.github.rootfsmaven.plugins;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An image that a Maven plugin builds.
 *
 * @param name what it is called
 * @param image what is known of it; the file that builds it is the POM
 * @param dockerfile the Dockerfile that the plugin builds, absolute; then that one says what is in the image
 */
public record PomImage(Located<String> name, Image image, Optional<Path> dockerfile) {
    public PomImage {
        Objects.requireNonNull(name);
        Objects.requireNonNull(image);
        Objects.requireNonNull(dockerfile);
    }

    static Builder named(Located<String> name) {
        return new Builder(name);
    }

    /** Collects what a plugin is told. */
    static final class Builder {
        private final Located<String> name;
        private Optional<String> base = Optional.empty();
        private List<Located<String>> volumes = List.of();
        private Optional<Located<String>> user = Optional.empty();
        private Optional<Located<String>> workingDirectory = Optional.empty();
        private Optional<Command> entrypoint = Optional.empty();
        private Optional<Command> command = Optional.empty();
        private Map<String, Located<String>> environment = Map.of();
        private List<Copied> copied = List.of();
        private Optional<Path> dockerfile = Optional.empty();

        private Builder(Located<String> name) {
            this.name = name;
        }

        Builder on(Optional<String> image) {
            base = image;
            return this;
        }

        Builder volumes(List<Located<String>> paths) {
            volumes = paths;
            return this;
        }

        Builder user(Optional<Located<String>> who) {
            user = who;
            return this;
        }

        Builder in(Optional<Located<String>> directory) {
            workingDirectory = directory;
            return this;
        }

        Builder starts(Optional<Command> program, Optional<Command> arguments) {
            entrypoint = program;
            command = arguments;
            return this;
        }

        Builder with(Map<String, Located<String>> variables) {
            environment = variables;
            return this;
        }

        /** Files of the module, as root's. */
        Builder copies(String source, String target, Span place) {
            copied = List.of(new Copied(
                    List.of(Located.literal(source, place)),
                    Located.literal(target, place),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
            return this;
        }

        Builder by(Optional<Path> file) {
            dockerfile = file;
            return this;
        }

        PomImage build() {
            Image image = new Image(
                    Optional.of(name),
                    Optional.of(name.span().file()),
                    base,
                    volumes,
                    List.of(),
                    user,
                    workingDirectory,
                    entrypoint,
                    command,
                    environment,
                    copied,
                    Map.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());
            return new PomImage(name, image, dockerfile);
        }
    }
}
