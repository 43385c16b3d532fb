package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which ports an image may name: BuildKit's {@code frontend/dockerfile/dockerfile2llb/convert_expose.go}. */
final class ExposedPorts {
    private static final int HIGHEST = 65_535;

    private ExposedPorts() {}

    /** What is wrong with the first of several ports that is none. */
    static Optional<Message> firstRefusal(String ports) {
        return Stream.of(ports.strip().split("\\s+"))
                .filter(port -> !port.isEmpty())
                .flatMap(port -> refusal(port).stream())
                .findFirst();
    }

    /** What is wrong with a word of {@code EXPOSE}; empty if nothing is. An address before it is not looked at. */
    static Optional<Message> refusal(String port) {
        String[] parts = port.split(":", -1);
        String[] container = parts[parts.length - 1].split("/", 2);
        String protocol = container.length > 1 ? container[1].toLowerCase(Locale.ROOT) : "";
        if (container[0].isEmpty()) {
            return Optional.of(Message.of("invalid port: \"{0}\": no port specified", port));
        }
        if (!Set.of("", "tcp", "udp", "sctp").contains(protocol)) {
            return Optional.of(Message.of("invalid port: \"{0}\": invalid proto: {1}", port, container[1]));
        }
        if (!isRange(container[0])) {
            return Optional.of(Message.of("invalid containerPort: {0}", container[0]));
        }
        String host = parts.length > 1 ? parts[parts.length - 2] : "";
        return host.isEmpty() || isRange(host)
                ? Optional.empty()
                : Optional.of(Message.of("invalid hostPort: {0}", host));
    }

    private static boolean isRange(String ports) {
        String[] ends = ports.split("-", 2);
        int first = number(ends[0]);
        int last = ends.length > 1 ? number(ends[1]) : first;
        return first >= 0 && last >= first;
    }

    private static int number(String text) {
        boolean possible = text.matches("\\+?0*+[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST;
        return possible ? Integer.parseInt(text) : -1;
    }
}
