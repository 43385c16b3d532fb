package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of an image. An image that is built here is known as far as its Dockerfile tells, which is not all: what
 * is empty here may still be set by the base image, so empty means "not said", never "no".
 *
 * @param reference the name in the Compose file, or of the base image; empty where there is none
 * @param dockerfile the Dockerfile that builds it; empty for an image that is pulled
 * @param base the image at the root of the final stage's chain; empty if unknown, {@code scratch} if there is none
 * @param volumes {@code VOLUME} paths of the final stage chain, absolute and cleaned
 * @param pulledVolumes {@code VOLUME} paths of the public image that it is or is built upon, as far as they are known;
 *     their place is where that image is named
 * @param user the last {@code USER}
 * @param workingDirectory the last {@code WORKDIR}, absolute
 * @param entrypoint the {@code ENTRYPOINT} in force; one without words is known to be none
 * @param command the {@code CMD} in force; one without words is known to be none
 * @param environment {@code ENV} by name
 * @param copied what COPY and ADD place where
 * @param stages what they place where in the stages that files are copied from, by the stages' numbers
 * @param files what is there for certain, by path, sorted
 * @param packages what RUN installs: the kind of package and its name, {@code apt:nginx-light}
 * @param healthcheck the {@code HEALTHCHECK} in force; one without words is known to be none
 */
public record Image(
        Optional<Located<String>> reference,
        Optional<SourceFile> dockerfile,
        Optional<String> base,
        List<Located<String>> volumes,
        List<Located<String>> pulledVolumes,
        Optional<Located<String>> user,
        Optional<Located<String>> workingDirectory,
        Optional<Command> entrypoint,
        Optional<Command> command,
        Map<String, Located<String>> environment,
        List<Copied> copied,
        Map<Integer, List<Copied>> stages,
        List<ImageFile> files,
        List<String> packages,
        Optional<Command> healthcheck) {

    public Image {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(dockerfile);
        Objects.requireNonNull(base);
        volumes = List.copyOf(volumes);
        pulledVolumes = List.copyOf(pulledVolumes);
        Objects.requireNonNull(user);
        Objects.requireNonNull(workingDirectory);
        Objects.requireNonNull(entrypoint);
        Objects.requireNonNull(command);
        environment = Map.copyOf(environment);
        copied = List.copyOf(copied);
        stages = Map.copyOf(stages);
        files = List.copyOf(files);
        packages = List.copyOf(packages);
        Objects.requireNonNull(healthcheck);
    }

    /** An image that is pulled: nothing is known but its name. */
    public static Image pulled(Optional<Located<String>> reference) {
        return new Image(
                reference,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Whether its Dockerfile was read. */
    public boolean built() {
        return dockerfile.isPresent();
    }

    /** The directory at that path, if the Dockerfile makes it. */
    public Optional<ImageFile> directory(String path) {
        return files.stream()
                .filter(file -> file.directory() && file.path().equals(path))
                .findFirst();
    }

    /** The same image under the name that a Compose file gives it. */
    public Image named(Optional<Located<String>> name) {
        return with(name, volumes, pulledVolumes, copied);
    }

    /** The same image, what it copies told in other words. */
    public Image withCopied(List<Copied> others) {
        return with(reference, volumes, pulledVolumes, others);
    }

    /** The same image with other volumes. */
    public Image withVolumes(List<Located<String>> others) {
        return with(reference, others, pulledVolumes, copied);
    }

    /** The same image with the volumes of the public image that it is or is built upon. */
    public Image withPulledVolumes(List<Located<String>> others) {
        return with(reference, volumes, others, copied);
    }

    /** Every volume that is known, its own ones first. */
    public List<Located<String>> allVolumes() {
        return Stream.concat(
                        volumes.stream(),
                        pulledVolumes.stream()
                                .filter(pulled -> volumes.stream()
                                        .noneMatch(own -> own.value().equals(pulled.value()))))
                .toList();
    }

    /** Whether a volume is that of the public image, not of a Dockerfile here. */
    public boolean isPulled(Located<String> volume) {
        return !volumes.contains(volume);
    }

    /** The same image with what is known of the stages that files are copied from. */
    public Image withStages(Map<Integer, List<Copied>> others) {
        return with(reference, volumes, pulledVolumes, copied, others);
    }

    private Image with(
            Optional<Located<String>> name,
            List<Located<String>> places,
            List<Located<String>> pulled,
            List<Copied> placed) {
        return with(name, places, pulled, placed, stages);
    }

    private Image with(
            Optional<Located<String>> name,
            List<Located<String>> places,
            List<Located<String>> pulled,
            List<Copied> placed,
            Map<Integer, List<Copied>> placedInStages) {
        return new Image(
                name,
                dockerfile,
                base,
                places,
                pulled,
                user,
                workingDirectory,
                entrypoint,
                command,
                environment,
                placed,
                placedInStages,
                files,
                packages,
                healthcheck);
    }
}
