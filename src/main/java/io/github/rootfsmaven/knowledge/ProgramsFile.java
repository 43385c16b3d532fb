package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.knowledge.KnownProgram.Holds;
import io.github.rootfsmaven.knowledge.KnownProgram.Place;
import io.github.rootfsmaven.knowledge.KnownProgram.Variable;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.yaml.Node;
import io.github.rootfsmaven.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code programs.yaml}; its head says what each key means. What does not follow it is refused, with its place. */
final class ProgramsFile {
    static final String NAME = "programs.yaml";
    private static final String HEAD = "schema: 1\n";
    private static final String PROGRAMS = "programs:\n";
    private static final String VARIABLES = "variables:\n";
    private static final Set<String> PROGRAM = Set.of("names", "images", "writes");
    private static final Set<String> PLACE = Set.of(
            "options",
            "part",
            "none",
            "path",
            "kind",
            "sometimes",
            "stops",
            "evidence",
            "says",
            "if-run",
            "unless",
            "unless-set",
            "avoided-by",
            "sources");
    private static final Set<String> VARIABLE = Set.of(
            "name",
            "holds",
            "program",
            "images",
            "kind",
            "sometimes",
            "stops",
            "evidence",
            "says",
            "if-set",
            "unless-set",
            "sources");

    private ProgramsFile() {}

    /** What a file says, read. */
    record Read(List<KnownProgram> programs, List<Variable> variables) {}

    /** The file that comes with the plugin, of which only what is asked for is read. */
    static KnownPrograms bundled() {
        String text = KnowledgeFile.resource(NAME);
        int variables = text.indexOf("\n" + VARIABLES);
        return new KnownPrograms(
                Unread.of(
                        text.substring(text.indexOf("\n" + PROGRAMS), variables + 1),
                        "  - names: ",
                        lines -> part(PROGRAMS + lines).programs().get(0)),
                Unread.of(
                        text.substring(variables),
                        "  - name: ",
                        lines -> part(VARIABLES + lines).variables().get(0)));
    }

    private static Read part(String lines) throws InvalidInput {
        return read(SourceFile.of(Path.of(NAME), HEAD + lines));
    }

    static Read read(SourceFile file) throws InvalidInput {
        List<KnownProgram> programs = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        for (Node document : YamlReader.read(file)) {
            Entry top = Entry.of(document, Set.of("schema", "programs", "variables"));
            if (!top.text("schema").equals("1")) {
                throw new InvalidInput(top.span("schema"), Message.of("schema must be 1"));
            }
            for (Entry program : top.entries("programs", PROGRAM)) {
                List<Place> writes = new ArrayList<>();
                for (Entry place : program.entries("writes", PLACE)) {
                    writes.add(place(place));
                }
                programs.add(new KnownProgram(program.some("names"), program.texts("images"), writes));
            }
            for (Entry variable : top.entries("variables", VARIABLE)) {
                variables.add(variable(variable));
            }
        }
        return new Read(programs, variables);
    }

    private static Place place(Entry place) throws InvalidInput {
        Optional<String> path = place.optional("path");
        List<String> options = place.texts("options");
        if (path.isPresent() && !isPlace(path.get())) {
            throw new InvalidInput(
                    place.span("path"), Message.of("a path is absolute and canonical, or begins with ~/ or ./"));
        } else if (path.isEmpty() && options.isEmpty()) {
            throw new InvalidInput(place.span("path"), Message.of("an option or a path is missing"));
        }
        return new Place(
                options,
                pattern(place),
                place.texts("none"),
                path,
                place.word("kind", Kind.values()),
                place.flag("sometimes"),
                place.flag("stops"),
                place.word("evidence", Evidence.values()),
                place.text("says"),
                place.texts("if-run"),
                place.texts("unless"),
                place.texts("unless-set"),
                place.optional("avoided-by"),
                place.some("sources"));
    }

    private static boolean isPlace(String path) {
        boolean open = path.startsWith("~/") || path.startsWith("./");
        String rest = open ? path.substring(1) : path;
        return path.equals(".") || rest.startsWith("/") && Paths.canonical(rest).equals(rest);
    }

    private static Optional<Pattern> pattern(Entry place) throws InvalidInput {
        try {
            return place.optional("part").map(Pattern::compile);
        } catch (PatternSyntaxException broken) {
            throw new InvalidInput(place.span("part"), Message.of("part must be a regular expression"));
        }
    }

    private static Variable variable(Entry variable) throws InvalidInput {
        Holds holds = variable.word("holds", Holds.values());
        boolean path = holds == Holds.PATH;
        if (holds == Holds.OPTIONS && variable.optional("program").isEmpty()) {
            throw new InvalidInput(variable.span("holds"), Message.of("options are those of a program"));
        }
        return new Variable(
                variable.text("name"),
                holds,
                variable.optional("program"),
                variable.texts("images"),
                path ? variable.word("kind", Kind.values()) : Kind.FILE,
                variable.flag("sometimes"),
                variable.flag("stops"),
                variable.word("evidence", Evidence.values()),
                path ? variable.text("says") : "",
                variable.texts("if-set"),
                variable.texts("unless-set"),
                variable.some("sources"));
    }
}
