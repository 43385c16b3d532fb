package io.github.rootfsmaven.check;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Project;
import io.github.rootfsmaven.model.Project.Production;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.Start;
import io.github.rootfsmaven.rule.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what is found would be there without the files that are for development or test alone. */
final class Causes {
    private final Optional<Production> production;
    private final Set<Statement> there;

    /** What a finding says, wherever it points. */
    private record Statement(String rule, Optional<String> container, String subject) {
        static Statement of(Finding finding) {
            Optional<String> name = finding.container().flatMap(Container::name).map(key -> key.value());
            return new Statement(finding.rule(), name, finding.subject());
        }
    }

    private Causes(Optional<Production> production, Set<Statement> there) {
        this.production = production;
        this.there = there;
    }

    /** @param said what the rules say of a project */
    static Causes of(Project project, Function<Project, Stream<Finding>> said) {
        Set<Statement> there = project.production().stream()
                .map(Production::alone)
                .flatMap(said)
                .map(Statement::of)
                .collect(Collectors.toSet());
        return new Causes(project.production(), there);
    }

    /** What is affected by a finding. */
    Scope scope(Finding finding) {
        boolean service = finding.container()
                .filter(of -> of.scope() == Scope.PRODUCTION && of.start() == Start.SERVICE)
                .isPresent();
        if (production.isEmpty() || !service || there.contains(Statement.of(finding))) {
            return finding.scope();
        }
        return production
                .orElseThrow()
                .scopes()
                .getOrDefault(finding.span().file().path(), Scope.DEVELOPMENT);
    }
}
