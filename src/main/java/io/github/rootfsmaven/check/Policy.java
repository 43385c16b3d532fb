package io.github.rootfsmaven.check;

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
 */
public record Policy(Severity failOn, Map<String, Severity> severities) {

    /** Findings on what could not be read can be reweighed, but never be silenced. */
    private static final Set<String> NEVER_OFF = Set.of("invalid-compose", "invalid-dockerfile", "not-read");

    public Policy {
        Objects.requireNonNull(failOn);
        severities = Map.copyOf(severities);
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
