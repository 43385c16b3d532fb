package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something mounted into a container, as a Compose file declares it.
 *
 * @param type what is mounted; never {@code ROOT} or {@code ENGINE}
 * @param target where, as a cleaned absolute path with known links followed ({@code /var/run/x} is {@code /run/x})
 * @param source the host path of a bind, the name of a volume; empty where there is none or it is unknown
 * @param access whether it can be written
 * @param options what follows the target in the short syntax, one each ({@code ro}, {@code size=64m}), or the
 *     equivalent of the long syntax; in order
 * @param mode the mode of a tmpfs in the long syntax as it stands in the file, for {@code tmpfs-mode-decimal}
 * @param recursive how the long syntax treats what is mounted below the source of a bind: {@code writable} leaves it
 *     writable under a read-only bind
 * @param declared the whole declaration
 */
public record Mount(
        MountType type,
        Located<String> target,
        Optional<Located<String>> source,
        Access access,
        List<Located<String>> options,
        Optional<Located<Integer>> mode,
        Optional<Located<String>> recursive,
        Span declared) {

    public Mount {
        Objects.requireNonNull(type);
        Objects.requireNonNull(target);
        Objects.requireNonNull(source);
        Objects.requireNonNull(access);
        options = List.copyOf(options);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(recursive);
        Objects.requireNonNull(declared);
    }

    /** The path of the mount point. */
    public String path() {
        return target.value();
    }

    /** Whether it can certainly be written. */
    public boolean writable() {
        return access == Access.WRITABLE;
    }

    /** Whether an option such as {@code exec} or a key such as {@code size} is given. */
    public boolean hasOption(String name) {
        return options.stream()
                .anyMatch(
                        option -> option.value().equals(name) || option.value().startsWith(name + "="));
    }

    /** Whether this tmpfs is one from where nothing may run; an option that hangs on an unknown variable may let it. */
    boolean forbidsToRun() {
        boolean forbids = type == MountType.TMPFS;
        for (Located<String> option : options) {
            if (option.value().indexOf(Text.UNRESOLVED) >= 0) {
                return false;
            }
            forbids = option.value().equals("noexec")
                    || forbids && !option.value().equals("exec");
        }
        return forbids;
    }

    /** The same mount as another container sees it that takes it over with {@code volumes_from}. */
    public Mount inherited(Span by) {
        return new Mount(MountType.INHERITED, target, source, access, options, mode, recursive, by);
    }

    /** The same mount with other access. */
    public Mount with(Access other) {
        return new Mount(type, target, source, other, options, mode, recursive, declared);
    }
}
