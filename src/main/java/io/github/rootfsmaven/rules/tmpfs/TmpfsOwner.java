package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.ImageFile;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A tmpfs belongs to root and takes over the permissions of the directory that it covers: another user cannot write it. */
public final class TmpfsOwner implements ContainerRule {

    /** Stands for the user's number, which is words where only a name is known. */
    private static final String NUMBER = "\uFFFC";

    /** Directories that images have as a rule, and that only root can write. */
    private static final Set<String> USUAL = Set.of("/run", "/var/cache", "/var/lib", "/var/log");

    /** Why it cannot be written, where that is told if not at the mount itself, and how sure that is. */
    private record Cause(Message clause, Optional<ImageFile> told, Confidence confidence) {}

    @Override
    public String id() {
        return "tmpfs-owner";
    }

    @Override
    public Stream<Finding> check(Container container) {
        if (!container.process().certainlyNotRoot()) {
            return Stream.empty();
        }
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.TMPFS && mount.writable())
                .filter(mount -> !isOwn(container, mount))
                .flatMap(mount -> cause(container, mount).map(cause -> finding(container, mount, cause)).stream());
    }

    /** Whether {@code uid} makes it the user's own; who a name is stands in the image, so any number may be right. */
    private static boolean isOwn(Container container, Mount mount) {
        String user = container.process().user().orElseThrow().value().split(":", 2)[0];
        boolean byName = !user.matches("[0-9]+");
        return value(mount, "uid").filter(uid -> byName || uid.equals(user)).isPresent()
                || value(mount, "gid").isPresent()
                || mount.options().stream().anyMatch(option -> option.value().indexOf(Text.UNRESOLVED) >= 0);
    }

    private static Optional<Cause> cause(Container container, Mount mount) {
        Optional<String> mode = value(mount, "mode").filter(digits -> digits.matches("[0-7]{1,6}"));
        if (mode.isPresent()) {
            return mode.filter(digits -> (Integer.parseInt(digits, 8) & 0002) == 0)
                    .map(digits -> new Cause(
                            Message.of("its mode {0} lets only root write", digits),
                            Optional.empty(),
                            Confidence.LIKELY));
        }
        Optional<ImageFile> covered = container.image().directory(mount.path()).filter(ImageFile::closedToOthers);
        if (covered.isPresent()) {
            return Optional.of(new Cause(
                    Message.of("it takes over the permissions of the image's directory, and not its owner"),
                    covered,
                    Confidence.LIKELY));
        }
        return USUAL.contains(mount.path())
                ? Optional.of(new Cause(
                        Message.of("as a rule images have that directory, which only root can write"),
                        Optional.empty(),
                        Confidence.POSSIBLE))
                : Optional.empty();
    }

    private static Optional<String> value(Mount mount, String key) {
        return mount.options().stream()
                .map(Located::value)
                .filter(option -> option.startsWith(key + "="))
                .map(option -> option.substring(key.length() + 1))
                .reduce((first, last) -> last);
    }

    private Finding finding(Container container, Mount mount, Cause cause) {
        String place = mount.target().shown();
        String user = container.process().user().orElseThrow().shown().split(":", 2)[0];
        Message uid = user.matches("[0-9]+") ? Message.verbatim(user) : Message.of("<number of {0}>", user);
        String option = place + ":uid=" + NUMBER + ",size=64m";
        String[] words = container
                .words("tmpfs: [\"" + option + "\"]", "--tmpfs " + option)
                .split(NUMBER, 2);
        Finding.Builder finding = Finding.of(this, Effect.BREAKS_OR_TAMPERS, cause.confidence())
                .in(container)
                .about(mount)
                .says("The user {0} cannot write the tmpfs on {1}: {2}.", user, place, cause.clause())
                .fix("Give it to the user: `{0}{1}{2}`.", words[0], uid, words[1]);
        cause.told().ifPresent(file -> finding.related(file.span(), "the image makes the directory"));
        return finding.at(mount.declared());
    }
}
