package io.github.rootfsmaven.rules.tmpfs;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.ContainerRule;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Spelling;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** A container with a tmpfs option that the engine or the kernel does not accept never starts. */
public final class InvalidTmpfsOption implements ContainerRule {

    @Override
    public String id() {
        return "invalid-tmpfs-option";
    }

    @Override
    public Stream<Finding> check(Container container) {
        return container.mounts().stream()
                .filter(mount -> mount.type() == MountType.TMPFS)
                .flatMap(mount -> check(container, mount));
    }

    private Stream<Finding> check(Container container, Mount mount) {
        List<Located<String>> options = mount.options();
        return Stream.iterate(0, i -> i < options.size(), i -> i + 1)
                .filter(i -> !options.get(i).value().isEmpty() || options.size() > 1)
                .filter(i -> options.get(i).value().indexOf(Text.UNRESOLVED) < 0)
                .filter(i -> !isAccepted(options, i))
                .map(i -> finding(container, mount, options.get(i)));
    }

    /** The engine looks at every key, but passes only the last value of each to the kernel. */
    private static boolean isAccepted(List<Located<String>> options, int index) {
        String option = options.get(index).value();
        boolean replaced = options.subList(index + 1, options.size()).stream()
                .anyMatch(later -> TmpfsOption.key(later.value()).equals(TmpfsOption.key(option)));
        return TmpfsOption.isKnown(option) && (replaced || TmpfsOption.isMountable(option));
    }

    private Finding finding(Container container, Mount mount, Located<String> option) {
        return Finding.of(this, Effect.NO_START_OR_LOSS, Confidence.CERTAIN)
                .in(container)
                .about(mount)
                .says(
                        "The container will not start: `{0}` is no option of the tmpfs on {1}.",
                        option.shown(), mount.target().shown())
                .fix(fix(option))
                .at(option.span());
    }

    private static Message fix(Located<String> option) {
        String key = TmpfsOption.key(option.value());
        if (TmpfsOption.takesValue(key) && option.shown().startsWith(key)) {
            return Message.of("Write `{0}=` with {1}.", key, TmpfsOption.valueOf(key));
        }
        String bare = option.value().strip();
        if (!bare.equals(option.value()) && TmpfsOption.isKnown(bare)) {
            return Message.of("Remove the blanks: options are separated by commas alone.");
        }
        boolean mayBeShown = option.origin() == Located.Origin.LITERAL;
        return Spelling.nearest(key, mayBeShown ? TmpfsOption.names() : List.of())
                .filter(name -> !name.equals(key))
                .map(name -> Message.of(
                        "Did you mean `{0}`? Docker knows size, mode, uid, gid, ro, exec and a few more.", name))
                .orElse(Message.of("Docker knows size, mode, uid, gid, ro, exec and a few more."));
    }
}
