package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs that run other programs, and scripts that are programs. */
final class Runners {
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Walk walk;

    Runners(Walk walk) {
        this.walk = walk;
    }

    /** Runs what the program runs; empty if it runs nothing else, as far as we know. */
    Optional<Outcome> run(Argument program, List<Argument> arguments, Scope scope, Context context) {
        String name = program.value().substring(program.value().lastIndexOf('/') + 1);
        return switch (name) {
            case "sh", "bash", "dash", "ash", "ksh", "mksh" -> Optional.of(shell(name, arguments, scope, context));
            case "busybox" -> then(arguments, scope, context);
            case "env" -> environment(arguments, scope, context);
            case "tini", "dumb-init", "catatonit", "nohup", "setsid", "docker-init" ->
                then(new Options(arguments, "-p -e", true).operands(), scope, context);
            case "gosu", "su-exec", "s6-setuidgid", "chpst" ->
                asUser(new Options(arguments, "-u -U", true), name.equals("chpst"), scope, context);
            case "sudo", "doas" -> asUser(new Options(arguments, "-u -g", true), true, scope, context);
            case "runuser" -> runuser(arguments, scope, context);
            case "su" -> su(arguments, scope, context);
            case "setpriv" ->
                then(
                        new Options(
                                        arguments,
                                        "--reuid --regid --groups --inh-caps --ambient-caps --bounding-set",
                                        true)
                                .operands(),
                        scope,
                        context);
            case "nice", "ionice", "stdbuf" ->
                then(new Options(arguments, "-n -c -o -i -e", true).operands(), scope, context);
            case "timeout" -> {
                List<Argument> rest = new Options(arguments, "-k -s", true).operands();
                yield then(rest.size() > 1 ? rest.subList(1, rest.size()) : List.of(), scope, context);
            }
            case "find" -> Optional.of(found(program, arguments, scope, context));
            case "xargs" -> Optional.of(Outcome.UNKNOWN);
            default -> script(program, arguments, scope, context);
        };
    }

    private Optional<Outcome> then(List<Argument> command, Scope scope, Context context) {
        return Optional.of(command.isEmpty() ? Outcome.UNKNOWN : walk.commands().run(command, scope.branch(), context));
    }

