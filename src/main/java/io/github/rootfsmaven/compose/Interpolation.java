package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.ScalarType;
import io.github.rootfsmaven.yaml.Sequence;
import java.util.Locale;
import java.util.Set;

/**
 * Replaces the variables in every string value of a file, never in keys, and turns strings at certain places into the
 * type that is wanted there: compose-go's {@code interpolation} package with the table of {@code loader/interpolate.go}.
 */
final class Interpolation {
    private static final PathTable<ScalarType> CASTS = casts();
    private static final Set<String> TRUE = Set.of("true", "y", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "n", "no", "off");

    private final Template template;

    Interpolation(Variables variables, Unset unset) {
        this.template = new Template(variables::value, variables.properties(), unset);
    }

    /** The value with all variables in it replaced. */
    Node interpolate(Node node, TreePath path) throws InvalidInput {
        if (node instanceof Scalar scalar) {
            return scalar.isString() ? scalar(scalar, path) : scalar;
        }
        if (node instanceof Sequence sequence) {
            TreePath place = path.next(TreePath.ITEM);
            return sequence.mapped(item -> interpolate(item, place));
        }
        return ((Mapping) node).mapped(entry -> interpolate(entry.value(), path.next(entry.name())));
    }

    private Scalar scalar(Scalar scalar, TreePath path) throws InvalidInput {
        Scalar replaced = scalar;
        if (scalar.value().indexOf('$') >= 0) {
            try {
                replaced = scalar.with(template.substitute(scalar.value()));
            } catch (Template.Invalid invalid) {
                throw new InvalidInput(
                        scalar.span(),
                        Message.of("{0}: {1}", path, invalid.message()),
                        Message.of(
                                "A dollar sign that is meant is written $$; a property that Maven replaces is read with rootfs.interpolateMavenProperties=true."));
            }
        }
        ScalarType wanted = CASTS.find(path);
        return wanted == null ? replaced : cast(replaced, wanted, path);
    }

    /** Whether a flag is set, written as a boolean or as one of the words that are taken for one. */
    static boolean isTrue(Scalar flag) {
        return flag.bool().orElse(TRUE.contains(lower(flag.value())));
    }

    /** Whether a string is one of the words that are taken for a boolean. */
    static boolean isFlag(String value) {
        return TRUE.contains(lower(value)) || FALSE.contains(lower(value));
    }

    private static Scalar cast(Scalar scalar, ScalarType wanted, TreePath path) throws InvalidInput {
        if (!scalar.text().unresolved().isEmpty()) {
            return scalar;
        }
        String value = scalar.value();
        boolean fits = switch (wanted) {
            case BOOL -> isFlag(value);
            case INT -> value.matches("[-+]?[0-9]+");
            default -> value.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
        };
        if (!fits) {
            throw new InvalidInput(
                    scalar.span(),
                    Message.of(
                            wanted == ScalarType.BOOL
                                    ? "{0} must be a boolean, and this is '{1}'"
                                    : "{0} must be a number, and this is '{1}'",
                            path,
                            scalar.text().shown()),
                    wanted == ScalarType.BOOL ? Message.of("Write true or false.") : Message.nothing());
        }
        if (wanted != ScalarType.BOOL) {
            return scalar.with(
                    Text.resolved(withoutLeadingZeros(value), scalar.text().shown()), wanted);
        }
        String bool = String.valueOf(TRUE.contains(lower(value)));
        return scalar.with(Text.resolved(bool, scalar.text().shown()), ScalarType.BOOL);
    }

    /** A cast reads decimal numbers only, but a scalar with a leading zero would be octal. */
    private static String withoutLeadingZeros(String number) {
        return number.replaceFirst("^([-+]?)0+(?=[0-9])", "$1");
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private static PathTable<ScalarType> casts() {
        return new PathTable<ScalarType>()
                .with(
                        ScalarType.BOOL,
                        "services.*.init",
                        "services.*.depends_on.*.required",
                        "services.*.depends_on.*.restart",
                        "services.*.healthcheck.disable",
                        "services.*.oom_kill_disable",
                        "services.*.privileged",
                        "services.*.read_only",
                        "services.*.stdin_open",
                        "services.*.tty",
                        "services.*.volumes.[].read_only",
                        "services.*.volumes.[].volume.nocopy",
                        "networks.*.external",
                        "networks.*.internal",
                        "networks.*.attachable",
                        "networks.*.enable_ipv4",
                        "networks.*.enable_ipv6",
                        "volumes.*.external",
                        "secrets.*.external",
                        "configs.*.external")
                .with(
                        ScalarType.INT,
                        "services.*.cpu_count",
                        "services.*.cpu_period",
                        "services.*.cpu_quota",
                        "services.*.cpu_rt_period",
                        "services.*.cpu_rt_runtime",
                        "services.*.cpu_shares",
                        "services.*.deploy.replicas",
                        "services.*.deploy.update_config.parallelism",
                        "services.*.deploy.rollback_config.parallelism",
                        "services.*.deploy.restart_policy.max_attempts",
                        "services.*.deploy.placement.max_replicas_per_node",
                        "services.*.healthcheck.retries",
                        "services.*.oom_score_adj",
                        "services.*.pids_limit",
                        "services.*.ports.[].target",
                        "services.*.scale",
                        "services.*.ulimits.*",
                        "services.*.ulimits.*.hard",
                        "services.*.ulimits.*.soft")
                .with(
                        ScalarType.FLOAT,
                        "services.*.cpu_percent",
                        "services.*.cpus",
                        "services.*.deploy.update_config.max_failure_ratio",
                        "services.*.deploy.rollback_config.max_failure_ratio");
    }
}
