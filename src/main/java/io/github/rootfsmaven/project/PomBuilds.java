package io.github.rootfsmaven.project;

import io.github.rootfsmaven.knowledge.ImageName;
import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.model.PluginBuild;
import io.github.rootfsmaven.plugins.PomImage;
import io.github.rootfsmaven.plugins.PomImages;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The images that plugins of the Maven build make, by their names. The tag does not count: it is mostly the version of the
 * day.
 */
final class PomBuilds {
    private final Supplier<List<PluginBuild>> builds;

    /** @param builds asked for only if somebody looks for an image that nothing else builds */
    PomBuilds(Supplier<List<PluginBuild>> builds) {
        this.builds = builds;
    }

    /** An image and the module in it. */
    record Found(PomImage image, Module module) {}

    /** The image with that name. */
    Optional<Found> named(String reference) {
        Optional<ImageName> name = ImageName.of(reference, Text.UNRESOLVED);
        return name.flatMap(wanted -> builds.get().stream()
                .flatMap(build -> PomImages.of(build).stream().map(image -> new Found(image, build.module())))
                .filter(found -> ImageName.of(found.image.name().value(), Text.UNRESOLVED)
                        .filter(wanted::mayBe)
                        .isPresent())
                .findFirst());
    }
}
