package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.ImageFile;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.shell.Argument;
import io.github.rootfsmaven.shell.Change;
import io.github.rootfsmaven.shell.Reading;
import io.github.rootfsmaven.shell.ScriptText;
import io.github.rootfsmaven.shell.Shell;
import io.github.rootfsmaven.shell.Surroundings;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which directories the instructions of a chain of stages make, and whose they are. What BuildKit makes gets the mode
 * 0755; a {@code WORKDIR} belongs to the user in force, a directory of {@code COPY} to that of {@code --chown}, else to
 * root (seen with BuildKit in Docker 28.5). Of {@code RUN} only what its commands do for certain counts. A directory that
 * the base image may have is left as it is.
 */
final class BuiltFiles {
    private static final int MODE = 0755;

    /** Where base images have directories of their own, some of them not root's. */
    private static final Pattern BASE = Pattern.compile(
            "/|/[^/]+\\.d|/(?:bin|boot|dev|etc|lib|lib64|media|mnt|proc|run|sbin|sys|tmp|usr|var)(?:/.*)?"
                    + "|/(?:home|opt|root|srv)(?:/[^/]+)?");

    /** What changes owners or rights in a way that is not followed. */
    private static final Pattern NOT_FOLLOWED = Pattern.compile("(?s).*(?:\\.sh|\\bsetfacl|\\brsync)\\b.*");

    private final boolean fromScratch;
    private final Map<String, ImageFile> files = new TreeMap<>();

    BuiltFiles(boolean fromScratch) {
        this.fromScratch = fromScratch;
    }

    /** A file that another build has made. */
    void take(ImageFile file) {
        files.put(file.path(), file);
    }

    List<ImageFile> all() {
        return List.copyOf(files.values());
    }

    /**
     * A directory is made, if it is not there yet, and those above it.
     *
     * @param owner a user, with or without a group; empty if unknown
     */
    void make(Located<String> path, Optional<String> owner, Span span) {
        if (path.value().indexOf(Text.UNRESOLVED) < 0) {
            Optional<String> name = owner.filter(known -> known.indexOf(Text.UNRESOLVED) < 0)
                    .map(BuiltFiles::user)
                    .filter(user -> !user.isEmpty());
            make(path.value(), name, Optional.empty(), Optional.of(MODE), span);
        }
    }

    private void make(String path, Optional<String> owner, Optional<String> above, Optional<Integer> mode, Span span) {
        Optional<String> user = owner;
        Optional<Integer> rights = mode;
        for (String place = path; place.startsWith("/"); place = Paths.parent(place)) {
            if (place.equals("/") || (!fromScratch && BASE.matcher(place).matches())) {
                return;
            }
            files.putIfAbsent(place, new ImageFile(place, true, user, rights, Optional.empty(), span));
            user = above;
            rights = Optional.of(MODE);
        }
    }

    /**
     * {@code RUN}.
     *
     * @param shell the words of {@code SHELL}, none for the default
     */
    void run(
            Instruction.Run run,
            List<String> shell,
            Variables variables,
            Optional<Text> directory,
            Optional<Located<String>> user) {
        Optional<String> name = user.map(Located::value).filter(known -> known.indexOf(Text.UNRESOLVED) < 0);
        Surroundings surroundings = new Surroundings(variables.known(), fromScratch, directory, name, view());
        String line = String.join(" ", run.command().words());
        Optional<Reading> reading = read(run.command(), shell, surroundings);
        if (reading.filter(Reading::complete).isEmpty()
                || NOT_FOLLOWED.matcher(line).matches()) {
            forget("/");
        }
        // Nobody names a user: what makes directories of the system is root's.
        Optional<String> owner = user.isEmpty() ? Optional.of("root") : name.map(BuiltFiles::user);
        reading.map(Reading::changes).orElse(List.of()).forEach(change -> apply(change, owner));
    }

    private static Optional<Reading> read(Command command, List<String> shell, Surroundings surroundings) {
        Span span = command.span();
        if (!command.shell()) {
            return Optional.of(Shell.command(
                    command.texts().stream()
                            .map(word -> new Argument(word, span, false, Change.Role.COMMAND))
                            .toList(),
                    surroundings));
        }
        Text line = command.texts().get(0);
        String program = shell.isEmpty() ? "sh" : Paths.name(shell.get(0));
        ScriptText script = program.equals("bash") ? ScriptText.bash(line, span) : ScriptText.of(line, span);
        return program.matches("(ba|da|a|k|z)?sh")
                ? Optional.of(Shell.script(script, Change.Role.COMMAND, surroundings))
                : Optional.empty();
    }

