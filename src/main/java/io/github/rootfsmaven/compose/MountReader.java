package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what a service mounts, in either syntax, as model mounts. */
final class MountReader {
    private final Mapping project;
    private final Unresolved unresolved;
    private final List<Problem> problems;

    /**
     * A reader of one project's mounts.
     *
     * @param problems where mounts are added that no engine accepts
     */
    MountReader(Mapping project, Unresolved unresolved, List<Problem> problems) {
        this.project = project;
        this.unresolved = unresolved;
        this.problems = problems;
    }

    /** What a service mounts: configs and secrets first, for a volume on the same target wins over them. */
    List<Mount> read(Mapping service) throws InvalidInput {
        List<Mount> mounts = new ArrayList<>();
        fileMounts(service, "configs", MountType.CONFIG, "/", mounts);
        fileMounts(service, "secrets", MountType.SECRET, "/run/secrets/", mounts);
        apiSocket(service, mounts);
        for (Node tmpfs :
                service.get("tmpfs").map(Merge::list).map(Sequence::items).orElse(List.of())) {
            tmpfs((Scalar) tmpfs).ifPresent(mounts::add);
        }
        for (Node volume : service.sequence("volumes").map(Sequence::items).orElse(List.of())) {
            Optional<Mount> mount = volume instanceof Mapping mapping
                    ? longVolume(mapping)
                    : shortVolume(ShortVolume.parse((Scalar) volume));
            mount.ifPresent(mounts::add);
        }
        return mounts;
    }

    /** Only a file is mounted; other sources are copied into the container, onto whatever is there. */
    private void fileMounts(Mapping service, String section, MountType type, String directory, List<Mount> mounts) {
        for (Node node : service.sequence(section).map(Sequence::items).orElse(List.of())) {
            Mapping mount = ShortSyntax.fileMount(node);
            Optional<Scalar> source = mount.scalar("source");
            Optional<Scalar> file = source.flatMap(name -> project.mapping(section)
                    .flatMap(all -> all.mapping(name.value()))
                    .flatMap(one -> one.scalar("file")));
            if (file.isEmpty()) {
                continue;
            }
            Scalar target = mount.scalar("target").orElse(source.orElseThrow());
            boolean absolute = target.value().startsWith("/");
            Text path = absolute ? target.text() : Text.join(List.of(Text.literal(directory), target.text()));
            unresolved.in(target);
            mounts.add(new Mount(
                    type,
                    canonical(path.at(target.span())),
                    Optional.of(file.orElseThrow().located()),
                    Access.READ_ONLY,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    node.span()));
        }
    }

    /** {@code use_api_socket}: Compose binds the engine's socket into the container (pkg/compose/apiSocket.go). */
    private static void apiSocket(Mapping service, List<Mount> mounts) {
        Optional<Mapping.Entry> key = service.entry("use_api_socket");
        if (key.filter(entry ->
                        entry.value() instanceof Scalar flag && flag.bool().orElse(false))
                .isPresent()) {
            Span span = key.orElseThrow().span();
            Located<String> socket = Located.literal("/var/run/docker.sock", span);
            mounts.add(new Mount(
                    MountType.BIND,
                    canonical(socket),
                    Optional.of(socket),
                    Access.WRITABLE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    span));
        }
    }

    /** {@code path:options}, cut at the first colon as Compose does (pkg/compose/create.go). */
    private Optional<Mount> tmpfs(Scalar entry) {
        boolean unknown = unresolved.in(entry);
        int colon = entry.value().indexOf(':');
        Scalar path = colon < 0 ? entry : entry.part(0, colon);
        List<Located<String>> options = colon < 0
                ? List.of()
                : entry.part(colon + 1, entry.value().length()).split(',').stream()
                        .map(Scalar::located)
                        .toList();
        if (!isPlace(path, entry.span())) {
            return Optional.empty();
        }
        boolean readOnly = false;
        for (Located<String> option : options) {
            readOnly =
                    option.value().equals("ro") || (readOnly && !option.value().equals("rw"));
        }
        Access access = unknown ? Access.UNKNOWN : readOnly ? Access.READ_ONLY : Access.WRITABLE;
        return Optional.of(new Mount(
                MountType.TMPFS,
                canonical(path.located()),
                Optional.empty(),
                access,
                options,
                Optional.empty(),
                Optional.empty(),
                entry.span()));
    }

    private Optional<Mount> shortVolume(ShortVolume volume) {
        boolean unknownTarget = unresolved.in(volume.target());
        volume.source().ifPresent(unresolved::in);
        boolean unknownOptions = volume.options().stream().map(unresolved::in).reduce(false, Boolean::logicalOr);
        if (!isPlace(volume.target(), volume.whole().span())) {
            return Optional.empty();
        }
        Access access = volume.isReadOnly() ? Access.READ_ONLY : Access.WRITABLE;
        List<Located<String>> options =
                volume.options().stream().map(Scalar::located).toList();
        Mount mount = new Mount(
                volume.source().isEmpty()
                        ? MountType.ANONYMOUS_VOLUME
                        : volume.isBind() ? MountType.BIND : MountType.VOLUME,
                canonical(volume.target().located()),
                volume.source().map(Scalar::located),
                unknownTarget || unknownOptions ? Access.UNKNOWN : access,
                options,
                Optional.empty(),
                Optional.empty(),
                volume.whole().span());
        return Optional.of(disguisedBind(mount));
    }

