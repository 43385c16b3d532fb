package io.github.rootfsmaven.app;

import io.github.rootfsmaven.report.RuleReport;
import io.github.rootfsmaven.report.Screen;
import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Spelling;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Behind {@code explain}: a rule's page, or all rules by name. */
public final class ExplainGoal {
    private final List<Rule> rules;
    private final Screen screen;

    /** A goal that knows those rules. */
    public ExplainGoal(List<Rule> rules, Screen screen) {
        this.rules = List.copyOf(rules);
        this.screen = Objects.requireNonNull(screen);
    }

    /**
     * Prints a rule's page, or the list of all rules if none is named.
     *
     * @throws BadParameter if there is no such rule; it suggests the nearest
     */
    public void run(Optional<String> rule) throws BadParameter {
        RuleReport report = new RuleReport(screen.style(), screen.language());
        List<String> lines = rule.isPresent()
                ? report.page(page(rule.get().strip()))
                : report.list(
                        rules.stream().map(Rule::id).sorted().map(this::of).toList(), screen.commands());
        lines.forEach(screen.console()::info);
    }

    private RulePage page(String id) throws BadParameter {
        List<String> ids = rules.stream().map(Rule::id).toList();
        if (!ids.contains(id)) {
            String hint = Spelling.nearest(id, ids)
                    .map(other -> " Did you mean '" + other + "'?")
                    .orElse(" Without this parameter the goal lists all rules.");
            throw new BadParameter("rule", "there is no rule '" + id + "'." + hint);
        }
        return of(id);
    }

    private RulePage of(String id) {
        return RulePage.of(id, screen.language())
                .orElseThrow(() -> new IllegalStateException("rule " + id + " has no page in the plugin's jar"));
    }
}
