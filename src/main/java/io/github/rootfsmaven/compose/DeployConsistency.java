package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import io.github.rootfsmaven.yaml.Mapping;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.Scalar;
import io.github.rootfsmaven.yaml.Sequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Refuses a service that says two things in two places, as compose-go's {@code loader/validate.go}. */
final class DeployConsistency {
    private final Mapping.Entry service;
    private final Mapping keys;

    DeployConsistency(Mapping.Entry service, Mapping keys) {
        this.service = service;
        this.keys = keys;
    }

    void check() throws InvalidInput {
        Optional<Mapping> deploy = keys.mapping("deploy");
        Optional<Scalar> scale = keys.scalar("scale");
        Optional<Scalar> replicas = deploy.flatMap(all -> all.scalar("replicas"));
        if (scale.isPresent() && replicas.isPresent()) {
            same("scale", scale, "deploy.replicas", replicas);
        }
        notNegative("scale", scale);
        notNegative("deploy.replicas", replicas);
        Optional<Mapping> resources = deploy.flatMap(all -> all.mapping("resources"));
        Optional<Mapping> limits = resources.flatMap(all -> all.mapping("limits"));
        Optional<Mapping> reservations = resources.flatMap(all -> all.mapping("reservations"));
        among("cpus", limits, "deploy.resources.limits", "cpus");
        among("mem_limit", limits, "deploy.resources.limits", "memory");
        among("pids_limit", limits, "deploy.resources.limits", "pids");
        among("mem_reservation", reservations, "deploy.resources.reservations", "memory");
        checkDevices(reservations);
        Optional<BigDecimal> count = scale.or(() -> replicas).flatMap(DeployConsistency::number);
        Optional<Scalar> name = keys.scalar("container_name");
        if (name.isPresent()
                && count.filter(many -> many.compareTo(BigDecimal.ONE) > 0).isPresent()) {
            throw new InvalidInput(
                    name.get().span(),
                    Message.of(
                            "services.{0}: a container_name is for one container, and scale asks for more",
                            service.name()));
        }
    }

    private void checkDevices(Optional<Mapping> reservations) throws InvalidInput {
        for (Node device : reservations
                .flatMap(all -> all.sequence("devices"))
                .map(Sequence::items)
                .orElse(List.of())) {
            if (device instanceof Mapping keys
                    && keys.entry("count").isPresent()
                    && keys.entry("device_ids").isPresent()) {
                throw new InvalidInput(
                        device.span(),
                        Message.of(
                                "services.{0}.deploy.resources.reservations.devices: count and device_ids exclude one another",
                                service.name()));
            }
        }
    }

    /** A block that is there counts as a whole: what it leaves out is zero, and that is another value. */
    private void among(String key, Optional<Mapping> block, String place, String other) throws InvalidInput {
        Optional<Scalar> value = keys.scalar(key);
        if (value.isPresent() && block.isPresent()) {
            same(key, value, place + "." + other, block.get().scalar(other));
        }
    }

    private void same(String key, Optional<Scalar> value, String otherKey, Optional<Scalar> other) throws InvalidInput {
        Optional<BigDecimal> one = value.flatMap(DeployConsistency::number);
        Optional<BigDecimal> two =
                other.isEmpty() ? Optional.of(BigDecimal.ZERO) : other.flatMap(DeployConsistency::number);
        boolean known = one.isPresent() && two.isPresent();
        if (known && one.get().signum() != 0 && one.get().compareTo(two.get()) != 0) {
            throw new InvalidInput(
                    value.orElseThrow().span(),
                    Message.of("services.{0}: '{1}' and '{2}' have different values", service.name(), key, otherKey));
        }
    }

    private void notNegative(String key, Optional<Scalar> value) throws InvalidInput {
        if (value.flatMap(DeployConsistency::number)
                .filter(number -> number.signum() < 0)
                .isPresent()) {
            throw new InvalidInput(
                    value.orElseThrow().span(),
                    Message.of("services.{0}.{1} must not be negative", service.name(), key));
        }
    }

    /** A number, or a size in bytes; empty for what is neither, or unknown. */
    private static Optional<BigDecimal> number(Scalar scalar) {
        String text = scalar.printed().value();
        if (text.indexOf(Text.UNRESOLVED) >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notPlain) {
            return ByteSize.of(text).map(BigDecimal::new);
        }
    }
}
