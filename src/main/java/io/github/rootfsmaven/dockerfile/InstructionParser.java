package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.dockerfile.Flags.Kind;
import io.github.rootfsmaven.dockerfile.Instruction.KeyValuePair;
import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Layer two: what a node means. Counts of arguments, flags and the order in which errors are found are those of
 * BuildKit's {@code frontend/dockerfile/instructions/parse.go}.
 */
final class InstructionParser {
    private static final Map<String, Kind> NONE = Map.of();
    private static final Map<String, Kind> FROM = Map.of("platform", Kind.VALUE);
    private static final Map<String, Kind> RUN =
            Map.of("mount", Kind.VALUES, "network", Kind.VALUE, "security", Kind.VALUE, "device", Kind.VALUES);
    private static final Map<String, Kind> COPY = Map.of(
            "chown", Kind.VALUE,
            "from", Kind.VALUE,
            "chmod", Kind.VALUE,
            "link", Kind.BOOLEAN,
            "exclude", Kind.VALUES,
            "parents", Kind.BOOLEAN);
    private static final Map<String, Kind> ADD = Map.of(
            "chown", Kind.VALUE,
            "chmod", Kind.VALUE,
            "link", Kind.BOOLEAN,
            "keep-git-dir", Kind.BOOLEAN,
            "checksum", Kind.VALUE,
            "unpack", Kind.BOOLEAN,
            "exclude", Kind.VALUES);
    private static final Map<String, Kind> HEALTHCHECK = Map.of(
            "interval", Kind.VALUE,
            "timeout", Kind.VALUE,
            "start-period", Kind.VALUE,
            "start-interval", Kind.VALUE,
            "retries", Kind.VALUE);

    private static final String DURATION = "[-+]?(([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)(ns|us|µs|μs|ms|s|m|h))++|[-+]?0";

    private static final int LONGEST_DURATION = 100;
    private static final Pattern DURATION_PART = Pattern.compile("([0-9.]++)([a-zµμ]++)");
    private static final Map<String, Double> MILLISECONDS =
            Map.of("ns", 1e-6, "us", 1e-3, "µs", 1e-3, "μs", 1e-3, "ms", 1.0, "s", 1e3, "m", 6e4, "h", 3.6e6);

    private InstructionParser() {}

    static Instruction parse(Node node) throws InvalidInput {
        return switch (node.name()) {
            case "FROM" -> from(node);
            case "ARG" -> new Instruction.Arg(arguments(node), node.span());
            case "ENV" -> new Instruction.Env(pairs(node), node.span());
            case "LABEL" -> new Instruction.Label(pairs(node), node.span());
            case "VOLUME" -> volume(node);
            case "USER" -> new Instruction.User(only(node, true), node.span());
            case "WORKDIR" -> new Instruction.Workdir(only(node, true), node.span());
            case "MAINTAINER" -> new Instruction.Maintainer(only(node, true), node.span());
            case "STOPSIGNAL" -> new Instruction.StopSignal(only(node, false), node.span());
            case "EXPOSE" -> new Instruction.Expose(several(node), node.span());
            case "ENTRYPOINT" -> new Instruction.Entrypoint(command(node, NONE), node.span());
            case "CMD" -> new Instruction.Cmd(command(node, NONE), node.span());
            case "RUN" -> run(node);
            case "COPY" -> copy(node, COPY);
            case "ADD" -> copy(node, ADD);
            case "SHELL" -> shell(node);
            case "HEALTHCHECK" -> healthcheck(node);
            case "ONBUILD" -> onbuild(node);
            default ->
                throw new InvalidInput(
                        node.keyword().span(),
                        Message.of("unknown instruction: {0}", node.keyword().text()));
        };
    }