    private Outcome shell(String name, List<Argument> arguments, Scope scope, Context context) {
        Options options = new Options(arguments, "-o", true);
        List<Argument> operands = options.operands();
        if (operands.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Argument first = operands.get(0);
        Scope own = scope.program(options.has("-c") ? skip(operands, 2) : skip(operands, 1));
        own.errorsEnd(options.has("-e"));
        if (options.has("-c")) {
            ScriptText text = name.equals("bash")
                    ? ScriptText.bash(first.text(), first.span())
                    : ScriptText.of(first.text(), first.span());
            return walk.inline(walk.read(text), own, first.role(), context.child(scope.errorsEnd()));
        }
        Text path = Changes.absolute(first.text(), scope.directory());
        return walk.surroundings()
                .files()
                .script(path.value())
                .map(script -> walk.program(
                        walk.read(script), path.value(), first.role(), own, context.child(scope.errorsEnd())))
                .orElse(Outcome.EXPECTED);
    }

    private static List<Argument> skip(List<Argument> arguments, int number) {
        return arguments.subList(Math.min(number, arguments.size()), arguments.size());
    }

    /** {@code env NAME=value command}. */
    private Optional<Outcome> environment(List<Argument> arguments, Scope scope, Context context) {
        List<Argument> rest = new ArrayList<>(new Options(arguments, "-u -C -S", true).operands());
        Scope own = scope.branch();
        while (!rest.isEmpty() && rest.get(0).value().matches("(?s)[A-Za-z_]\\w*=.*")) {
            Text assignment = rest.remove(0).text();
            int equals = assignment.value().indexOf('=');
            own.set(assignment.value().substring(0, equals), assignment.substring(equals + 1));
        }
        return then(rest, own, context);
    }

    private Optional<Outcome> asUser(Options options, boolean optional, Scope scope, Context context) {
        List<Argument> rest = options.operands();
        Optional<Argument> user = optional ? options.value("-u") : rest.stream().findFirst();
        List<Argument> command = optional || rest.isEmpty() ? rest : rest.subList(1, rest.size());
        return Optional.of(walk.as(
                user.map(Argument::value), () -> then(command, scope, context).orElseThrow()));
    }

    /** With {@code -u} it runs a command as {@code sudo} does, else it is {@code su}. */
    private Optional<Outcome> runuser(List<Argument> arguments, Scope scope, Context context) {
        Options options = new Options(arguments, "-u -g", true);
        return options.has("-u") ? asUser(options, true, scope, context) : su(arguments, scope, context);
    }

    /** {@code su user -c 'script'}. */
    private Optional<Outcome> su(List<Argument> arguments, Scope scope, Context context) {
        Options options = new Options(arguments, "-c -s -g --command --shell");
        Optional<Argument> script = options.value("-c", "--command");
        Optional<String> user = options.operands().stream()
                .map(Argument::value)
                .filter(word -> !word.equals("-"))
                .findFirst();
        return script.map(line -> walk.as(
                        user.or(() -> Optional.of("root")),
                        () -> walk.inline(
                                walk.read(ScriptText.of(line.text(), line.span())),
                                scope.program(List.of()),
                                line.role(),
                                context.child(scope.errorsEnd()))))
                .or(() -> Optional.of(Outcome.UNKNOWN));
    }

    /** {@code find places -exec command {} +}: whether it finds anything is unknown. */
    private Outcome found(Argument program, List<Argument> arguments, Scope scope, Context context) {
        List<Argument> places = new ArrayList<>();
        int i = 0;
        while (i < arguments.size() && arguments.get(i).value().matches("-[HLP]|-O\\d")) {
            i++;
        }
        while (i < arguments.size() && !arguments.get(i).value().matches("(?s)[-(!].*")) {
            places.add(arguments.get(i++));
        }
        if (places.isEmpty()) {
            places.add(program.with(Text.literal(".")));
        }
        for (; i < arguments.size(); i++) {
            if (arguments.get(i).value().matches("-exec|-execdir|-ok|-okdir")) {
                List<Argument> command = new ArrayList<>();
                for (Argument word : arguments.subList(i + 1, arguments.size())) {
                    if (word.value().equals(";") || word.value().equals("+")) {
                        break;
                    }
                    command.addAll(word.value().equals("{}") ? places : List.of(word));
                }
                if (!command.isEmpty()) {
                    walk.commands().run(command, scope.branch(), context.onCondition());
                }
            } else if (arguments.get(i).value().equals("-delete")) {
                List<Argument> removal = new ArrayList<>(List.of(program.with(Text.literal("rm"))));
                removal.addAll(places);
                walk.commands().run(removal, scope.branch(), context.onCondition());
            }
        }
        return Outcome.UNKNOWN;
    }

    /** A script that the image has, called by its path or found by its name. */
    private Optional<Outcome> script(Argument program, List<Argument> arguments, Scope scope, Context context) {
        Surroundings.Files files = walk.surroundings().files();
        List<String> candidates = new ArrayList<>();
        if (program.value().indexOf('/') >= 0) {
            candidates.add(Changes.absolute(program.text(), scope.directory()).value());
        } else {
            String path = scope.get("PATH")
                    .filter(known -> !Patterns.isUnknown(known))
                    .map(Text::value)
                    .orElse(DEFAULT_PATH);
            for (String directory : path.split(":")) {
                candidates.add(directory + "/" + program.value());
            }
        }
        for (String candidate : candidates) {
            Optional<ScriptText> script = files.script(candidate);
            if (script.isPresent()) {
                return Optional.of(walk.program(
                        walk.read(script.get()),
                        candidate,
                        program.role(),
                        scope.program(arguments),
                        context.child(scope.errorsEnd())));
            }
        }
        return Optional.empty();
    }
}
