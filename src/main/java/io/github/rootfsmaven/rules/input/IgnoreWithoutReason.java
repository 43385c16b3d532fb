package io.github.rootfsmaven.rules.input;

import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.Span;
import java.util.stream.Stream;

/** An ignore does not say why. Only the check knows that, when all rules have spoken; it asks for the words here. */
public final class IgnoreWithoutReason implements Rule {

    @Override
    public String id() {
        return "ignore-without-reason";
    }

    @Override
    public Stream<Finding> check(Project project) {
        return Stream.empty();
    }

    /** It names the rules, and not why. */
    public Finding at(Span place, String subject) {
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.CERTAIN)
                .about(subject)
                .says("This is to ignore {0} and does not say why, so it has no effect.", subject)
                .fix("Write the reason behind it, or set requireReason to false.")
                .at(place);
    }
}
