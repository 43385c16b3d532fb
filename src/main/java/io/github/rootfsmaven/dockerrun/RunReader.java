package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.dockerrun.Arguments.Flag;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Device;
import io.github.rootfsmaven.model.Known;
import io.github.rootfsmaven.model.Mount;
import io.github.rootfsmaven.model.Namespaces;
import io.github.rootfsmaven.model.Privileges;
import io.github.rootfsmaven.shell.Call.Field;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes of the flags of a line what they ask the engine for, as {@code parse} in docker/cli's
 * {@code cli/command/container/opts.go} does.
 */
final class RunReader {
    private final DockerCommand command;
    private final Arguments arguments;

    RunReader(DockerCommand command, Arguments arguments) {
        this.command = command;
        this.arguments = arguments;
    }

    Run read() {
        List<Mount> mounts = new ArrayList<>();
        boolean mountsKnown = true;
        for (Flag flag : arguments.flags()) {
            if (MountFlags.isOne(flag)) {
                Optional<Mount> mount = MountFlags.read(flag);
                mount.ifPresent(mounts::add);
                mountsKnown &= mount.isPresent();
            }
        }
        boolean sure = arguments.unknown().isEmpty() && arguments.image().isPresent();
        return new Run(
                command.place(),
                last("name").map(RunReader::located),
                arguments.image().map(image -> image.text().at(image.span())),
                isOnce(),
                readOnly(sure),
                last("read-only").map(Flag::span),
                lastOnEachPath(mounts),
                privileges(),
                last("memory").filter(flag -> !flag.value().value().equals("0")).isPresent(),
                new Namespaces(last("pid").map(RunReader::located), last("ipc").map(RunReader::located)),
                all("volumes-from").map(RunReader::located).toList(),
                last("entrypoint").map(RunReader::entrypoint),
                command(),
                last("user").map(RunReader::located),
                last("workdir").filter(RunReader::isAbsolute).map(RunReader::located),
                environment(),
                healthcheck(),
                last("platform").map(RunReader::located),
                sure && mountsKnown);
    }

    /** The engine refuses two mounts on one path, but for a tmpfs, of which the last counts. */
    private static List<Mount> lastOnEachPath(List<Mount> mounts) {
        Map<String, Mount> byPath = new java.util.LinkedHashMap<>();
        mounts.forEach(mount -> byPath.put(mount.path(), mount));
        return List.copyOf(byPath.values());
    }

    private Stream<Flag> all(String name) {
        return arguments.flags().stream().filter(flag -> flag.name().equals(name));
    }

    private Optional<Flag> last(String name) {
        return all(name).reduce((before, after) -> after);
    }

    private static Located<String> located(Flag flag) {
        return flag.value().at(flag.span());
    }

    private static boolean isAbsolute(Flag flag) {
        return flag.value().value().startsWith("/");
    }

    private Known<Boolean> readOnly(boolean sure) {
        Optional<Flag> flag = last("read-only");
        if (flag.isPresent()) {
            return bool(flag.get());
        }
        return sure ? Known.of(false) : Known.unknown("a variable may hold --read-only");
    }

    /** Go's strconv.ParseBool; what it refuses docker refuses. */
    private static Known<Boolean> bool(Flag flag) {
        String value = flag.value().value();
        if (value.matches("1|t|T|true|TRUE|True")) {
            return Known.of(true);
        } else if (value.matches("0|f|F|false|FALSE|False")) {
            return Known.of(false);
        }
        return Known.unknown("--" + flag.name() + " has no value that could be read");
    }

    private boolean isOn(String name) {
        return last(name).filter(flag -> bool(flag).is(true)).isPresent();
    }

    /**
     * A line whose container goes away with its process, and which is either for somebody who types, or lets nobody else
     * in: no name, no port.
     */
    private boolean isOnce() {
        boolean typed = isOn("interactive") || isOn("tty");
        boolean reachable = isOn("publish-all")
                || Stream.of("publish", "name", "network-alias", "net-alias", "cidfile")
                        .anyMatch(name -> last(name).isPresent());
        return isOn("rm") && !isOn("detach") && (typed || !reachable);
    }

    private Privileges privileges() {
        return new Privileges(
                last("privileged")
                        .map(flag -> new Located<>(
                                bool(flag),
                                flag.value().shown(),
                                flag.span(),
                                located(flag).origin())),
                capabilities("cap-add"),
                capabilities("cap-drop"),
                all("security-opt").map(RunReader::located).toList(),
                all("device").flatMap(flag -> device(flag).stream()).toList(),
                all("device-cgroup-rule").map(RunReader::located).toList());
    }

    private List<Located<String>> capabilities(String name) {
        return all(name)
                .map(flag -> located(flag)
                        .map(value -> value.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "")))
                .toList();
    }

    /** {@code host[:container][:permissions]} (opts.go, parseLinuxDevice); a CDI name is no path. */
    private static Optional<Device> device(Flag flag) {
        List<Text> parts = flag.value().split(':');
        if (!parts.get(0).value().startsWith("/") && !flag.isUnknown()) {
            return Optional.empty();
        }
        Predicate<Text> permissions = part -> part.value().matches("[rwm]{1,3}");
        Optional<String> given = parts.stream()
                .skip(1)
                .filter(permissions)
                .map(Text::value)
                .reduce((before, after) -> parts.size() > 2 ? after : before);
        return Optional.of(new Device(parts.get(0).at(flag.span()), given.orElse("rwm"), flag.span()));
    }

    /** An empty one takes the image's away. */
    private static Command entrypoint(Flag flag) {
        return flag.value().value().isEmpty()
                ? Command.literal(List.of(), false, flag.span())
                : new Command(List.of(flag.value()), false, flag.span());
    }

    private Optional<Command> command() {
        List<Field> words = arguments.command();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Span span = words.get(0).span().to(words.get(words.size() - 1).span());
        return Optional.of(new Command(words.stream().map(Field::text).toList(), false, span));
    }

    /** A name without a value takes the variable of whoever runs the script. */
    private Map<String, Located<String>> environment() {
        Map<String, Located<String>> environment = new HashMap<>();
        all("env").forEach(flag -> {
            String value = flag.value().value();
            int equals = value.indexOf('=');
            String name = equals < 0 ? value : value.substring(0, equals);
            Text given = equals < 0
                    ? Text.unresolved(name, "$" + name)
                    : flag.value().substring(equals + 1);
            environment.put(name, given.at(flag.span()));
        });
        return environment;
    }

    private Optional<Command> healthcheck() {
        if (isOn("no-healthcheck")) {
            return last("no-healthcheck").map(flag -> Command.literal(List.of(), false, flag.span()));
        }
        return last("health-cmd").map(flag -> new Command(List.of(flag.value()), true, flag.span()));
    }

    /** For {@link MountFlags}: whether words of a mount make it read-only. */
    static Access access(boolean readOnly) {
        return readOnly ? Access.READ_ONLY : Access.WRITABLE;
    }
}
