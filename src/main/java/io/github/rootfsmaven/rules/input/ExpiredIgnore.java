package io.github.rootfsmaven.rules.input;

import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.Span;
import java.util.stream.Stream;

/** An ignore is over. Only the check knows that, when all rules have spoken; it asks for the words here. */
public final class ExpiredIgnore implements Rule {

    @Override
    public String id() {
        return "expired-ignore";
    }

    @Override
    public Stream<Finding> check(Project project) {
        return Stream.empty();
    }

    /** It held until that day. */
    public Finding at(Span place, String subject, String until) {
        return Finding.of(this, Effect.BREAKS_OR_TAMPERS, Confidence.CERTAIN)
                .about(subject)
                .says("This ignored {0} until {1}, and has no effect any more.", subject, until)
                .fix("Fix what it hid, or decide anew and give it another date.")
                .at(place);
    }
}
