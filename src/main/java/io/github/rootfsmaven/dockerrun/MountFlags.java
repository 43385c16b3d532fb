package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.dockerrun.Arguments.Flag;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.HostPath;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code -v} (docker/cli: internal/volumespec; moby: volume/mounts/linux_parser.go), {@code --tmpfs},
 * {@code --use-api-socket}; {@code --mount} is {@link MountFlag}'s. What the engine refuses, or what is mounted at an
 * unknown place, is no mount.
 */
final class MountFlags {
    private static final Set<String> FLAGS = Set.of("volume", "tmpfs", "mount", "use-api-socket");
    private static final Set<String> OPTIONS =
            Set.of(("ro rw z Z nocopy consistent cached delegated private rprivate" + " shared rshared slave rslave")
                    .split(" "));

    private MountFlags() {}

    static boolean isOne(Flag flag) {
        return FLAGS.contains(flag.name());
    }

    static Optional<Mount> read(Flag flag) {
        return switch (flag.name()) {
            case "volume" -> volume(flag);
            case "tmpfs" -> tmpfs(flag);
            case "mount" -> MountFlag.read(flag);
            default -> socket(flag);
        };
    }

    /** A colon behind a single letter belongs to a Windows drive, but only where a section begins. */
    private static List<Text> sections(Text spec) {
        List<Text> sections = new ArrayList<>();
        String all = spec.value();
        int start = 0;
        for (int i = 0; i <= all.length(); i++) {
            boolean end = i == all.length();
            boolean drive = !end && i == start + 1 && all.length() > 2 && Character.isLetter(all.charAt(start));
            if (end || (all.charAt(i) == ':' && !drive)) {
                sections.add(spec.substring(start, i));
                start = i + 1;
            }
        }
        return sections;
    }

    private static Optional<Mount> volume(Flag flag) {
        List<Text> sections = sections(flag.value());
        if (sections.size() > 3
                || sections.stream().anyMatch(section -> section.value().isEmpty())) {
            return Optional.empty();
        }
        boolean anonymous = sections.size() == 1;
        Text target = sections.get(anonymous ? 0 : 1);
        Optional<Text> source = anonymous ? Optional.empty() : Optional.of(sections.get(0));
        List<Text> options = sections.size() == 3 ? sections.get(2).split(',') : List.of();
        boolean known = options.stream().allMatch(option -> OPTIONS.contains(option.value()));
        boolean readOnly = options.stream().anyMatch(option -> option.value().equals("ro"));
        MountType type = source.isEmpty()
                ? MountType.ANONYMOUS_VOLUME
                : HostPath.isWritten(source.get().value()) ? MountType.BIND : MountType.VOLUME;
        return mount(flag, type, target, source, known ? RunReader.access(readOnly) : Access.UNKNOWN, options, "");
    }

    private static Optional<Mount> tmpfs(Flag flag) {
        int colon = flag.value().value().indexOf(':');
        Text path = colon < 0 ? flag.value() : flag.value().substring(0, colon);
        List<Text> options =
                colon < 0 ? List.of() : flag.value().substring(colon + 1).split(',');
        boolean unknown = options.stream().anyMatch(option -> option.value().indexOf(Text.UNRESOLVED) >= 0);
        boolean readOnly = false;
        for (Text option : options) {
            readOnly =
                    option.value().equals("ro") || (readOnly && !option.value().equals("rw"));
        }
        Access access = unknown ? Access.UNKNOWN : RunReader.access(readOnly);
        return mount(flag, MountType.TMPFS, path, Optional.empty(), access, options, "");
    }

    private static Optional<Mount> socket(Flag flag) {
        Text socket = Text.literal("/var/run/docker.sock");
        return mount(flag, MountType.BIND, socket, Optional.of(socket), Access.WRITABLE, List.of(), "");
    }

    /**
     * A mount, unless its place is unknown or none.
     *
     * @param recursive {@code bind-recursive}; empty where it is not given
     */
    static Optional<Mount> mount(
            Flag flag,
            MountType type,
            Text target,
            Optional<Text> source,
            Access access,
            List<Text> options,
            String recursive) {
        String path = target.value();
        if (!path.startsWith("/") || path.indexOf(Text.UNRESOLVED) >= 0) {
            return Optional.empty();
        }
        String clean = Paths.canonical(path);
        Located<String> place = target.interpolated()
                ? new Located<>(clean, target.shown(), flag.span(), Located.Origin.INTERPOLATED)
                : Located.literal(clean, flag.span());
        return Optional.of(new Mount(
                type,
                place,
                source.map(from -> from.at(flag.span())),
                access,
                options.stream().map(option -> option.at(flag.span())).toList(),
                Optional.empty(),
                Optional.of(recursive)
                        .filter(given -> !given.isEmpty())
                        .map(given -> Located.literal(given, flag.span())),
                flag.span()));
    }
}