    private static Instruction from(Node node) throws InvalidInput {
        List<Word> words = node.arguments();
        boolean named = words.size() == 3 && words.get(1).text().equalsIgnoreCase("as");
        if (!named && words.size() != 1) {
            throw new InvalidInput(node.span(), Message.of("FROM requires either one or three arguments"));
        }
        Optional<Word> name = named ? Optional.of(words.get(2)) : Optional.empty();
        if (named && !words.get(2).text().toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9_.-]*+")) {
            throw new InvalidInput(
                    words.get(2).span(),
                    Message.of(
                            "invalid name for build stage: \"{0}\", name can't start with a number or contain symbols",
                            words.get(2).text()));
        }
        return new Instruction.From(words.get(0), name, Flags.of(node, FROM).value("platform"), node.span());
    }

    private static List<KeyValuePair> arguments(Node node) throws InvalidInput {
        List<KeyValuePair> arguments = new ArrayList<>();
        for (Word word : atLeastOne(node)) {
            int equals = word.text().indexOf('=');
            if (equals == 0) {
                throw new InvalidInput(word.span(), Message.of("ARG names can not be blank"));
            }
            arguments.add(
                    equals < 0
                            ? new KeyValuePair(word, Optional.empty())
                            : new KeyValuePair(
                                    new Word(word.text().substring(0, equals), word.span()),
                                    Optional.of(new Word(word.text().substring(equals + 1), word.span()))));
        }
        return arguments;
    }

    private static List<KeyValuePair> pairs(Node node) throws InvalidInput {
        Flags.of(node, NONE);
        List<Word> words = atLeastOne(node);
        List<KeyValuePair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            if (words.get(i).text().isEmpty()) {
                throw new InvalidInput(words.get(i).span(), Message.of("{0} names can not be blank", node.name()));
            }
            pairs.add(new KeyValuePair(words.get(i), Optional.of(words.get(i + 1))));
        }
        return pairs;
    }

    private static Instruction volume(Node node) throws InvalidInput {
        List<Word> paths = new ArrayList<>();
        for (Word word : several(node)) {
            if (word.text().isBlank()) {
                throw new InvalidInput(word.span(), Message.of("VOLUME specified can not be an empty string"));
            }
            paths.add(new Word(word.text().strip(), word.span()));
        }
        return new Instruction.Volume(paths, node.span());
    }

    private static Instruction run(Node node) throws InvalidInput {
        Flags flags = Flags.of(node, RUN);
        List<RunMount> mounts = new ArrayList<>();
        for (Word mount : flags.values("mount")) {
            mounts.add(RunMount.of(mount));
        }
        one(flags, "network", "default|none|host", "invalid network mode \"{0}\"");
        one(flags, "security", "insecure|sandbox", "not a valid security mode: \"{0}\"");
        return new Instruction.Run(command(node, RUN), node.heredocs(), mounts, node.span());
    }

    private static void one(Flags flags, String name, String choices, String refusal) throws InvalidInput {
        for (Word word : flags.values(name)) {
            if (!word.text().matches(choices)) {
                throw new InvalidInput(word.span(), Message.of(refusal, word.text()));
            }
        }
    }

    /** What runs: for the shell form the one line that the shell gets, here-documents included. */
    private static Command command(Node node, Map<String, Kind> flags) throws InvalidInput {
        Flags.of(node, flags);
        if (node.json()) {
            return Command.literal(texts(node.arguments()), false, node.span());
        }
        String line = node.arguments().isEmpty() ? "" : node.arguments().get(0).text();
        if (node.heredocs().isEmpty()) {
            return Command.literal(List.of(line), true, node.span());
        }
        Heredoc first = node.heredocs().get(0);
        if (HeredocWord.of(node.arguments().get(0)).isPresent()) {
            // BuildKit runs a here-document that begins with #! as a program of its own.
            return first.text().startsWith("#!")
                    ? Command.literal(List.of("/dev/pipes/" + first.name()), false, node.span())
                    : Command.literal(List.of(first.text()), true, node.span());
        }
        StringBuilder script = new StringBuilder(line);
        node.heredocs()
                .forEach(
                        heredoc -> script.append('\n').append(heredoc.content()).append(heredoc.name()));
        return Command.literal(List.of(script.toString()), true, node.span());
    }

    private static Instruction copy(Node node, Map<String, Kind> known) throws InvalidInput {
        List<Word> words = node.arguments();
        if (words.size() < 2) {
            throw new InvalidInput(
                    node.span(),
                    Message.of(
                            "{0} requires at least two arguments, but only one was provided. Destination could not be determined",
                            node.name()));
        }
        Flags flags = Flags.of(node, known);
        Word target = words.get(words.size() - 1);
        if (HeredocWord.of(target).isPresent()) {
            throw new InvalidInput(
                    target.span(), Message.of("{0} cannot accept a heredoc as a destination", node.name()));
        }
        List<Word> sources = new ArrayList<>(words.subList(0, words.size() - 1));
        sources.removeIf(word -> HeredocWord.of(word).isPresent());
        return new Instruction.Copy(
                node.name().equals("ADD"),
                flags.value("from"),
                flags.value("chown"),
                flags.value("chmod"),
                flags.isTrue("link"),
                sources,
                node.heredocs(),
                target,
                node.span());
    }

    private static Instruction shell(Node node) throws InvalidInput {
        Flags.of(node, NONE);
        List<Word> words = atLeastOne(node);
        if (!node.json()) {
            throw new InvalidInput(
                    node.span(),
                    Message.of("SHELL requires the arguments to be in JSON form"),
                    Message.of("Write SHELL [\"/bin/sh\", \"-c\"]."));
        }
        return new Instruction.Shell(words, node.span());
    }

    private static Instruction healthcheck(Node node) throws InvalidInput {
        List<Word> words = atLeastOne(node);
        String type = words.get(0).text().toUpperCase(Locale.ROOT);
        if (type.equals("NONE")) {
            if (words.size() > 1) {
                throw new InvalidInput(words.get(1).span(), Message.of("HEALTHCHECK NONE takes no arguments"));
            }
            return new Instruction.Healthcheck(Optional.empty(), node.span());
        }
        Flags flags = Flags.of(node, HEALTHCHECK);
        if (!type.equals("CMD")) {
            throw new InvalidInput(
                    words.get(0).span(), Message.of("Unknown type \"{0}\" in HEALTHCHECK (try CMD)", type));
        }
        if (words.size() == 1) {
            throw new InvalidInput(node.span(), Message.of("Missing command after HEALTHCHECK CMD"));
        }
        for (String name : List.of("interval", "timeout", "start-period", "start-interval")) {
            Optional<Word> duration = flags.value(name);
            if (duration.isPresent() && !isDuration(duration.get().text())) {
                throw new InvalidInput(
                        duration.get().span(),
                        Message.of(
                                "time: invalid duration \"{0}\"", duration.get().text()));
            }
            if (duration.isPresent() && isTooShort(duration.get().text())) {
                throw new InvalidInput(
                        duration.get().span(), Message.of("Interval \"{0}\" cannot be less than 1ms", name));
            }
        }
        Optional<Word> retries = flags.value("retries");
        if (retries.isPresent() && !retries.get().text().matches("\\+?[0-9]{1,9}")) {
            throw new InvalidInput(
                    retries.get().span(),
                    Message.of("--retries is no number: \"{0}\"", retries.get().text()));
        }
        List<Word> command = words.subList(1, words.size());
        return new Instruction.Healthcheck(
                Optional.of(Command.literal(texts(command), !node.json(), node.span())), node.span());
    }

    /** As Go's {@code time.ParseDuration}; the expression must not be let loose on a text without end. */
    private static boolean isDuration(String text) {
        return text.length() <= LONGEST_DURATION && text.matches(DURATION);
    }

    /** Below a millisecond, but not nothing. */
    private static boolean isTooShort(String duration) {
        double milliseconds = 0;
        Matcher parts = DURATION_PART.matcher(duration);
        while (parts.find()) {
            milliseconds += Double.parseDouble("0" + parts.group(1)) * MILLISECONDS.get(parts.group(2));
        }
        return milliseconds > 0 && (duration.startsWith("-") || milliseconds < 1);
    }

    private static Instruction onbuild(Node node) throws InvalidInput {
        Word trigger = atLeastOne(node).get(0);
        Flags.of(node, NONE);
        String name = trigger.text().toUpperCase(Locale.ROOT);
        if (name.equals("ONBUILD")) {
            throw new InvalidInput(trigger.span(), Message.of("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"));
        }
        if (name.equals("FROM") || name.equals("MAINTAINER")) {
            throw new InvalidInput(trigger.span(), Message.of("{0} isn't allowed as an ONBUILD trigger", name));
        }
        if (node.trigger().isEmpty()) {
            return new Instruction.Onbuild(
                    Optional.empty(), "the trigger cannot be read without the escape directive", node.span());
        }
        try {
            return new Instruction.Onbuild(Optional.of(parse(node.trigger().get())), "", node.span());
        } catch (InvalidInput later) {
            return new Instruction.Onbuild(Optional.empty(), later.getMessage(), node.span());
        }
    }

    private static List<Word> several(Node node) throws InvalidInput {
        List<Word> words = atLeastOne(node);
        Flags.of(node, NONE);
        return words;
    }

    private static List<Word> atLeastOne(Node node) throws InvalidInput {
        if (node.arguments().isEmpty()) {
            throw new InvalidInput(node.span(), Message.of("{0} requires at least one argument", node.name()));
        }
        return node.arguments();
    }

    private static Word only(Node node, boolean checkFlags) throws InvalidInput {
        if (node.arguments().size() != 1) {
            throw new InvalidInput(node.span(), Message.of("{0} requires exactly one argument", node.name()));
        }
        if (checkFlags) {
            Flags.of(node, NONE);
        }
        return node.arguments().get(0);
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
