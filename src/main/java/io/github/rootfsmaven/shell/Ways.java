package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** Which ways commands lead: lists, chains, conditions, loops. Where it cannot tell, it goes both. */
final class Ways {
    private static final int MOST_ITEMS = 40;

    private final Walk walk;
    private final Commands commands;
    private final Expansion expansion;

    Ways(Walk walk, Commands commands, Expansion expansion) {
        this.walk = walk;
        this.commands = commands;
        this.expansion = expansion;
    }

    Outcome block(Node.Block block, Scope scope, Context context) {
        Outcome outcome = Outcome.SUCCESS;
        List<Node.Item> items = block.items();
        for (int i = 0; i < items.size() && !scope.isOver(); i++) {
            Node.Item item = items.get(i);
            Context here = i + 1 < items.size() ? context.inFront() : context;
            if (item.background()) {
                node(item.node(), scope.branch(), here.aside());
                outcome = Outcome.SUCCESS;
            } else {
                outcome = node(item.node(), scope, here);
            }
        }
        return outcome;
    }

    Outcome node(Node node, Scope scope, Context context) {
        if (scope.isOver() || !walk.down()) {
            return Outcome.UNKNOWN;
        }
        Outcome outcome = dispatch(node, scope, scope.isDoubtful() ? context.onCondition() : context);
        walk.up();
        return outcome;
    }

    private Outcome dispatch(Node node, Scope scope, Context here) {
        if (node instanceof Node.Simple simple) {
            return commands.simple(simple, scope, here);
        } else if (node instanceof Node.Block block) {
            return block(block, scope, here);
        } else if (node instanceof Node.Chain chain) {
            return chain(chain, scope, here);
        } else if (node instanceof Node.Pipeline pipeline) {
            return pipeline(pipeline, scope, here);
        } else if (node instanceof Node.If condition) {
            return condition(condition, 0, scope, here);
        } else if (node instanceof Node.Case choice) {
            return choice(choice, scope, here);
        } else if (node instanceof Node.Loop loop) {
            return loop(loop, scope, here);
        } else if (node instanceof Node.For over) {
            return over(over, scope, here);
        } else if (node instanceof Node.Subshell subshell) {
            return block(subshell.body(), scope.branch(), here.child(scope.errorsEnd()));
        } else if (node instanceof Node.Redirected redirected) {
            commands.redirections(redirected.redirections(), scope, here);
            return node(redirected.node(), scope, here);
        } else if (node instanceof Node.Function function) {
            walk.frame().functions().put(function.name(), function.body());
            return Outcome.SUCCESS;
        }
        return Outcome.UNKNOWN;
    }

    private Outcome chain(Node.Chain chain, Scope scope, Context context) {
        List<Node.Link> links = chain.links();
        List<Context> contexts = contexts(links, context);
        Outcome outcome = node(chain.first(), scope, contexts.get(0));
        for (int i = 0; i < links.size() && !scope.isOver(); i++) {
            Node.Link link = links.get(i);
            Outcome taken = link.and() ? outcome : outcome.not();
            Optional<Context> branch = contexts.get(i + 1).branch(taken);
            if (branch.isPresent()) {
                Outcome right = branch(link.node(), taken, scope, branch.get());
                outcome = link.and() ? outcome.and(right) : outcome.or(right);
            }
        }
        return outcome;
    }

    /** The circumstances of each command of a chain: what its failure leads to. */
    private static List<Context> contexts(List<Node.Link> links, Context context) {
        LinkedList<Context> contexts = new LinkedList<>(List.of(context));
        Context before = context.caught(context.decisive() || context.last());
        for (int i = links.size() - 1; i >= 0; i--) {
            if (!links.get(i).and()) {
                before = endsInFailure(links.get(i).node()) ? context.caught(true) : context.tolerating();
            }
            contexts.addFirst(before);
        }
        return List.copyOf(contexts);
    }

    /** Goes into a branch that may not be taken, and joins it with the way around it. */
    private Outcome branch(Node node, Outcome taken, Scope scope, Context context) {
        if (taken == Outcome.SUCCESS || taken == Outcome.EXPECTED) {
            return node(node, scope, context);
        }
        Scope inside = scope.branch();
        Outcome outcome = node(node, inside, context);
        if (taken != Outcome.UNLIKELY) {
            scope.join(List.of(inside, scope.branch()));
        }
        return outcome;
    }

    /** A long row of {@code elif} is as deep as if each stood in the one before. */
    private Outcome condition(Node.If condition, int number, Scope scope, Context context) {
        if (!walk.down()) {
            return Outcome.UNKNOWN;
        }
        Outcome outcome = decide(condition, number, scope, context);
        walk.up();
        return outcome;
    }

