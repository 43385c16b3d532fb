package io.github.rootfsmaven.rules.image;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Copied;
import io.github.rootfsmaven.model.PathMeaning;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.ProgramFiles;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program whose files belong to the user that runs it has only the read-only root between it and a change. */
public final class WritableProgramFiles implements ContainerRule {

    /** Octal with a write bit for others, or the letters that say so. */
    private static final Pattern FOR_ALL =
            Pattern.compile("[0-7]*[2367]|(?:.*,)?(?:[ug]*[ao][ugoa]*)?[+=][rxX]*w[rwxX]*(?:,.*)?");

    @Override
    public String id() {
        return "writable-program-files";
    }

    @Override
    public Stream<Finding> check(Container container) {
        boolean concerned = container.isService() ? container.rootIsReadOnly() : !container.rootIsWritable();
        List<Copied> open = concerned && container.process().certainlyNotRoot()
                ? container.image().copied().stream()
                        .filter(files -> isProgram(container, files))
                        .filter(files -> flag(container, files).isPresent())
                        .toList()
                : List.of();
        return open.isEmpty() ? Stream.empty() : Stream.of(finding(container, open));
    }

    /** Where something is mounted, other rules have the word. */
    private static boolean isProgram(Container container, Copied files) {
        String target = files.target().value();
        return ProgramFiles.copied(container.image(), target).anyMatch(files.target()::equals)
                && !PathMeaning.isTemporary(target)
                && !PathMeaning.isData(target)
                && container.mounts().stream().noneMatch(mount -> Paths.isWithin(target, mount.path()))
                && container.openImageVolumes().stream().noneMatch(volume -> Paths.isWithin(target, volume.value()));
    }

    /** The flag that lets the user write. */
    private static Optional<String> flag(Container container, Copied files) {
        String user = name(container.process().user().orElseThrow());
        return files.mode()
                .filter(mode -> FOR_ALL.matcher(mode.value()).matches())
                .map(mode -> "--chmod=" + mode.shown())
                .or(() -> files.owner()
                        .filter(owner -> name(owner).equals(user))
                        .map(owner -> "--chown=" + owner.shown()));
    }

    private static String name(Located<String> user) {
        return user.value().split(":", 2)[0];
    }

    private Finding finding(Container container, List<Copied> open) {
        Copied first = open.get(0);
        Finding.Builder finding = Finding.of(this, Effect.WIDER_THAN_NEEDED, Confidence.CERTAIN)
                .in(container)
                .about(first.target().shown())
                .says(
                        container.isService()
                                ? "The process may write its own program in {0} (`{1}`); only the read-only root keeps it from that."
                                : "The process may write its own program in {0} (`{1}`), unless it is started with a read-only root.",
                        first.target().shown(),
                        flag(container, first).orElseThrow())
                .fix(
                        "Let root keep the program: everybody can read and run it. Give away only the directories that are written.");
        open.stream().skip(1).forEach(files -> finding.related(files.target().span(), "and this"));
        return finding.at(first.target().span());
    }
}
