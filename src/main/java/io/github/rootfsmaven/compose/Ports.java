package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses published ports that are none, as {@code docker/go-connections} ({@code nat/nat.go}) does for the reference.
 * What a good port means decides nothing here.
 */
final class Ports {
    private static final Set<String> PROTOCOLS = Set.of("", "tcp", "udp", "sctp");
    private static final int LAST = 65_535;

    /** Four numbers, or an IPv6 address: in brackets only, for it has colons itself. */
    private static final Pattern ADDRESS = Pattern.compile("(N\\.){3}N|\\[[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%\\w+)?\\]"
            .replace("N", "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"));

    private Ports() {}

    /** Refuses the first port that is none. */
    static void check(String name, Mapping service) throws InvalidInput {
        int index = 0;
        for (Node port : service.sequence("ports").map(Sequence::items).orElse(List.of())) {
            String place = "services." + name + ".ports[" + index++ + "]";
            if (port instanceof Mapping keys && keys.scalar("target").isEmpty()) {
                throw new InvalidInput(port.span(), Message.of("{0} has no target", place));
            }
            if (port instanceof Scalar scalar && scalar.text().unresolved().isEmpty()) {
                check(scalar, scalar.printed().value());
            }
        }
    }

    /** {@code [host ip:][published:]port[/protocol]}, where both numbers may be ranges. */
    private static void check(Scalar port, String written) throws InvalidInput {
        int slash = written.indexOf('/');
        String protocol = slash < 0 ? "" : written.substring(slash + 1).split("/", 2)[0];
        if (!PROTOCOLS.contains(protocol.toLowerCase(Locale.ROOT))) {
            throw invalid(port, Message.of("it has no known protocol"));
        }
        String numbers = slash < 0 ? written : written.substring(0, slash);
        int colon = numbers.lastIndexOf(':');
        int[] container = range(port, numbers.substring(colon + 1));
        String before = numbers.substring(0, Math.max(colon, 0));
        String published = before.substring(before.lastIndexOf(':') + 1);
        String address = before.substring(0, Math.max(before.lastIndexOf(':'), 0));
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            throw invalid(port, Message.of("'{0}' is no address of this host", address));
        }
        if (!published.isEmpty()) {
            int[] host = range(port, published);
            boolean same = host[1] - host[0] == container[1] - container[0];
            if (!same && container[0] != container[1]) {
                throw invalid(port, Message.of("its two ranges have different lengths"));
            }
        }
    }

    private static int[] range(Scalar port, String numbers) throws InvalidInput {
        int dash = numbers.indexOf('-');
        int first = number(port, dash < 0 ? numbers : numbers.substring(0, dash));
        int last = dash < 0 ? first : number(port, numbers.substring(dash + 1));
        if (last < first) {
            throw invalid(port, Message.of("a range in it ends before it begins"));
        }
        return new int[] {first, last};
    }

    private static int number(Scalar port, String digits) throws InvalidInput {
        boolean number = digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) <= LAST;
        if (!number) {
            throw invalid(
                    port,
                    digits.isEmpty() ? Message.of("it has no number") : Message.of("one of its numbers is no port"));
        }
        return Integer.parseInt(digits);
    }

    private static InvalidInput invalid(Scalar port, Message why) {
        String shown = port.text().shown();
        return new InvalidInput(port.span(), Message.of("'{0}' is no port to publish: {1}", shown, why));
    }
}
