package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Refuses strings that the schema lets through and that are none of the words, sizes or durations that they stand for:
 * the reference fails at them when it makes its types of the merged model ({@code types/*.go}).
 */
final class Decoding {
    private static final Pattern DURATION =
            Pattern.compile("[-+]?(?:0|(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h|d|w))++)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final PathTable<Kind> KINDS = new PathTable<Kind>()
            .with(
                    Kind.FLAG,
                    "services.*.attach",
                    "services.*.build.no_cache",
                    "services.*.build.privileged",
                    "services.*.build.pull",
                    "services.*.env_file.[].required",
                    "services.*.volumes.[].bind.create_host_path")
            .with(
                    Kind.DURATION,
                    "services.*.stop_grace_period",
                    "services.*.healthcheck.interval",
                    "services.*.healthcheck.timeout",
                    "services.*.healthcheck.start_period",
                    "services.*.healthcheck.start_interval",
                    "services.*.deploy.update_config.delay",
                    "services.*.deploy.update_config.monitor",
                    "services.*.deploy.rollback_config.delay",
                    "services.*.deploy.rollback_config.monitor",
                    "services.*.deploy.restart_policy.delay",
                    "services.*.deploy.restart_policy.window")
            .with(
                    Kind.SIZE,
                    "services.*.mem_limit",
                    "services.*.mem_reservation",
                    "services.*.memswap_limit",
                    "services.*.mem_swappiness",
                    "services.*.shm_size",
                    "services.*.build.shm_size",
                    "services.*.deploy.resources.limits.memory",
                    "services.*.deploy.resources.reservations.memory")
            .with(
                    Kind.NUMBER,
                    "services.*.deploy.resources.limits.cpus",
                    "services.*.deploy.resources.reservations.cpus")
            .with(Kind.INTEGER, "services.*.deploy.resources.limits.pids")
            .with(Kind.BARE, "services.*.blkio_config.weight")
            .with(Kind.COUNT, "services.*.gpus.[].count", "services.*.deploy.resources.reservations.devices.[].count")
            .with(
                    Kind.COMMAND,
                    "services.*.command",
                    "services.*.entrypoint",
                    "services.*.post_start.[].command",
                    "services.*.pre_stop.[].command",
                    "services.*.pre_start.[].command")
            .with(Kind.HOST, "services.*.extra_hosts.[]", "services.*.build.extra_hosts.[]")
            .with(Kind.CONTEXT, "services.*.build.additional_contexts.[]")
            .with(Kind.KEY, "services.*.build.ssh.[]")
            .with(Kind.DEVICE, "services.*.devices.[]");

    private Decoding() {}

    /** What a string stands for. */
    private enum Kind {
        FLAG(Message.of("boolean"), Interpolation::isFlag),
        DURATION(
                Message.of("duration"),
                value -> Decoding.DURATION.matcher(value).matches()),
        SIZE(Message.of("size"), value -> isNumber(value) || ByteSize.of(value).isPresent()),
        NUMBER(Message.of("number"), Decoding::isNumber),
        INTEGER(Message.of("whole number"), value -> value.matches("[-+]?[0-9]+")),
        BARE(Message.of("number, for it has quotes"), value -> false),
        COUNT(Message.of("number and not 'all'"), value -> value.equals("all") || value.matches("[-+]?[0-9]+")),
        COMMAND(Message.of("whole command: a quote or bracket stays open"), CommandLine::isWhole),
        HOST(Message.of("host with its address"), value -> value.indexOf(':') >= 0 || value.indexOf('=') >= 0),
        CONTEXT(Message.of("name with its context"), value -> value.indexOf('=') >= 0),
        KEY(Message.of("key of an agent"), value -> value.indexOf('=') >= 0 || value.equals("default")),
        DEVICE(
                Message.of("device"),
                value -> value.chars().filter(c -> c == ':').count() < 3);

        private final Message word;
        private final Predicate<String> fits;

        Kind(Message word, Predicate<String> fits) {
            this.word = word;
            this.fits = fits;
        }
    }

    private static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /** Refuses the first value of a service that is none. */
    static void check(Mapping.Entry service) throws InvalidInput {
        check(service.value(), TreePath.of("services", service.name()));
    }

    private static void check(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                check(entry.value(), path.next(entry.name()));
            }
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                check(item, path.next(TreePath.ITEM));
            }
        } else if (node instanceof Scalar scalar && scalar.isString()) {
            Kind kind = KINDS.find(path);
            boolean known = scalar.text().unresolved().isEmpty();
            if (kind != null && known && !kind.fits.test(scalar.value())) {
                throw new InvalidInput(
                        scalar.span(),
                        Message.of("{0}: '{1}' is no {2}", path, scalar.text().shown(), kind.word));
            }
        }
    }
}