    private Optional<Mount> longVolume(Mapping volume) throws InvalidInput {
        Scalar target = volume.scalar("target").orElseThrow();
        Optional<Scalar> source =
                volume.scalar("source").filter(name -> !name.value().isEmpty());
        boolean unknown = unresolved.in(target);
        source.ifPresent(unresolved::in);
        if (!isPlace(target, volume.span())) {
            return Optional.empty();
        }
        String type = volume.scalar("type").map(Scalar::value).orElse("");
        Optional<Mapping> tmpfs = volume.mapping("tmpfs");
        Mount mount = new Mount(
                type(type, source),
                canonical(target.located()),
                type.equals("tmpfs") ? Optional.empty() : source.map(Scalar::located),
                unknown ? Access.UNKNOWN : access(type, volume),
                options(volume, type),
                tmpfs.flatMap(options -> options.scalar("mode")).flatMap(MountReader::mode),
                volume.mapping("bind").flatMap(bind -> bind.scalar("recursive")).map(Scalar::located),
                volume.span());
        return Optional.of(disguisedBind(mount));
    }

    private static MountType type(String type, Optional<Scalar> source) {
        return switch (type) {
            case "bind", "npipe" -> MountType.BIND;
            case "tmpfs" -> MountType.TMPFS;
            default -> source.isEmpty() ? MountType.ANONYMOUS_VOLUME : MountType.VOLUME;
        };
    }

    /** A mounted image is always read-only (moby: {@code type=image} mounts have RW=false). */
    private Access access(String type, Mapping volume) {
        Optional<Scalar> readOnly = volume.scalar("read_only");
        if (readOnly.filter(unresolved::in).isPresent()) {
            return Access.UNKNOWN;
        }
        boolean refused = type.equals("image") || readOnly.flatMap(Scalar::bool).orElse(false);
        return refused ? Access.READ_ONLY : Access.WRITABLE;
    }

    /** What the engine gets: Compose turns a size into bytes before. */
    private List<Located<String>> options(Mapping volume, String type) throws InvalidInput {
        List<Located<String>> options = new ArrayList<>();
        Mapping own = volume.mapping(type).orElseGet(() -> Mapping.of(List.of(), Optional.empty(), volume.span()));
        Optional<Scalar> size = own.scalar("size").filter(given -> type.equals("tmpfs"));
        if (size.isPresent()) {
            options.add(size(size.orElseThrow()));
        }
        own.scalar("mode")
                .flatMap(mode -> mode.whole()
                        .map(number ->
                                mode.located().map(written -> "mode=" + Integer.toOctalString(number.intValue()))))
                .ifPresent(options::add);
        own.scalar("propagation").map(Scalar::located).ifPresent(options::add);
        own.scalar("selinux").map(Scalar::located).ifPresent(options::add);
        return options;
    }

    private Located<String> size(Scalar size) throws InvalidInput {
        Located<String> named =
                Text.join(List.of(Text.literal("size="), size.text())).at(size.span());
        if (unresolved.in(size)) {
            return named;
        }
        long bytes = ByteSize.of(size.printed().value())
                .orElseThrow(() -> new InvalidInput(
                        size.span(),
                        Message.of("'{0}' is no size", size.text().shown()),
                        Message.of("Write a number and a unit, such as 64m.")));
        return named.map(written -> "size=" + bytes);
    }

    private static Optional<Located<Integer>> mode(Scalar scalar) {
        return scalar.whole().map(mode -> scalar.located().map(written -> mode.intValue()));
    }

    /** A named volume of the local driver may be a directory of the host in disguise, or carry {@code ro}. */
    private Mount disguisedBind(Mount mount) {
        if (mount.type() != MountType.VOLUME) {
            return mount;
        }
        Optional<Mapping> options = mount.source()
                .flatMap(name -> project.mapping("volumes").flatMap(all -> all.mapping(name.value())))
                .flatMap(volume -> volume.mapping("driver_opts"));
        List<String> words = options.flatMap(keys -> keys.scalar("o"))
                .map(Scalar::value)
                .map(o -> Arrays.asList(o.split(",")))
                .orElse(List.of());
        Optional<Scalar> device = options.flatMap(keys -> keys.scalar("device"));
        boolean bind = words.contains("bind") || words.contains("rbind");
        device.filter(path -> bind).ifPresent(unresolved::in);
        return new Mount(
                bind && device.isPresent() ? MountType.BIND : MountType.VOLUME,
                mount.target(),
                bind && device.isPresent() ? device.map(Scalar::located) : mount.source(),
                words.contains("ro") && mount.access() == Access.WRITABLE ? Access.READ_ONLY : mount.access(),
                mount.options(),
                mount.mode(),
                mount.recursive(),
                mount.declared());
    }

    /** The engine refuses a relative target; Windows paths are none of ours. */
    private boolean isPlace(Scalar target, Span entry) {
        String path = target.value();
        if (path.startsWith("/") || path.indexOf(Text.UNRESOLVED) >= 0) {
            return true;
        }
        boolean windows = path.matches("(?s)[A-Za-z]:\\\\.*") || path.startsWith("\\\\");
        if (!windows) {
            boolean letter = path.matches("(?s).:/.*");
            problems.add(new Problem(
                    Problem.Kind.INVALID_COMPOSE,
                    entry,
                    Message.of(
                            "the engine refuses the mount target '{0}': it is not an absolute path",
                            target.text().shown()),
                    letter
                            ? Message.of(
                                    "A volume name of one letter is taken for a Windows drive: give the volume a longer name.")
                            : Message.of("Write source:target:options with an absolute target."),
                    List.of()));
        }
        return false;
    }

    /** The path cleaned, with known links followed; a literal one is shown so, an interpolated one as written. */
    private static Located<String> canonical(Located<String> path) {
        String clean = Paths.canonical(path.value());
        boolean literal = path.origin() == Located.Origin.LITERAL;
        return new Located<>(clean, literal ? clean : path.shown(), path.span(), path.origin());
    }
}
