package io.github.rootfsmaven.check;

import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Spelling;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the user wants done with findings.
 *
 * @param failOn the least severity that fails the build; {@code OFF} never does
 * @param severities rule id → severity instead of the derived one
 * @param capScopes whether findings of development and test are notes at most
 * @param newer ids of rules that are newer than the catalogue that the user pinned; they are notes
 */
public record Policy(Severity failOn, Map<String, Severity> severities, boolean capScopes, Set<String> newer) {

    /** Findings on what could not be read can be reweighed, but never be silenced. */
    static final Set<String> NEVER_OFF = Set.of("invalid-compose", "invalid-dockerfile", "not-read");

    /** What is said of ignores themselves. */
    static final Set<String> ON_IGNORES = Set.of("unused-ignore", "expired-ignore", "ignore-without-reason");

    public Policy {
        Objects.requireNonNull(failOn);
        severities = Map.copyOf(severities);
        newer = Set.copyOf(newer);
    }

    /** All rules of this version, with findings of development and test capped. */
    public Policy(Severity failOn, Map<String, Severity> severities) {
        this(failOn, severities, true, Set.of());
    }

    /** The same with findings of development and test capped or not, and with rules that are too new to be more than notes. */
    public Policy with(boolean cap, Set<String> tooNew) {
        return new Policy(failOn, severities, cap, tooNew);
    }

    /** How grave a finding is that is for that. */
    Severity severity(Finding finding, Scope scope) {
        Severity derived = newer.contains(finding.rule()) ? Severity.NOTE : finding.ownSeverity();
        Severity severity = severities.getOrDefault(finding.rule(), derived);
        boolean capped = capScopes && scope != Scope.PRODUCTION && severity.atLeast(Severity.NOTE);
        return capped ? Severity.NOTE : severity;
    }

    /** Fails on errors, with the derived severities. */
    public static Policy standard() {
        return new Policy(Severity.ERROR, Map.of());
    }

    /**
     * Reads the user's words.
     *
     * @param failOn {@code error}, {@code warning}, {@code note} or {@code never}
     * @param rules severities by rule id, as the POM has them
     * @param severities the same as {@code id=severity} words, as the command line has them; they win
     * @param known the ids of all rules
     * @throws BadParameter that names the parameter and suggests the nearest id or severity
     */
    public static Policy of(
            String failOn, Map<String, String> rules, Collection<String> severities, Collection<String> known)
            throws BadParameter {
        Map<String, Severity> chosen = new TreeMap<>();
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            put(chosen, "rules", rule.getKey(), rule.getValue(), known);
        }
        for (String pair : severities) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new BadParameter("severities", "'" + pair.strip() + "' is not of the form id=severity.");
            }
            put(chosen, "severities", pair.substring(0, equals), pair.substring(equals + 1), known);
        }
        return new Policy(failOn(failOn), chosen);
    }

    private static Severity failOn(String word) throws BadParameter {
        String level = word.strip();
        if (level.equals("never")) {
            return Severity.OFF;
        }
        return Severity.of(level)
                .filter(severity -> severity != Severity.OFF)
                .orElseThrow(
                        () -> new BadParameter("failOn", "'" + level + "' is none of error, warning, note, never."));
    }

    private static void put(
            Map<String, Severity> chosen, String parameter, String id, String severity, Collection<String> known)
            throws BadParameter {
        String rule = id.strip();
        String word = severity == null ? "" : severity.strip();
        if (!known.contains(rule)) {
            throw new BadParameter(parameter, "there is no rule '" + rule + "'." + didYouMean(rule, known));
        }
        Severity value = Severity.of(word)
                .orElseThrow(() -> new BadParameter(
                        parameter, "'" + word + "' for rule '" + rule + "' is none of error, warning, note, off."));
        if (value == Severity.OFF && NEVER_OFF.contains(rule)) {
            throw new BadParameter(
                    parameter,
                    "'" + rule + "' cannot be off: a green build over files that were not read would prove nothing.");
        }
        chosen.put(rule, value);
    }

    private static String didYouMean(String id, Collection<String> known) {
        return Spelling.nearest(id, known)
                .map(other -> " Did you mean '" + other + "'?")
                .orElse(" The goal 'explain' lists all rules.");
    }
}
