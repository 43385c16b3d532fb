package io.github.rootfsmaven.model;

import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a container may do beyond the default.
 *
 * @param privileged the {@code privileged} key, if it stands in the file
 * @param capabilities {@code cap_add}, in capitals and without {@code CAP_}
 * @param securityOptions {@code security_opt} as written
 */
public record Privileges(
        Optional<Located<Known<Boolean>>> privileged,
        List<Located<String>> capabilities,
        List<Located<String>> securityOptions) {

    public Privileges {
        Objects.requireNonNull(privileged);
        capabilities = List.copyOf(capabilities);
        securityOptions = List.copyOf(securityOptions);
    }

    /** Whether {@code privileged} is known to be true. */
    public boolean isPrivileged() {
        return privileged.filter(key -> key.value().is(true)).isPresent();
    }

    /** Whether an option of that name is set to {@code unconfined}, written with a colon or an equals sign. */
    public boolean unconfined(String name) {
        return securityOptions.stream()
                .map(option -> option.value().toLowerCase(Locale.ROOT).replace('=', ':'))
                .anyMatch((name + ":unconfined")::equals);
    }

    /** Whether the control groups are mounted writable: {@code writable-cgroups=true}. */
    public boolean writableCgroups() {
        return securityOptions.stream()
                .map(option -> option.value().toLowerCase(Locale.ROOT).replace('=', ':'))
                .anyMatch("writable-cgroups:true"::equals);
    }
}
