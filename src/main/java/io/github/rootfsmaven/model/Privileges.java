package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a container may do beyond the default.
 *
 * @param privileged the {@code privileged} key, if it stands in the file
 * @param capabilities {@code cap_add}, in capitals and without {@code CAP_}
 * @param dropped {@code cap_drop}, in the same form
 * @param securityOptions {@code security_opt} as written
 * @param devices the host's devices that it gets
 * @param deviceRules {@code device_cgroup_rules} as written
 */
public record Privileges(
        Optional<Located<Known<Boolean>>> privileged,
        List<Located<String>> capabilities,
        List<Located<String>> dropped,
        List<Located<String>> securityOptions,
        List<Device> devices,
        List<Located<String>> deviceRules) {

    public Privileges {
        Objects.requireNonNull(privileged);
        capabilities = List.copyOf(capabilities);
        dropped = List.copyOf(dropped);
        securityOptions = List.copyOf(securityOptions);
        devices = List.copyOf(devices);
        deviceRules = List.copyOf(deviceRules);
    }

    /** The default. */
    public static Privileges standard() {
        return new Privileges(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether {@code privileged} is known to be true. */
    public boolean isPrivileged() {
        return privileged.filter(key -> key.value().is(true)).isPresent();
    }

    /** Whether a capability was taken away and not given back. */
    public boolean lacks(String capability) {
        return !isPrivileged()
                && names(dropped).anyMatch(name -> name.equals(capability) || name.equals("ALL"))
                && names(capabilities).noneMatch(name -> name.equals(capability) || name.equals("ALL"));
    }

    /** Whether any capability was taken away and not given back. */
    public boolean reduced() {
        return names(dropped).anyMatch(this::lacks);
    }

    private static Stream<String> names(List<Located<String>> capabilities) {
        return capabilities.stream().map(Located::value);
    }

    /** The option that takes the read-only cover off {@code /proc/sys} and its like; Compose knows one spelling. */
    public Optional<Located<String>> openSystemPaths() {
        return securityOptions.stream()
                .filter(option -> option.value().equals("systempaths=unconfined"))
                .findFirst();
    }

    /** The option that makes {@code /sys/fs/cgroup} writable; the engine reads its value as Go reads booleans. */
    public Optional<Located<String>> writableCgroups() {
        return securityOptions.stream()
                .filter(option -> option.value().matches("writable-cgroups[=:](?:1|t|T|true|True|TRUE)"))
                .findFirst();
    }

    /** Whether an option of that name is set to {@code unconfined}, written with a colon or an equals sign. */
    public boolean unconfined(String name) {
        return securityOptions.stream()
                .map(option -> option.value().toLowerCase(Locale.ROOT).replace('=', ':'))
                .anyMatch((name + ":unconfined")::equals);
    }
}
