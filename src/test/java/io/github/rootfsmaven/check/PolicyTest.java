package io.github.rootfsmaven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.rule.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static final List<String> KNOWN = List.of("missing-tmp", "not-read", "writable-rootfs");

    @Test
    void theCommandLineWinsOverThePom() throws Exception {
        Policy policy = Policy.of(
                "warning",
                Map.of("missing-tmp", "error", "writable-rootfs", "note"),
                List.of(" missing-tmp = off "),
                KNOWN);
        assertThat(policy.failOn()).isEqualTo(Severity.WARNING);
        assertThat(policy.severities())
                .containsOnly(Map.entry("missing-tmp", Severity.OFF), Map.entry("writable-rootfs", Severity.NOTE));
    }

    @Test
    void neverFailsOnNothing() throws Exception {
        assertThat(Policy.of("never", Map.of(), List.of(), KNOWN).failOn()).isEqualTo(Severity.OFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            writable-root | error | there is no rule 'writable-root'. Did you mean 'writable-rootfs'?
            something     | error | there is no rule 'something'. The goal 'explain' lists all rules.
            missing-tmp   | fatal | 'fatal' for rule 'missing-tmp' is none of error, warning, note, off.
            not-read      | off   | 'not-read' cannot be off: a green build over files that were not read would prove nothing.
            """)
    void refusesAndSaysWhichParameter(String rule, String severity, String message) {
        assertThatThrownBy(() -> Policy.of("error", Map.of(rule, severity), List.of(), KNOWN))
                .hasMessage("Parameter 'rules': " + message);
        assertThatThrownBy(() -> Policy.of("error", Map.of(), List.of(rule + "=" + severity), KNOWN))
                .hasMessage("Parameter 'severities': " + message);
    }

    @Test
    void refusesOtherWordsForFailOn() {
        assertThatThrownBy(() -> Policy.of("off", Map.of(), List.of(), KNOWN))
                .hasMessage("Parameter 'failOn': 'off' is none of error, warning, note, never.");
        assertThatThrownBy(() -> Policy.of("error", Map.of(), List.of("missing-tmp"), KNOWN))
                .hasMessage("Parameter 'severities': 'missing-tmp' is not of the form id=severity.");
    }
}
