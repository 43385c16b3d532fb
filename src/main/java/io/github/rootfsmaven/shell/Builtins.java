package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the shell itself does. */
final class Builtins {
    private final Walk walk;
    private final Tests tests;

    Builtins(Walk walk, Expansion expansion) {
        this.walk = walk;
        this.tests = new Tests(walk, expansion);
    }

    Tests tests() {
        return tests;
    }

    /** Runs a builtin; empty if it is none. */
    Optional<Outcome> run(String name, List<Argument> arguments, Scope scope, Context context) {
        return switch (name) {
            case ":", "true", "export", "readonly", "local", "declare", "typeset", "trap", "umask", "wait", "ulimit" ->
                Optional.of(Outcome.SUCCESS);
            case "echo", "printf", "alias", "shopt", "hash" -> Optional.of(Outcome.EXPECTED);
            case "false" -> Optional.of(Outcome.FAILURE);
            case "test" -> Optional.of(tests.test(arguments, scope));
            case "expr" -> Optional.of(Tests.expression(arguments));
            case "[" ->
                Optional.of(tests.test(
                        arguments.isEmpty() ? arguments : arguments.subList(0, arguments.size() - 1), scope));
            case "cd", "pushd" -> Optional.of(move(arguments, scope));
            case "popd" -> {
                scope.move(Optional.empty());
                yield Optional.of(Outcome.EXPECTED);
            }
            case "set" -> Optional.of(set(arguments, scope));
            case "shift" -> Optional.of(shift(arguments, scope));
            case "unset" -> {
                arguments.forEach(argument -> scope.set(argument.value(), Text.literal("")));
                yield Optional.of(Outcome.SUCCESS);
            }
            case "read", "getopts", "mapfile", "readarray" -> {
                arguments.forEach(argument -> scope.forget(argument.value()));
                yield Optional.of(Outcome.UNKNOWN);
            }
            case "exit" -> {
                scope.end(scope.isDoubtful(), isFailure(arguments));
                yield Optional.of(Outcome.UNKNOWN);
            }
            case "return" -> Optional.of(back(arguments, scope));
            case "exec" -> Optional.of(exec(arguments, scope, context));
            case "eval" -> Optional.of(eval(arguments, scope, context));
            case ".", "source" -> Optional.of(source(arguments, scope, context));
            case "command", "builtin" -> Optional.of(command(arguments, scope, context));
            default -> Optional.empty();
        };
    }

    private static boolean isFailure(List<Argument> arguments) {
        return !arguments.isEmpty() && arguments.get(0).value().matches("0*[1-9][0-9]*");
    }

    private static Outcome move(List<Argument> arguments, Scope scope) {
        List<Argument> operands = arguments.stream()
                .filter(argument -> !argument.value().matches("--|-[LPe]+"))
                .toList();
        if (operands.isEmpty()) {
            scope.move(scope.get("HOME").filter(home -> !Patterns.isUnknown(home)));
            return Outcome.EXPECTED;
        }
        boolean known = operands.get(0).isKnown() && !operands.get(0).value().equals("-");
        Text to = Changes.absolute(operands.get(0).text(), scope.directory());
        scope.move(Optional.of(to).filter(path -> known && !Patterns.isUnknown(path)));
        return Outcome.EXPECTED;
    }

    private static Outcome set(List<Argument> arguments, Scope scope) {
        List<Argument> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty() && rest.get(0).value().matches("[-+][A-Za-z]*")) {
            String option = rest.remove(0).value();
            boolean on = option.startsWith("-");
            if (option.endsWith("o") && !rest.isEmpty()) {
                if (rest.remove(0).value().equals("errexit")) {
                    scope.errorsEnd(on);
                }
            }
            if (option.indexOf('e') > 0) {
                scope.errorsEnd(on);
            }
        }
        boolean separated = !rest.isEmpty() && rest.get(0).value().equals("--");
        if (!rest.isEmpty()) {
            scope.arguments(separated ? rest.subList(1, rest.size()) : rest);
        }
        return Outcome.SUCCESS;
    }

    private static Outcome shift(List<Argument> arguments, Scope scope) {
        int by = arguments.isEmpty()
                ? 1
                : arguments.get(0).value().matches("[0-9]{1,3}")
                        ? Integer.parseInt(arguments.get(0).value())
                        : scope.arguments().size();
        List<Argument> before = scope.arguments();
        scope.arguments(by <= before.size() ? before.subList(by, before.size()) : before);
        return Outcome.of(by <= before.size());
    }

    private static Outcome back(List<Argument> arguments, Scope scope) {
        boolean failed = isFailure(arguments);
        boolean known = arguments.isEmpty() || arguments.get(0).value().matches("[0-9]+");
        scope.goBack(failed);
        return known ? Outcome.of(!failed) : Outcome.UNKNOWN;
    }

    private Outcome exec(List<Argument> arguments, Scope scope, Context context) {
        Options options = new Options(arguments, "-a", true);
        if (options.operands().isEmpty()) {
            return Outcome.SUCCESS;
        }
        walk.commands().run(options.operands(), scope.branch(), context.inPlace());
        scope.end(scope.isDoubtful(), false);
        return Outcome.UNKNOWN;
    }

    private Outcome eval(List<Argument> arguments, Scope scope, Context context) {
        if (arguments.isEmpty() || !arguments.stream().allMatch(Argument::isKnown)) {
            return Outcome.UNKNOWN;
        }
        List<Text> words = new ArrayList<>();
        arguments.forEach(argument -> {
            words.add(argument.text());
            words.add(Text.literal(" "));
        });
        ScriptText script = ScriptText.of(Text.join(words), arguments.get(0).span());
        return walk.inside(script, "", scope, context);
    }

    private Outcome source(List<Argument> arguments, Scope scope, Context context) {
        if (arguments.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Text path = Changes.absolute(arguments.get(0).text(), scope.directory());
        Optional<ScriptText> script = Optional.of(path)
                .filter(known -> !Patterns.isUnknown(known))
                .flatMap(known -> walk.surroundings().files().script(known.value()));
        if (script.isEmpty()) {
            return Outcome.EXPECTED;
        }
        return walk.inside(script.get(), path.value(), scope, context);
    }

    /** {@code command -v x} asks, {@code command x} runs. */
    private Outcome command(List<Argument> arguments, Scope scope, Context context) {
        Options options = new Options(arguments, "", true);
        return options.operands().isEmpty() || options.has("-v", "-V")
                ? Outcome.UNKNOWN
                : walk.commands().run(options.operands(), scope, context);
    }
}
