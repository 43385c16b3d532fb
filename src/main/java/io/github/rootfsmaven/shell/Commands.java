package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.shell.Change.Action;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Simple commands: who is called, and what becomes of the redirections. */
final class Commands {
    /** Programs that are asked a question, rather than told to do something. */
    private static final Set<String> QUESTIONS = Set.of(("grep egrep fgrep zgrep diff cmp pgrep pidof getent type which"
                    + " hash nc ncat ping pg_isready mysqladmin mariadb-admin expr mountpoint stat ls find curl wget id"
                    + " getopts redis-cli psql mysql mongo mongosh openssl timeout lsof ip awk jq yq cat head tail sort"
                    + " file readlink realpath nslookup dig host uname")
            .split(" "));

    private static final Set<String> SPECIAL =
            Set.of(": . eval exec exit export readonly return set shift times trap unset break continue".split(" "));

    private final Walk walk;
    private final Changes changes;
    private final Expansion expansion;
    private final Builtins builtins;
    private final Runners runners;
    private final Programs programs;
    private final Installers installers;

    Commands(Walk walk, Changes changes, Expansion expansion) {
        this.walk = walk;
        this.changes = changes;
        this.expansion = expansion;
        this.builtins = new Builtins(walk, expansion);
        this.runners = new Runners(walk);
        this.programs = new Programs(walk, changes);
        this.installers = new Installers(changes);
    }

    Outcome simple(Node.Simple simple, Scope scope, Context context) {
        List<Word> words = simple.words();
        if (words.size() > 2
                && words.get(0).is("[[")
                && words.get(words.size() - 1).is("]]")) {
            return builtins.tests().doubleBracket(words.subList(1, words.size() - 1), scope, context);
        }
        // Whether a substitution fails matters only where it is all there is: x=$(…).
        List<Argument> arguments = expansion.fields(words, scope, context.caught(false));
        redirections(simple.redirections(), scope, forRedirections(words, context));
        for (Node.Assignment assignment : simple.assignments()) {
            boolean alone = words.isEmpty();
            assign(assignment, alone ? scope : scope.branch(), scope, alone ? context : context.caught(false));
        }
        if (arguments.isEmpty()) {
            return simple.assignments().isEmpty() ? Outcome.SUCCESS : Outcome.EXPECTED;
        }
        for (Node.Assignment declared : simple.declared()) {
            assign(declared, scope, scope, context.caught(false));
        }
        return run(arguments, scope, context);
    }

    /**
     * A redirection that fails keeps the command from running: of the last one that is the start itself, and a special
     * builtin takes the shell with it, but for bash's (POSIX 2.8.1, seen with busybox).
     */
    private static Context forRedirections(List<Word> words, Context context) {
        Optional<String> name = words.stream().findFirst().flatMap(Word::literal);
        boolean bash = !words.isEmpty() && words.get(0).script().isBash();
        boolean starts = context.last() || name.equals(Optional.of("exec"));
        if (!bash && name.filter(SPECIAL::contains).isPresent()) {
            return context.fatal();
        }
        return starts && !context.tolerated() ? context.caught(true) : context;
    }

    private void assign(Node.Assignment assignment, Scope into, Scope scope, Context context) {
        Optional<Text> value = assignment.value().map(word -> expansion.text(word, scope, context));
        if (assignment.whole() && value.isPresent()) {
            into.set(assignment.name(), value.get());
        } else {
            into.forget(assignment.name());
        }
    }

    void redirections(List<Redirection> redirections, Scope scope, Context context) {
        for (Redirection redirection : redirections) {
            if (redirection.isHereDocument()) {
                hereDocument(redirection, scope, context);
            }
            boolean number = redirection.operator().equals(">&")
                    && redirection
                            .target()
                            .literal()
                            .filter(to -> to.matches("[0-9]*-?"))
                            .isPresent();
            if (!redirection.writes() || number || redirection.target().parts().isEmpty()) {
                continue;
            }
            Text target = expansion.text(redirection.target(), scope, context.caught(false));
            changes.add(
                    Action.WRITE,
                    new Argument(target, redirection.target().span(), false, Change.Role.ENTRYPOINT),
                    redirection.operator().contains(">>") ? Message.of("appends to {0}") : Message.of("writes {0}"),
                    scope,
                    context);
        }
    }

    /** bash kept the text in a file before 5.1, and keeps a long one there still. */
    private void hereDocument(Redirection redirection, Scope scope, Context context) {
        if (redirection.target().script().isBash()) {
            Argument place =
                    new Argument(Text.literal("/tmp"), redirection.target().span(), false, Change.Role.ENTRYPOINT);
            changes.add(
                    Action.WRITE, place, Message.of("may keep a here-document in {0}"), scope, context.onCondition());
        }
    }

    /** Runs a command with its arguments, the first of which says which one. */
    Outcome run(List<Argument> arguments, Scope scope, Context context) {
        Argument first = arguments.get(0);
        if (!first.isKnown() || first.value().isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return walk.deeper(first.role(), () -> run(first, arguments.subList(1, arguments.size()), scope, context));
    }

    private Outcome run(Argument first, List<Argument> rest, Scope scope, Context context) {
        String name = first.value();
        if (walk.frame().functions().containsKey(name)) {
            return walk.call(name, rest, scope, context);
        }
        Optional<Outcome> builtin = builtins.run(name, rest, scope, context);
        if (builtin.isPresent()) {
            return builtin.get();
        }
        return program(first, rest, scope, context);
    }

    private Outcome program(Argument program, List<Argument> arguments, Scope scope, Context context) {
        Optional<Outcome> run = runners.run(program, arguments, scope, context);
        if (run.isPresent()) {
            return run.get();
        }
        String name = program.value().substring(program.value().lastIndexOf('/') + 1);
        walk.runs(program, name, arguments, scope, context);
        programs.run(program, name, arguments, scope, context);
        installers.run(program, name, arguments, scope, context);
        return QUESTIONS.contains(name) ? Outcome.UNKNOWN : Outcome.EXPECTED;
    }
}
