package io.github.rootfsmaven.check;

import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody's wish that findings do not count.
 *
 * @param by where it is written
 * @param rules ids of the rules that it is about
 * @param reach which of their findings it is about
 * @param reason why; empty if that is not said
 * @param until the last day on which it holds
 * @param place where it stands
 * @param mistake why it cannot be followed at all; empty if it can
 * @param inherited whether it is written for other modules, too, so that it need not be of use here
 */
public record Ignore(
        Suppression.By by,
        List<String> rules,
        Reach reach,
        String reason,
        Optional<LocalDate> until,
        Span place,
        Optional<Message> mistake,
        boolean inherited) {

    /** Which findings an ignore is about, whatever their rule. */
    @FunctionalInterface
    public interface Reach {
        /** Whether it is about that one. */
        boolean covers(Finding finding);
    }

    public Ignore {
        Objects.requireNonNull(by);
        rules = List.copyOf(rules);
        Objects.requireNonNull(reach);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(until);
        Objects.requireNonNull(place);
        Objects.requireNonNull(mistake);
    }

    /** Whether it is about a finding. */
    boolean covers(Finding finding) {
        return rules.contains(finding.rule()) && reach.covers(finding);
    }

    Suppression suppression() {
        return new Suppression(by, reason, Optional.of(place));
    }
}