    private Outcome decide(Node.If condition, int number, Scope scope, Context context) {
        if (number == condition.branches().size()) {
            return condition
                    .otherwise()
                    .map(block -> block(block, scope, context))
                    .orElse(Outcome.SUCCESS);
        }
        Node.Branch branch = condition.branches().get(number);
        boolean negated = branch.condition().items().stream()
                .anyMatch(item -> item.node() instanceof Node.Pipeline pipeline && pipeline.negated());
        boolean last = number + 1 == condition.branches().size();
        Optional<Node.Block> onFailure =
                negated ? Optional.of(branch.body()) : last ? condition.otherwise() : Optional.empty();
        boolean ends = onFailure.filter(block -> endsInFailure(block)).isPresent();
        int before = walk.found();
        Outcome outcome = block(branch.condition(), scope, ends ? context.caught(true) : context.tolerating());
        boolean writes = walk.found() > before && !ends;
        if (outcome == Outcome.SUCCESS) {
            return block(branch.body(), scope, context);
        } else if (outcome == Outcome.FAILURE) {
            return condition(condition, number + 1, scope, context);
        }
        Scope yes = scope.branch();
        Scope no = scope.branch();
        Context taken = context.branch(outcome).orElseThrow();
        Outcome inside = block(branch.body(), yes, writes ? taken.onCondition() : taken);
        Outcome other = condition(
                condition, number + 1, no, context.branch(outcome.not()).orElseThrow());
        scope.join(
                outcome == Outcome.EXPECTED
                        ? List.of(yes)
                        : outcome == Outcome.UNLIKELY ? List.of(no) : List.of(yes, no));
        return inside == other ? inside : Outcome.UNKNOWN;
    }

    /** Whether it ends the script, or the function, with an error. */
    private static boolean endsInFailure(Node node) {
        if (node instanceof Node.Block block) {
            List<Node.Item> items = block.items();
            return !items.isEmpty() && endsInFailure(items.get(items.size() - 1).node());
        }
        return node instanceof Node.Simple simple
                && simple.words().size() <= 2
                && !simple.words().isEmpty()
                && (simple.words().get(0).is("exit") || simple.words().get(0).is("return"))
                && (simple.words().size() == 1
                        || !simple.words().get(1).literal().orElse("1").equals("0"));
    }

    private Outcome pipeline(Node.Pipeline pipeline, Scope scope, Context context) {
        List<Node> parts = pipeline.parts();
        Outcome outcome = Outcome.UNKNOWN;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i + 1 == parts.size();
            Scope own = parts.size() == 1 ? scope : scope.branch();
            outcome = node(parts.get(i), own, last ? context : context.aside());
        }
        return pipeline.negated() ? outcome.not() : outcome;
    }

    private Outcome choice(Node.Case choice, Scope scope, Context context) {
        Text subject = expansion.text(choice.subject(), scope, context.caught(false));
        List<Scope> branches = new ArrayList<>();
        boolean certain = false;
        for (int i = 0; i < choice.choices().size(); i++) {
            Node.Choice way = choice.choices().get(i);
            Outcome match = Patterns.matches(subject, way.patterns(), expansion, scope, context);
            if (match == Outcome.FAILURE) {
                continue;
            }
            boolean only = match == Outcome.SUCCESS && branches.isEmpty();
            if (only && !way.on()) {
                return chosen(choice, i, scope, context);
            }
            Scope inside = scope.branch();
            chosen(choice, i, inside, context.onCondition());
            branches.add(inside);
            certain = match == Outcome.SUCCESS && !way.on();
            if (certain) {
                break;
            }
        }
        if (!certain) {
            branches.add(scope.branch());
        }
        scope.join(branches);
        return Outcome.UNKNOWN;
    }

    /** A choice, and those it falls through to. */
    private Outcome chosen(Node.Case choice, int number, Scope scope, Context context) {
        int i = number;
        Outcome outcome = block(choice.choices().get(i).body(), scope, context);
        while (choice.choices().get(i).next() && ++i < choice.choices().size() && !scope.isOver() && walk.step()) {
            outcome = block(choice.choices().get(i).body(), scope, context);
        }
        return outcome;
    }

    private Outcome loop(Node.Loop loop, Scope scope, Context context) {
        Outcome condition = block(loop.condition(), scope, context.tolerating());
        Outcome taken = loop.until() ? condition.not() : condition;
        if (taken == Outcome.FAILURE) {
            return Outcome.SUCCESS;
        }
        Scope inside = scope.branch();
        block(loop.body(), inside, taken == Outcome.SUCCESS ? context : context.onCondition());
        inside.loosen();
        scope.join(List.of(inside, scope.branch()));
        return Outcome.SUCCESS;
    }

    private Outcome over(Node.For over, Scope scope, Context context) {
        Optional<List<Argument>> items = over.counting()
                ? Optional.empty()
                : Optional.of(over.items()
                        .map(words -> expansion.fields(words, scope, context.caught(false)))
                        .orElse(scope.arguments()));
        boolean known = items.filter(all -> all.size() <= MOST_ITEMS)
                .filter(all -> all.stream().allMatch(Argument::isKnown))
                .isPresent();
        if (known) {
            for (Argument item : items.orElseThrow()) {
                scope.set(over.name(), item.text());
                block(over.body(), scope, context.inFront());
            }
        } else if (items.isEmpty() || !items.get().isEmpty()) {
            Scope inside = scope.branch();
            inside.forget(over.name());
            block(over.body(), inside, context.onCondition().inFront());
            inside.loosen();
            scope.join(List.of(inside, scope.branch()));
        }
        return Outcome.EXPECTED;
    }
}
