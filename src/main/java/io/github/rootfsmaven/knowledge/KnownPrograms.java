package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.knowledge.KnownProgram.Holds;
import io.github.rootfsmaven.knowledge.KnownProgram.Variable;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Step;
import io.github.rootfsmaven.shell.Argument;
import io.github.rootfsmaven.shell.Change.Role;
import io.github.rootfsmaven.shell.Invocation;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What programs and runtimes write because of their command lines and variables. */
public final class KnownPrograms {
    /** What every JVM or its launcher takes, in the order in which it does (JDK: tools/java, "JDK_JAVA_OPTIONS"). */
    private static final List<String> BEFORE = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private static final String AFTER = "_JAVA_OPTIONS";

    private final List<Named<KnownProgram>> programs;
    private final List<Named<Variable>> variables;

    /** An entry by the names that it is found by. */
    private record Named<T>(List<String> names, List<String> images, Unread<T> entry) {}

    KnownPrograms(List<Unread<KnownProgram>> programs, List<Unread<Variable>> variables) {
        this.programs = programs.stream()
                .map(entry -> new Named<>(entry.list("  - names: "), entry.list("    images: "), entry))
                .toList();
        this.variables = variables.stream()
                .map(entry -> new Named<>(List.of(entry.wordBehind("  - name: ")), List.of(), entry))
                .toList();
    }

    /** The programs of that name. */
    Stream<KnownProgram> named(String name) {
        return programs.stream()
                .filter(program -> program.names().contains(name))
                .map(program -> program.entry().read());
    }

    /** The first variable that is meant by a name. */
    Optional<Variable> variable(String name) {
        return variables.stream()
                .filter(variable -> Variable.isNamed(variable.names().get(0), name))
                .findFirst()
                .map(variable -> variable.entry().read());
    }

    /** What the programs of a start write, and what its variables make whoever reads them write. */
    public List<Write> writes(List<Invocation> invocations, Process process, Image image) {
        List<Write> writes = new ArrayList<>();
        Map<String, Located<String>> environment = process.environment();
        boolean java = false;
        List<Invocation> started = invocations.stream().map(Wrappers::inside).toList();
        for (Invocation invocation : started) {
            if (invocation.program().equals("java")) {
                java = true;
                writes.addAll(java(invocation, environment));
            }
            program(invocation, image)
                    .ifPresent(program -> program.writes()
                            .forEach(place -> new ProgramLine(program, place, invocation, process)
                                    .write()
                                    .ifPresent(writes::add)));
        }
        Optional<Text> directory = process.workingDirectory().map(Text::of);
        if (!java) {
            List<JavaOption> options = new ArrayList<>();
            Stream.concat(BEFORE.stream(), Stream.of(AFTER)).forEach(name -> options.addAll(of(name, environment)));
            if (!options.isEmpty()) {
                writes.addAll(new JavaWrites(options, directory, environment, false).writes());
            }
        }
        new TreeMap<>(environment)
                .forEach((name, value) -> variable(name)
                        .ifPresent(variable -> writes.addAll(variable(variable, name, started, process, image))));
        return writes;
    }

    private static List<Write> java(Invocation invocation, Map<String, Located<String>> environment) {
        List<JavaOption> options = new ArrayList<>();
        BEFORE.forEach(name -> options.addAll(of(name, environment)));
        List<Argument> arguments = invocation.arguments();
        options.addAll(JavaOption.ofCommand(
                arguments.stream().map(Argument::text).toList(),
                arguments.stream().map(Argument::span).toList(),
                by(invocation),
                where(invocation)));
        options.addAll(of(AFTER, environment));
        return new JavaWrites(options, invocation.directory(), environment, invocation.conditional()).writes();
    }

    private static List<JavaOption> of(String name, Map<String, Located<String>> environment) {
        return Optional.ofNullable(environment.get(name))
                .map(value -> JavaOption.ofVariable(name, Text.of(value), value.span()))
                .orElse(List.of());
    }

    static By by(Invocation invocation) {
        return invocation.role() == Role.ENTRYPOINT ? By.ENTRYPOINT : By.COMMAND;
    }

    /** Whose line it is that names the program. */
    static Message where(Invocation invocation) {
        return invocation.script().isEmpty() ? by(invocation).who() : Message.verbatim(invocation.script());
    }

    /** An image's own start script takes a command that begins with an option for its program. */
    private Optional<KnownProgram> program(Invocation invocation, Image image) {
        boolean option = invocation.program().startsWith("-");
        return programs.stream()
                .filter(program ->
                        option ? isOf(program.images(), image) : program.names().contains(invocation.program()))
                .findFirst()
                .map(program -> program.entry().read());
    }

    private static boolean isOf(List<String> images, Image image) {
        Optional<String> name = image.built() ? image.base() : image.reference().map(Located::value);
        return name.flatMap(reference -> ImageName.of(reference, Text.UNRESOLVED))
                .filter(reference -> images.contains(reference.repository()))
                .isPresent();
    }

    private List<Write> variable(
            Variable variable, String name, List<Invocation> invocations, Process process, Image image) {
        Map<String, Located<String>> environment = process.environment();
        Located<String> value = environment.get(name);
        boolean asked = variable.ifSet().isEmpty() || variable.ifSet().stream().anyMatch(environment::containsKey);
        boolean avoided = variable.unlessSet().stream().anyMatch(environment::containsKey);
        if (!asked || avoided) {
            return List.of();
        }
        boolean reads = variable.images().isEmpty() || isOf(variable.images(), image);
        boolean unsure = variable.sometimes() || !reads;
        if (variable.holds() == Holds.JAVA) {
            List<JavaOption> options = JavaOption.ofVariable(name, Text.of(value), value.span());
            Optional<Text> directory = process.workingDirectory().map(Text::of);
            return new JavaWrites(options, directory, environment, unsure).writes();
        } else if (variable.holds() == Holds.OPTIONS) {
            return options(variable, name, value, invocations, process);
        }
        return path(variable, name, value, process, unsure).stream().toList();
    }

    private List<Write> options(
            Variable variable, String name, Located<String> value, List<Invocation> invocations, Process process) {
        String owner = variable.program().orElseThrow();
        List<Argument> words = JavaOption.ofVariable(name, Text.of(value), value.span()).stream()
                .map(option -> new Argument(option.text(), option.span(), false, Role.COMMAND))
                .toList();
        return invocations.stream()
                .filter(invocation -> invocation.program().equals(owner))
                .flatMap(invocation -> named(owner)
                        .flatMap(program -> program.writes().stream()
                                .flatMap(place -> new ProgramLine(program, place, invocation, process)
                                        .in(name, words).write().stream())))
                .toList();
    }

    private static Optional<Write> path(
            Variable variable, String name, Located<String> value, Process process, boolean unsure) {
        boolean plain = value.value().matches("/[^\\s:;,*?]*");
        Optional<NamedPath> path = NamedPath.of(Text.of(value), value.span(), Optional.empty(), process.environment());
        return path.filter(named -> plain)
                .map(NamedPath::path)
                .map(named -> named.origin() == Located.Origin.LITERAL
                        ? named
                        : new Located<>(named.value(), "$" + name, named.span(), named.origin()))
                .map(named -> new Write(
                        named,
                        variable.kind(),
                        variable.evidence(),
                        Message.of("{0}, by {1}", Message.of(variable.says()), name),
                        Optional.of(Message.of("let `{0}` name another place", name)),
                        Optional.of(new Step(By.ENVIRONMENT, false, unsure, variable.stops()))));
    }
}
