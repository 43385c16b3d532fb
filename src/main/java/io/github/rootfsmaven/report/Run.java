package io.github.rootfsmaven.report;

import io.github.rootfsmaven.harden.ServiceFix;
import io.github.rootfsmaven.rule.Severity;
import java.util.List;
import java.util.Objects;

/**
 * One run of the check, for those who read its reports later.
 *
 * @param version the plugin's
 * @param paths how files are called
 * @param module the module's directory, as it is called in files; empty for the directory that names start from
 * @param execution the id of the goal's execution there
 * @param rules the ids of all rules, in the order in which they are told
 * @param failOn the least severity that fails the build; {@code OFF} if none does
 * @param fixes what would harden the services, as far as a report shows it
 */
public record Run(
        String version,
        PathNames paths,
        String module,
        String execution,
        List<String> rules,
        Severity failOn,
        List<ServiceFix> fixes) {
    public Run {
        Objects.requireNonNull(version);
        Objects.requireNonNull(paths);
        Objects.requireNonNull(module);
        Objects.requireNonNull(execution);
        rules = List.copyOf(rules);
        Objects.requireNonNull(failOn);
        fixes = List.copyOf(fixes);
    }

    /** What sorts runs by module, then by execution. */
    public String key() {
        return module + "\n" + execution;
    }

    /** Whether a finding of that severity fails the build. */
    boolean failsBy(Severity severity) {
        return failOn != Severity.OFF && severity.atLeast(failOn);
    }
}
