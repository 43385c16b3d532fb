package io.github.rootfsmaven.rules.input;

import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.stream.Stream;

/** An ignore suppresses nothing. Only the check knows that, when all rules have spoken; it asks for the words here. */
public final class UnusedIgnore implements Rule {

    @Override
    public String id() {
        return "unused-ignore";
    }

    @Override
    public Stream<Finding> check(Project project) {
        return Stream.empty();
    }

    /** It suppresses nothing, for that reason. */
    public Finding at(Span place, String subject, Message why) {
        return Finding.of(this, Effect.WIDER_THAN_NEEDED, Confidence.CERTAIN)
                .about(subject)
                .says(why)
                .fix("Remove it, or correct it.")
                .at(place);
    }
}
