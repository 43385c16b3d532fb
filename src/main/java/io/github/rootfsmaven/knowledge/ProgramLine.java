package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.shell.Argument;
import io.github.rootfsmaven.shell.Invocation;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * One line that starts a known program, asked for one place that the program may write.
 *
 * @param variable the variable that holds more of its options, and what is in it
 */
record ProgramLine(
        KnownProgram program,
        KnownProgram.Place place,
        Invocation invocation,
        Process process,
        Optional<String> variable,
        List<Argument> held) {

    ProgramLine(KnownProgram program, KnownProgram.Place place, Invocation invocation, Process process) {
        this(program, place, invocation, process, Optional.empty(), List.of());
    }

    /** The same with options in a variable: only what they name is told. */
    ProgramLine in(String name, List<Argument> words) {
        return new ProgramLine(program, place, invocation, process, Optional.of(name), words);
    }

    /** What it writes there; empty if nothing, or if that cannot be known. */
    Optional<Write> write() {
        List<Argument> own = own();
        List<Argument> all = Stream.concat(held.stream(), own.stream()).toList();
        boolean asked =
                place.ifRun().isEmpty() || all.stream().map(Argument::value).anyMatch(place.ifRun()::contains);
        boolean avoided = place.unless().stream().anyMatch(word -> has(all, word))
                || place.unlessSet().stream().anyMatch(process.environment()::containsKey);
        if (!asked || avoided) {
            return Optional.empty();
        }
        Optional<Argument> value = value(variable.isPresent() ? held : own);
        if (value.isPresent()) {
            return value.filter(argument -> !place.none().contains(argument.value()))
                    .flatMap(this::named);
        }
        boolean open = all.stream().anyMatch(argument -> argument.value().indexOf(Text.UNRESOLVED) >= 0);
        return place.path().filter(path -> variable.isEmpty()).flatMap(path -> usual(path, open));
    }

    /** An option that is taken for the program's name is an argument: the image's start script puts the name before. */
    private List<Argument> own() {
        List<Argument> words = new ArrayList<>(invocation.arguments());
        if (invocation.program().startsWith("-")) {
            words.add(0, invocation.first());
        }
        return words;
    }

    private static boolean has(List<Argument> words, String option) {
        return words.stream()
                .map(Argument::value)
                .anyMatch(word -> word.equals(option) || option.startsWith("-") && word.startsWith(option + "="));
    }

    /** What the last of the options names: {@code --pid x}, {@code --pid=x}, {@code -p x}, {@code -px}. */
    private Optional<Argument> value(List<Argument> words) {
        Optional<Argument> found = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            for (String option : place.options()) {
                String word = words.get(i).value();
                boolean attached = option.matches("-\\w") && word.startsWith(option) && word.length() > 2;
                if (word.equals(option) && i + 1 < words.size()) {
                    found = Optional.of(words.get(i + 1));
                } else if (word.startsWith(option + "=")) {
                    found = Optional.of(cut(words.get(i), option.length() + 1));
                } else if (attached) {
                    found = Optional.of(cut(words.get(i), 2));
                }
            }
        }
        return found.flatMap(this::part);
    }

    private static Argument cut(Argument word, int from) {
        return word.with(word.text().substring(from));
    }

    private Optional<Argument> part(Argument value) {
        if (place.part().isEmpty()) {
            return Optional.of(value);
        }
        Matcher part = place.part().get().matcher(value.value());
        return part.find()
                ? Optional.of(value.with(value.text().substring(part.start(1), part.end(1))))
                : Optional.empty();
    }

    private Optional<Write> named(Argument value) {
        String option = "`" + place.options().get(0) + "`";
        Message where = variable.map(Message::verbatim).orElse(KnownPrograms.where(invocation));
        By by = variable.isPresent() ? By.ENVIRONMENT : KnownPrograms.by(invocation);
        return NamedPath.of(value.text(), value.span(), invocation.directory(), process.environment())
                .map(named -> {
                    boolean moved = named.variable().isPresent();
                    return write(
                            shown(named.path(), option, where, variable.isPresent()),
                            moved ? By.ENVIRONMENT : by,
                            Message.of(
                                    "{0}, by {1} in {2}",
                                    Message.of(place.says()),
                                    option,
                                    named.variable().map(Message::verbatim).orElse(where)),
                            invocation.conditional());
                });
    }

    private static Located<String> shown(Located<String> path, String option, Message where, boolean held) {
        return held && path.origin() == Located.Origin.INTERPOLATED
                ? new Located<>(
                        path.value(), "the path of " + option + " in " + where.english(), path.span(), path.origin())
                : path;
    }

    private Optional<Write> usual(String path, boolean open) {
        Span span = invocation.first().span();
        Optional<Text> directory = invocation.directory();
        Text word = Text.literal(path);
        if (path.startsWith("~/")) {
            directory = home();
            word = Text.literal(path.substring(2));
        } else if (path.startsWith("./")) {
            word = Text.literal(path.substring(2));
        }
        return NamedPath.of(word, span, directory, process.environment())
                .map(named -> write(
                        named.path(),
                        KnownPrograms.by(invocation),
                        Message.of(place.says()),
                        invocation.conditional() || open));
    }

    /** HOME, or root's; another user's is not known. */
    private Optional<Text> home() {
        Optional<Text> set =
                Optional.ofNullable(process.environment().get("HOME")).map(Text::of);
        boolean root = process.user()
                .filter(user -> !user.value().split(":", 2)[0].matches("root|0+"))
                .isEmpty();
        return set.or(() -> root ? Optional.of(Text.literal("/root")) : Optional.empty());
    }

    private Write write(Located<String> path, By by, Message why, boolean unsure) {
        return new Write(
                path,
                place.kind(),
                place.evidence(),
                why,
                place.avoidedBy().map(Message::of),
                Optional.of(
                        new Write.Step(by, false, unsure || place.sometimes(), place.stops() && invocation.ends())));
    }
}
