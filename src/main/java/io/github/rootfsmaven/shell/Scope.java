package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a shell knows at some point of a script. A branch has a scope of its own, which is joined with the others. */
final class Scope {
    private final Scope parent;
    private final Map<String, Text> variables = new HashMap<>();
    private final boolean closed;
    private Optional<Text> directory;
    private List<Argument> arguments;
    private boolean errorsEnd;
    private Flow exit;
    private Flow back;

    /** Whether commands still run. */
    enum Flow {
        ON,
        /** Perhaps not: it hung on something unknown. */
        PERHAPS,
        ENDED,
        /** Ended at one of several places, so that nobody knows how. */
        ENDED_SOMEHOW,
        /** Ended with an error, which is not how a script is meant to go. */
        FAILED
    }

    /** The scope of a script that starts. */
    Scope(Map<String, Text> environment, boolean closed, Optional<Text> directory, List<Argument> arguments) {
        this.parent = null;
        this.closed = closed;
        this.directory = directory;
        this.arguments = List.copyOf(arguments);
        this.exit = Flow.ON;
        this.back = Flow.ON;
        variables.putAll(environment);
    }

    private Scope(Scope parent) {
        this.parent = parent;
        this.closed = parent.closed;
        this.directory = parent.directory;
        this.arguments = parent.arguments;
        this.errorsEnd = parent.errorsEnd;
        this.exit = parent.exit;
        this.back = parent.back;
    }

    /** A scope that changes nothing in this one. */
    Scope branch() {
        return new Scope(this);
    }

    /** The same for a program: it has arguments of its own and begins anew. */
    Scope program(List<Argument> own) {
        Scope program = new Scope(this);
        program.arguments = List.copyOf(own);
        program.errorsEnd = false;
        program.exit = Flow.ON;
        program.back = Flow.ON;
        return program;
    }

    /** The value; empty if certainly unset; with {@link Text#UNRESOLVED} if unknown. */
    Optional<Text> get(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Text value = scope.variables.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return closed ? Optional.empty() : Optional.of(unknown(name));
    }

    /** Whether the environment or the script says anything of it. */
    boolean says(String name) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.variables.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    void set(String name, Text value) {
        variables.put(name, value);
    }

    void forget(String name) {
        set(name, unknown(name));
    }

    static Text unknown(String name) {
        return Text.unresolved(name, "$" + name);
    }

    Optional<Text> directory() {
        return directory;
    }

    void move(Optional<Text> to) {
        directory = to;
    }

    List<Argument> arguments() {
        return arguments;
    }

    void arguments(List<Argument> others) {
        arguments = List.copyOf(others);
    }

    boolean errorsEnd() {
        return errorsEnd;
    }

    void errorsEnd(boolean end) {
        errorsEnd = end;
    }

    /** {@code exit}, or {@code exec}. */
    void end(boolean conditional, boolean failed) {
        exit = failed ? Flow.FAILED : conditional ? max(exit, Flow.PERHAPS) : Flow.ENDED;
    }

    /** {@code return}. */
    void goBack(boolean failed) {
        back = back == Flow.PERHAPS ? Flow.ENDED_SOMEHOW : failed ? Flow.FAILED : Flow.ENDED;
    }

    Flow back() {
        return back;
    }

    /** A function begins, or is over. */
    void back(Flow flow) {
        back = flow;
    }

    boolean isOver() {
        return isOver(exit) || isOver(back);
    }

    private static boolean isOver(Flow flow) {
        return flow.compareTo(Flow.ENDED) >= 0;
    }

    boolean isDoubtful() {
        return exit == Flow.PERHAPS || back == Flow.PERHAPS;
    }

    /** It was gone through once, but may be gone through again: what it set is not what it will set. */
    void loosen() {
        variables.keySet().forEach(this::forget);
    }

    private boolean failed() {
        return exit == Flow.FAILED;
    }

    /** This scope goes on after one of its branches. */
    void join(List<Scope> branches) {
        List<Scope> usual = branches.stream().filter(branch -> !branch.failed()).toList();
        if (usual.isEmpty()) {
            exit = branches.isEmpty() ? exit : Flow.FAILED;
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        usual.forEach(branch -> names.addAll(branch.variables.keySet()));
        for (String name : names) {
            Optional<Text> first = usual.get(0).get(name);
            boolean same = usual.stream().allMatch(branch -> branch.get(name).equals(first));
            set(name, same ? first.orElse(Text.literal("")) : unknown(name));
        }
        Scope one = usual.get(0);
        boolean sameDirectory = usual.stream().allMatch(branch -> Objects.equals(branch.directory, one.directory));
        directory = sameDirectory ? one.directory : Optional.empty();
        errorsEnd = usual.stream().allMatch(branch -> branch.errorsEnd);
        arguments = one.arguments;
        exit = together(usual.stream().map(branch -> branch.exit).toList());
        back = together(usual.stream().map(branch -> branch.back).toList());
    }

    private static Flow together(List<Flow> flows) {
        Flow first = flows.get(0);
        if (flows.stream().allMatch(first::equals)) {
            return first;
        }
        return flows.stream().allMatch(Scope::isOver) ? Flow.ENDED_SOMEHOW : Flow.PERHAPS;
    }

    private static Flow max(Flow first, Flow second) {
        return first.compareTo(second) >= 0 ? first : second;
    }
}
