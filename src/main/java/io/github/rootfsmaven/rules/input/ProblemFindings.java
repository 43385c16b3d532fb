package io.github.rootfsmaven.rules.input;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.rule.Confidence;
import io.github.rootfsmaven.rule.Effect;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.rule.Rule;
import java.util.Locale;
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
                .about(problem.message())
                .says(sentence(problem.message()))
                .fix(problem.hint());
        problem.also().forEach(place -> finding.related(place, "the same cause"));
        return finding.at(problem.where());
    }

    /** A clause as a sentence; a path of keys at its start stays as it is written. */
    private static String sentence(String clause) {
        String end = clause.endsWith(".") ? "" : ".";
        boolean word = clause.matches("(?s)[a-z]+[ ,].*");
        return (word ? clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) : clause) + end;
    }
}
