package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.shell.Node.Assignment;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds every command of a script in the order in which they stand there: in functions that nobody calls here, in all
 * branches, in substitutions. Unlike {@link Shell} it does not go the way that a shell goes.
 */
public final class Calls {
    private static final Pattern SETS = Pattern.compile("(?<![\\w-])(?<name>[A-Za-z_]\\w*)(?:\\[[^\\]\\n]*])?\\+?=(?!=)"
            + "|\\b(?:for|select)\\s+(?<loop>[A-Za-z_]\\w*)"
            + "|\\b(?:read|getopts|mapfile|readarray|unset|printf\\s+-v)\\b(?<many>[^\\n;|&]*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final int DEEPEST = 300;

    private final List<Call> found = new ArrayList<>();
    private final Map<String, Integer> timesSet = new HashMap<>();
    private boolean complete;
    private int depth;

    private Calls() {}

    /**
     * What was found.
     *
     * @param complete whether all of the script could be read; if not, what was read may mean something else
     */
    public record Found(List<Call> calls, boolean complete) {
        public Found {
            calls = List.copyOf(calls);
        }
    }

    /** The commands of a script. */
    public static Found of(ScriptText text) {
        Calls calls = new Calls();
        Script script = Script.read(text);
        calls.complete = script.complete();
        calls.count(text.value());
        calls.block(script.body(), new Names());
        return new Found(calls.found, calls.complete);
    }

    /** A variable that is set at more than one place has a value that hangs on the way, and is unknown. */
    private void count(String script) {
        Matcher sets = SETS.matcher(script);
        while (sets.find()) {
            Stream.of(sets.group("name"), sets.group("loop"))
                    .filter(name -> name != null)
                    .forEach(name -> timesSet.merge(name, 1, Integer::sum));
            Matcher many = NAME.matcher(Optional.ofNullable(sets.group("many")).orElse(""));
            while (many.find()) {
                timesSet.merge(many.group(), 2, Integer::sum);
            }
        }
    }

    /** Commands one after the other: what one of them sets, the later ones know, and those inside of them. */
    private void block(Node.Block block, Names around) {
        Names known = around.inside();
        if (depth >= DEEPEST) {
            complete = false;
            return;
        }
        depth++;
        block.items().forEach(item -> node(item.node(), known));
        depth--;
    }

    private void node(Node node, Names known) {
        if (node instanceof Node.Simple simple) {
            simple(simple, known);
        } else if (node instanceof Node.Block block) {
            block(block, known);
        } else if (node instanceof Node.Pipeline pipeline) {
            pipeline.parts().forEach(part -> node(part, known.inside()));
        } else if (node instanceof Node.Chain chain) {
            node(chain.first(), known);
            chain.links().forEach(link -> node(link.node(), known.inside()));
        } else if (node instanceof Node.If branches) {
            branches.branches().forEach(branch -> {
                block(branch.condition(), known);
                block(branch.body(), known);
            });
            branches.otherwise().ifPresent(otherwise -> block(otherwise, known));
        } else if (node instanceof Node.Loop loop) {
            block(loop.condition(), known);
            block(loop.body(), known);
        } else if (node instanceof Node.For loop) {
            loop.items().ifPresent(items -> items.forEach(word -> inside(word, known)));
            block(loop.body(), known);
        } else if (node instanceof Node.Case choice) {
            inside(choice.subject(), known);
            choice.choices().forEach(one -> block(one.body(), known));
        } else if (node instanceof Node.Function function) {
            node(function.body(), known.inside());
        } else if (node instanceof Node.Subshell subshell) {
            block(subshell.body(), known);
        } else if (node instanceof Node.Redirected redirected) {
            node(redirected.node(), known);
        }
    }

    private void simple(Node.Simple simple, Names known) {
        Stream.concat(simple.assignments().stream(), simple.declared().stream())
                .flatMap(assignment -> assignment.value().stream())
                .forEach(word -> inside(word, known));
        simple.words().forEach(word -> inside(word, known));
        if (!simple.words().isEmpty()) {
            List<Call.Field> fields = new ArrayList<>();
            simple.words().forEach(word -> fields.addAll(new CallFields(word, known).fields()));
            found.add(new Call(fields));
        }
        // those in front of a command are its environment, not the script's
        List<Assignment> lasting = simple.words().isEmpty() ? simple.assignments() : simple.declared();
        for (Assignment assignment : lasting) {
            boolean once = timesSet.getOrDefault(assignment.name(), 0) == 1;
            Optional<Text> value = assignment.value().map(word -> new CallFields(word, known).text());
            value.filter(text -> assignment.whole() && once).ifPresent(text -> known.set(assignment.name(), text));
        }
    }

    /** The commands in the substitutions of a word. */
    private void inside(Word word, Names known) {
        for (Part part : word.parts()) {
            if (part instanceof Part.Output output) {
                block(output.script(), known);
            } else if (part instanceof Part.Parameter parameter
                    && parameter.operand().isPresent()) {
                inside(parameter.operand().get(), known);
            }
        }
    }
}
