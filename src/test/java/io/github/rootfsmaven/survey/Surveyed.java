package io.github.rootfsmaven.survey;

import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.harden.Plan;
import io.github.rootfsmaven.knowledge.ImageName;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One service of a real Compose file.
 *
 * @param repository whose it is
 * @param verdict as the file is
 * @param rules ids of what is found of it
 * @param known whether anybody wrote down what its image writes
 * @param closed the same service with a read-only root and nothing else changed
 * @param plan what harden would do
 */
record Surveyed(
        String repository,
        Container container,
        Verdict verdict,
        Set<String> rules,
        boolean known,
        Judged closed,
        Plan plan) {

    boolean hasTmpfs() {
        return container.mounts().stream().anyMatch(mount -> mount.type() == MountType.TMPFS);
    }

    boolean hasTemporaryFiles() {
        return container.mounts().stream()
                .anyMatch(
                        mount -> mount.type() == MountType.TMPFS && mount.path().equals("/tmp"));
    }

    /** What it would be refused for certain or likely, if {@code read_only: true} were all that is added. */
    List<Write> breakages() {
        return closed.homelessWrites().stream()
                .filter(write -> Confidence.of(write) != Confidence.POSSIBLE)
                .toList();
    }

    /** The repository of the image that it names; none for one that is built, or has no name that is known. */
    Optional<String> image() {
        return container
                .image()
                .reference()
                .filter(name -> !container.image().built())
                .flatMap(name -> ImageName.of(name.value(), Text.UNRESOLVED))
                .map(ImageName::repository);
    }

    boolean asksOnlyWhatItsImageWrites() {
        return !plan.questions().isEmpty()
                && plan.questions().stream()
                        .allMatch(question ->
                                question.sentence().english().matches("What the image( .*)? writes is unknown\\."));
    }
}
