package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.model.Problem;
import io.github.rootfsmaven.shell.Call;
import io.github.rootfsmaven.shell.Call.Field;
import io.github.rootfsmaven.shell.Calls;
import io.github.rootfsmaven.shell.ScriptText;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code docker run} lines of a script or Makefile.
 *
 * @param runs in their order
 * @param problems lines that could not be read
 */
public record DockerRuns(List<Run> runs, List<Problem> problems) {
    /** No line. */
    public static final DockerRuns NONE = new DockerRuns(List.of(), List.of());

    public DockerRuns {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }

    /** Whether the file has none. */
    public boolean isEmpty() {
        return runs.isEmpty() && problems.isEmpty();
    }

    /**
     * The line that has those words behind {@code docker run}.
     *
     * @param place where it stands
     */
    public static Run of(List<Field> words, Span place) {
        return new RunReader(new DockerCommand(place, false, words), Arguments.of(words)).read();
    }

    /** Reads a file, whatever is in it: a Makefile by its name, else a script. */
    public static DockerRuns read(SourceFile file) {
        List<Run> runs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (file.text().contains("docker") || file.text().contains("DOCKER")) {
            List<ScriptText> scripts =
                    Makefile.isOne(file.path()) ? Makefile.recipes(file) : List.of(ScriptText.of(file));
            scripts.forEach(script -> read(script, runs, problems));
        }
        return new DockerRuns(runs, problems);
    }

    private static void read(ScriptText script, List<Run> runs, List<Problem> problems) {
        Calls.Found found = Calls.of(script);
        Optional<Span> first = Optional.empty();
        for (Call call : found.calls()) {
            Optional<DockerCommand> command = DockerCommand.of(call);
            if (command.isPresent() && !found.complete()) {
                first = first.or(() -> command.map(DockerCommand::place));
            } else if (command.isPresent()) {
                read(command.get(), runs, problems);
            }
        }
        first.ifPresent(place -> problems.add(Problem.notRead(
                place,
                Message.of("the script could not be read to its end, so its `docker run` lines are unknown"),
                Message.nothing())));
    }

    private static void read(DockerCommand command, List<Run> runs, List<Problem> problems) {
        Arguments arguments = Arguments.of(command.arguments());
        boolean help = arguments.flags().stream().anyMatch(flag -> flag.name().equals("help"));
        if (help || command.arguments().isEmpty()) {
            return;
        }
        if (arguments.stranger().isPresent()) {
            problems.add(Problem.notRead(
                    arguments.stranger().get().span(),
                    Message.of(
                            "the flag '{0}' of `docker run` could not be read, nor what follows it",
                            name(arguments.stranger().get())),
                    Message.nothing()));
            return;
        }
        runs.add(new RunReader(command, arguments).read());
    }

    /** A flag without its value, which may be anything. */
    private static String name(Field flag) {
        String shown = flag.text().shown();
        return shown.startsWith("--") ? shown.split("=", 2)[0] : shown.substring(0, Math.min(2, shown.length()));
    }
}
