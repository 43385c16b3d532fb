package io.github.rootfsmaven.check;

import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a check found.
 *
 * @param containers every container with its verdict, in the project's order
 * @param findings sorted by place, then rule
 * @param notRead what could not be read although the reference would read it
 * @param rulesOff ids of the rules that the policy switches off, sorted
 * @param read the files that were read, sorted
 * @param unchecked Compose files that were seen and not checked, sorted
 * @param fixed entries of the baseline that nothing matches any more
 */
public record Report(
        List<Judged> containers,
        List<Reported> findings,
        List<Problem> notRead,
        List<String> rulesOff,
        List<Path> read,
        List<Path> unchecked,
        List<Baseline.Entry> fixed) {

    public Report {
        containers = List.copyOf(containers);
        findings = List.copyOf(findings);
        notRead = List.copyOf(notRead);
        rulesOff = List.copyOf(rulesOff);
        read = List.copyOf(read);
        unchecked = List.copyOf(unchecked);
        fixed = List.copyOf(fixed);
    }

    /** A report without a baseline. */
    public Report(
            List<Judged> containers,
            List<Reported> findings,
            List<Problem> notRead,
            List<String> rulesOff,
            List<Path> read,
            List<Path> unchecked) {
        this(containers, findings, notRead, rulesOff, read, unchecked, List.of());
    }

    /** A container, its mount table, and what is to be said of it. */
    public record Judged(Container container, WritableMap map, Verdict verdict) {
        public Judged {
            Objects.requireNonNull(container);
            Objects.requireNonNull(map);
            Objects.requireNonNull(verdict);
        }

        /** The writes for which no place is writable; none where the root's access is unknown. */
        public List<Write> homelessWrites() {
            return container.writes().stream()
                    .filter(write -> map.access(write.path().value()) == Access.READ_ONLY)
                    .toList();
        }
    }

    /**
     * A finding as the user gets it.
     *
     * @param severity after the policy
     * @param scope what is affected: less than what its container is for, where its cause stands only in files for less
     * @param fingerprint 32 hexadecimal digits that stay the same when lines move and words change
     * @param suppressed why it does not count, if it does not
     */
    public record Reported(
            Finding finding, Severity severity, Scope scope, String fingerprint, Optional<Suppression> suppressed) {
        public Reported {
            Objects.requireNonNull(finding);
            Objects.requireNonNull(severity);
            Objects.requireNonNull(scope);
            Objects.requireNonNull(fingerprint);
            Objects.requireNonNull(suppressed);
        }

        /** A finding that affects what its container is for. */
        public Reported(Finding finding, Severity severity, String fingerprint, Optional<Suppression> suppressed) {
            this(finding, severity, finding.scope(), fingerprint, suppressed);
        }

        /** The same with more places that belong to it. */
        Reported with(Finding other) {
            return new Reported(other, severity, scope, fingerprint, suppressed);
        }

        /** Whether it counts. */
        public boolean isActive() {
            return suppressed.isEmpty();
        }
    }

    /** The same with the findings at other places; they stay in this order and keep their fingerprints. */
    public Report moved(UnaryOperator<Span> places) {
        List<Reported> moved = findings.stream()
                .map(reported -> new Reported(
                        reported.finding().moved(places),
                        reported.severity(),
                        reported.scope(),
                        reported.fingerprint(),
                        reported.suppressed().map(by -> by.moved(places))))
                .toList();
        return new Report(containers, moved, notRead, rulesOff, read, unchecked, fixed);
    }

    /** The same without the other containers. */
    public Report of(Predicate<Judged> chosen) {
        return new Report(
                containers.stream().filter(chosen).toList(), findings, notRead, rulesOff, read, unchecked, fixed);
    }

    /** The findings that count. */
    public List<Reported> active() {
        return findings.stream().filter(Reported::isActive).toList();
    }

    /** How many findings that count have that severity. */
    public long count(Severity severity) {
        return active().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether there is a finding that counts of a service that {@code harden} can do something about. */
    public boolean canBeHardened() {
        return active().stream()
                .flatMap(reported -> reported.finding().container().stream())
                .anyMatch(container -> container.start() == Start.SERVICE);
    }

    /** Whether there was nothing to look at. */
    public boolean isEmpty() {
        return containers.isEmpty() && findings.isEmpty();
    }
}
