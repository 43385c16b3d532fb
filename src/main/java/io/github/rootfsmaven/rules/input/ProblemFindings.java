package io.github.rootfsmaven.rules.input;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.text.Message;
import java.util.stream.Stream;

/** Turns what stood between us and the whole truth into findings. */
final class ProblemFindings {
    private ProblemFindings() {}

    /** The problems of one kind. */
    static Stream<Finding> of(Rule rule, Effect effect, Project project, Problem.Kind kind) {
        return project.problems().stream()
                .filter(problem -> problem.kind() == kind)
                .map(problem -> finding(rule, effect, problem));
    }

    private static Finding finding(Rule rule, Effect effect, Problem problem) {
        Finding.Builder finding = Finding.of(rule, effect, Confidence.CERTAIN)
                .about(problem.message().english())
                .says(sentence(problem.message()))
                .fix(problem.hint());
        problem.also().forEach(place -> finding.related(place, "the same cause"));
        return finding.at(problem.where());
    }

    /** A clause as a sentence; a path of keys at its start stays as it is written. */
    private static Message sentence(Message clause) {
        String english = clause.english();
        Message sentence = english.matches("(?s)[a-z]+[ ,].*") ? clause.opening() : clause;
        return english.endsWith(".") ? sentence : Message.of("{0}.", sentence);
    }
}