    private void apply(Change change, Optional<String> user) {
        boolean owning = change.action() == Change.Action.OWNER || change.action() == Change.Action.MODE;
        boolean unpacking = change.action() == Change.Action.WRITE && change.recursive();
        if (!change.isKnown() || change.doubt().conditional() || unpacking) {
            if (owning || unpacking) {
                forget(change.isKnown() ? Paths.canonical(change.path().value()) : "/");
            }
            return;
        }
        certain(change, user);
    }

    /** Whose it is may have changed, there and below. */
    private void forget(String path) {
        files.replaceAll((place, file) ->
                Paths.isWithin(place, path) ? with(file, Optional.empty(), Optional.empty(), file.span()) : file);
    }

    private void certain(Change change, Optional<String> user) {
        String path = Paths.canonical(change.path().value());
        Optional<String> detail = change.detail().map(Text::value).filter(value -> value.indexOf(Text.UNRESOLVED) < 0);
        Span span = change.span();
        switch (change.action()) {
            case DIRECTORY -> {
                make(Paths.parent(path), Optional.empty(), Optional.empty(), Optional.empty(), span);
                files.put(path, new ImageFile(path, true, user, rights(detail), Optional.empty(), span));
            }
            case DIRECTORY_IF_MISSING -> make(path, user, user, rights(detail), span);
            case HOME ->
                files.putIfAbsent(path, new ImageFile(path, true, detail, Optional.empty(), Optional.empty(), span));
            case OWNER -> {
                boolean named = detail.filter(owner -> !user(owner).isEmpty()).isPresent();
                if (named
                        || change.detail()
                                .map(Text::value)
                                .filter(text -> !text.startsWith(":"))
                                .isPresent()) {
                    Optional<String> owner = detail.map(BuiltFiles::user);
                    set(path, change.recursive(), span, file -> with(file, owner, file.mode(), span));
                }
            }
            case MODE -> {
                Optional<Integer> mode = detail.flatMap(BuiltFiles::mode);
                set(path, change.recursive(), span, file -> with(file, file.owner(), mode, span));
            }
            case LINK -> files.put(path, new ImageFile(path, false, Optional.empty(), Optional.empty(), detail, span));
            case REMOVE, REMOVE_IF_THERE -> files.keySet().removeIf(file -> Paths.isWithin(file, path));
            default -> {}
        }
    }

    /** Without a mode the usual one; with one that is not a number, an unknown one. */
    private static Optional<Integer> rights(Optional<String> mode) {
        return mode.isEmpty() ? Optional.of(MODE) : mode.flatMap(BuiltFiles::mode);
    }

    /** Changes what is known of a path. Its owner or mode is set, so it is there; a dot in its name makes it a file. */
    private void set(String path, boolean recursive, Span span, UnaryOperator<ImageFile> change) {
        boolean directory = recursive || Paths.name(path).indexOf('.') < 0;
        files.computeIfAbsent(
                path,
                place -> new ImageFile(place, directory, Optional.empty(), Optional.empty(), Optional.empty(), span));
        files.replaceAll((place, file) ->
                place.equals(path) || (recursive && Paths.isBelow(place, path)) ? change.apply(file) : file);
    }

    private static ImageFile with(ImageFile file, Optional<String> owner, Optional<Integer> mode, Span span) {
        return new ImageFile(file.path(), file.directory(), owner, mode, file.link(), span);
    }

    /** The user of {@code user:group}; empty where only the group is told. */
    private static String user(String owner) {
        return owner.split("[:.]", 2)[0];
    }

    private static Optional<Integer> mode(String text) {
        return text.matches("[0-7]{3,4}") ? Optional.of(Integer.parseInt(text, 8)) : Optional.empty();
    }

    private Surroundings.Files view() {
        return new Surroundings.Files() {
            @Override
            public Optional<ScriptText> script(String path) {
                return Optional.empty();
            }

            @Override
            public boolean hasDirectory(String path) {
                return has(path) && files.get(Paths.canonical(path)).directory();
            }

            @Override
            public boolean has(String path) {
                return files.containsKey(Paths.canonical(path));
            }
        };
    }
}
