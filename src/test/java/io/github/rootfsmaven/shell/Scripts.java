package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scripts to read in tests, in surroundings that are made up. */
final class Scripts implements Surroundings.Files {
    private final Map<String, String> scripts = new HashMap<>();
    private final Map<String, Text> environment = new HashMap<>();
    private Optional<String> user = Optional.empty();
    private Optional<Text> directory = Optional.of(Text.literal("/work"));
    private boolean closed;

    /** A script that is started without arguments, in {@code /work}. */
    static Scripts with(String script) {
        Scripts scripts = new Scripts();
        scripts.scripts.put("/start", script);
        return scripts;
    }

    Scripts and(String path, String script) {
        scripts.put(path, script);
        return this;
    }

    Scripts variable(String name, String value) {
        environment.put(name, Text.resolved(value, "$" + name));
        return this;
    }

    Scripts user(String name) {
        user = Optional.of(name);
        return this;
    }

    Scripts directory(Optional<String> path) {
        directory = path.map(Text::literal);
        return this;
    }

    /** There are no other variables. */
    Scripts closed() {
        closed = true;
        return this;
    }

    Reading read(String... command) {
        SourceFile file = SourceFile.of(Path.of("/compose.yaml"), String.join(" ", command));
        List<Argument> arguments = Arrays.stream(command)
                .map(word -> new Argument(
                        Text.literal(word),
                        file.start(),
                        false,
                        word.equals(command[0]) ? Change.Role.ENTRYPOINT : Change.Role.COMMAND))
                .toList();
        return Shell.command(arguments, new Surroundings(environment, closed, directory, user, this));
    }

    /**
     * What the script changes when it is started with those arguments, as {@code action path}; {@code ?} marks what may
     * not happen, {@code ~} what may fail, {@code !} what must not.
     */
    List<String> changes(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "/start";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return read(command).changes().stream().map(Scripts::shown).toList();
    }

    static List<String> changesOf(String script) {
        return with(script).changes();
    }

    static String shown(Change change) {
        return change.action().name().toLowerCase(java.util.Locale.ROOT)
                + " " + change.path().value().replace(Text.UNRESOLVED, '?')
                + (change.doubt().conditional() ? " ?" : "")
                + (change.doubt().tolerated() ? " ~" : "")
                + (change.doubt().stops() ? " !" : "");
    }

    @Override
    public Optional<ScriptText> script(String path) {
        return Optional.ofNullable(scripts.get(path))
                .map(text -> ScriptText.of(SourceFile.of(Path.of("/context" + path), text)));
    }

    @Override
    public boolean hasDirectory(String path) {
        return Set.of("/etc", "/tmp", "/").contains(path);
    }

    @Override
    public boolean has(String path) {
        return scripts.containsKey(path);
    }
}
