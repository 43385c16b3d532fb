package io.github.rootfsmaven.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Goes through scripts as a shell would and notes what their commands change: who runs which script for whom. It ends on
 * every input: calls and steps are counted.
 */
final class Walk {
    private static final int MOST_STEPS = 50_000;
    private static final int DEEPEST_CALL = 40;
    private static final int DEEPEST_NODE = 300;

    /** A script starts itself once as another user; more often it changes nothing that was not seen. */
    private static final int MOST_REPEATED = 2;

    private final Surroundings surroundings;
    private final Changes changes;
    private final Commands commands;
    private final Ways ways;
    private final Deque<String> running = new ArrayDeque<>();
    private final List<Invocation> invocations = new ArrayList<>();
    private int steps;
    private int calls;
    private int depth;
    private boolean complete = true;
    private Optional<String> user;
    private Change.Role role = Change.Role.ENTRYPOINT;

    /** What a script's functions are called, and from where. */
    private Frame frame = new Frame("", "", new HashMap<>(), List.of());

    /** A script, or a function of it, that runs: the innermost first in {@code names}. */
    record Frame(String script, String path, Map<String, Node> functions, List<String> names) {
        Frame into(String function) {
            List<String> deeper = new ArrayList<>(List.of(function));
            deeper.addAll(names);
            return new Frame(script, path, functions, deeper);
        }
    }

    Walk(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.user = surroundings.user();
        this.changes = new Changes(this);
        Expansion expansion = new Expansion(this);
        this.commands = new Commands(this, changes, expansion);
        this.ways = new Ways(this, commands, expansion);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Commands commands() {
        return commands;
    }

    Ways ways() {
        return ways;
    }

    Frame frame() {
        return frame;
    }

    Reading reading() {
        return new Reading(changes.all(), invocations, complete);
    }

    /** A program runs; {@code stops} of a context asks only for {@code set -e}, the last program ends the start, too. */
    void runs(Argument first, String program, List<Argument> arguments, Scope scope, Context context) {
        boolean ends = !context.tolerated() && !context.apart() && (context.last() || context.stops(scope.errorsEnd()));
        invocations.add(new Invocation(
                program, first, arguments, scope.directory(), frame.script(), role, context.conditional(), ends));
    }

    void incomplete() {
        complete = false;
    }

    /** Who runs; empty if unknown. */
    Optional<String> user() {
        return user;
    }

    Change.Role role() {
        return role;
    }

    /** The scope in which everything begins. */
    Scope beginning() {
        return new Scope(surroundings.environment(), surroundings.closed(), surroundings.directory(), List.of());
    }

    /** Reads a script, at a price. */
    Script read(ScriptText text) {
        steps += text.value().length() / 50;
        if (steps > MOST_STEPS) {
            incomplete();
            return new Script(text, new Node.Block(List.of()), true);
        }
        return Script.read(text);
    }

    /** One step further, and one level deeper until {@link #up}; too far, the rest is given up. */
    boolean down() {
        boolean further = ++steps <= MOST_STEPS && depth < DEEPEST_NODE;
        depth += further ? 1 : 0;
        complete &= further;
        return further;
    }

    /** One step further, on the same level. */
    boolean step() {
        boolean further = down();
        depth -= further ? 1 : 0;
        return further;
    }

    /** How many changes were found so far. */
    int found() {
        return changes.all().size();
    }

    void up() {
        depth--;
    }

    /** Does something as somebody else. */
    Outcome as(Optional<String> other, Supplier<Outcome> what) {
        Optional<String> before = user;
        user = other;
        Outcome outcome = what.get();
        user = before;
        return outcome;
    }

    /** Runs a command from there; too deep, it is given up. */
    Outcome deeper(Change.Role from, Supplier<Outcome> what) {
        if (calls >= DEEPEST_CALL) {
            incomplete();
            return Outcome.UNKNOWN;
        }
        Change.Role before = role;
        role = from == Change.Role.COMMAND ? from : role;
        calls++;
        Outcome outcome = what.get();
        calls--;
        role = before;
        return outcome;
    }

    /** Runs a script that is a file, in a scope of its own. */
    Outcome program(Script script, String path, Change.Role from, Scope own, Context context) {
        own.errorsEnd(own.errorsEnd() || script.text().value().matches("(?s)#![^\\n]* -[a-z]*e.*"));
        return own(script, path, from, own, context);
    }

    /** Runs a script that stands in a command line, in a scope of its own. */
    Outcome inline(Script script, Scope own, Change.Role from, Context context) {
        return own(script, "", from, own, context);
    }

    private Outcome own(Script script, String path, Change.Role from, Scope own, Context context) {
        return once(path, from, () -> {
            Frame caller = frame;
            frame = new Frame(path.substring(path.lastIndexOf('/') + 1), path, new HashMap<>(), List.of());
            Outcome outcome = ways.block(script.body(), own, reliable(script, context));
            frame = caller;
            return outcome;
        });
    }

    /** Runs a script in the scope of another: {@code source}, and {@code eval} without a path. */
    Outcome inside(ScriptText text, String path, Scope scope, Context context) {
        Script script = read(text);
        return once(path, role, () -> ways.block(script.body(), scope, reliable(script, context)));
    }

    /** Runs a script unless it is running often enough already. */
    private Outcome once(String path, Change.Role from, Supplier<Outcome> what) {
        if (!path.isEmpty() && Collections.frequency(running, path) >= MOST_REPEATED) {
            return Outcome.UNKNOWN;
        }
        running.push(path);
        Outcome outcome = deeper(from, what);
        running.pop();
        return outcome;
    }

    /** A script that could not be read to its end says nothing for certain. */
    private Context reliable(Script script, Context context) {
        if (script.complete()) {
            return context;
        }
        incomplete();
        return context.onCondition();
    }

    /** Calls a function with arguments of its own. */
    Outcome call(String name, List<Argument> arguments, Scope scope, Context context) {
        if (Collections.frequency(frame.names(), name) >= MOST_REPEATED) {
            return Outcome.UNKNOWN;
        }
        Frame caller = frame;
        List<Argument> before = scope.arguments();
        Scope.Flow back = scope.back();
        frame = frame.into(name);
        scope.arguments(arguments);
        Outcome outcome = ways.node(caller.functions().get(name), scope, context);
        boolean doubtful = scope.back() == Scope.Flow.PERHAPS || scope.back() == Scope.Flow.ENDED_SOMEHOW;
        boolean failed = scope.back() == Scope.Flow.FAILED;
        scope.back(back);
        scope.arguments(before);
        frame = caller;
        return doubtful ? Outcome.UNKNOWN : failed ? Outcome.FAILURE : outcome;
    }
}
