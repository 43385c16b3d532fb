package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.shell.Call.Field;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the words behind {@code docker run} apart as pflag does (spf13/pflag: flag.go, parseArgs): {@code --flag=value},
 * {@code --flag value}, {@code -it}, {@code -vVALUE}; a switch takes a value only behind an equals sign; flags end at the
 * first word that is none, for docker/cli sets {@code SetInterspersed(false)}.
 */
final class Arguments {
    /** What people call a variable that holds options. */
    private static final Pattern OPTIONS = Pattern.compile(
            "(?i).*(?:opts?|options?|args?|flags?|params?|switches)\\W*|(?:.*[^a-z])?(?:opts?|args?|mounts?"
                    + "|volumes?|envs?|ports?|tty|caps?|publish|extra|network)(?:[^a-z].*)?");

    private static final Pattern IMAGE = Pattern.compile("(?i).*(?:image|img|repo|registry|tag).*");

    private final List<Field> words;
    private final List<Flag> flags = new ArrayList<>();
    private final List<Field> unknown = new ArrayList<>();
    private Optional<Field> image = Optional.empty();
    private List<Field> command = List.of();
    private Optional<Field> stranger = Optional.empty();
    private int at;

    /** A flag by its long name. */
    record Flag(String name, Text value, Span span) {
        boolean isUnknown() {
            return value.value().indexOf(Text.UNRESOLVED) >= 0;
        }
    }

    private Arguments(List<Field> words) {
        this.words = words;
    }

    static Arguments of(List<Field> words) {
        Arguments arguments = new Arguments(words);
        arguments.read();
        return arguments;
    }

    /** The flags in their order. */
    List<Flag> flags() {
        return flags;
    }

    /** Words that may hold any options. */
    List<Field> unknown() {
        return unknown;
    }

    /** The image; empty where it is unknown which word that is. */
    Optional<Field> image() {
        return image;
    }

    /** What follows the image. */
    List<Field> command() {
        return command;
    }

    /** A flag that docker does not have, behind which nothing can be read. */
    Optional<Field> stranger() {
        return stranger;
    }

    private void read() {
        while (at < words.size() && image.isEmpty() && stranger.isEmpty()) {
            Field word = words.get(at);
            if (word.value().equals("--")) {
                image(at + 1);
                return;
            } else if (mayBeOptions(word)) {
                unknown.add(word);
                at++;
            } else if (word.value().startsWith("--")) {
                longFlag(word);
            } else if (word.value().startsWith("-") && word.value().length() > 1) {
                shortFlags(word);
            } else {
                image(at);
            }
        }
    }

    /** Behind something that may be anything, the image itself for one, nobody knows which word that is. */
    private void image(int place) {
        boolean clear = unknown.stream().allMatch(Arguments::isCalledOptions);
        if (!clear) {
            at = words.size();
        } else if (place < words.size()) {
            image = Optional.of(words.get(place));
            command = words.subList(place + 1, words.size());
        }
    }

    /**
     * Something unknown that is all of a word may be options, an image, or both. Its name tells, or what stands behind it:
     * an image stands last or before its command, options stand before a flag that docker has.
     */
    private boolean mayBeOptions(Field word) {
        boolean nothingElse = word.value().chars().allMatch(c -> c == Text.UNRESOLVED);
        if (!nothingElse || word.value().isEmpty()) {
            return false;
        }
        if (isCalledOptions(word)) {
            return true;
        }
        if (IMAGE.matcher(word.text().shown()).matches() || at == words.size() - 1) {
            return false;
        }
        String behind = words.get(at + 1).value();
        return behind.startsWith("-") ? isFlag(behind) : word.open();
    }

    private static boolean isCalledOptions(Field word) {
        String written = word.text().shown();
        boolean all = written.contains("[@]") || written.contains("[*]") || written.matches("\\$[@*]");
        return all || OPTIONS.matcher(written).matches();
    }

    private static boolean isFlag(String word) {
        if (word.startsWith("--")) {
            return RunFlags.isKnown(word.substring(2).split("=", 2)[0]);
        }
        return word.length() > 1 && RunFlags.ofLetter(word.charAt(1)).isPresent();
    }

    private void longFlag(Field word) {
        int equals = word.value().indexOf('=');
        String name = word.value().substring(2, equals < 0 ? word.value().length() : equals);
        if (!RunFlags.isKnown(name)) {
            stranger = Optional.of(word);
        } else if (equals >= 0) {
            add(name, word.text().substring(equals + 1), word.span());
        } else {
            valueOf(name, word);
        }
        at++;
    }

    /** In {@code -it} each letter is a flag; the first that takes a value takes the rest. */
    private void shortFlags(Field word) {
        String value = word.value();
        for (int i = 1; i < value.length(); i++) {
            Optional<String> name = RunFlags.ofLetter(value.charAt(i));
            if (name.isEmpty()) {
                stranger = Optional.of(word);
                return;
            }
            boolean equals = i + 1 < value.length() && value.charAt(i + 1) == '=';
            boolean rest = i + 1 < value.length() && !RunFlags.isSwitch(name.get());
            if (equals || rest) {
                add(name.get(), word.text().substring(i + (equals ? 2 : 1)), word.span());
                break;
            }
            if (!valueOf(name.get(), word)) {
                return;
            }
        }
        at++;
    }

    /** What a flag without an equals sign is set to: true, or the next word. */
    private boolean valueOf(String name, Field word) {
        if (RunFlags.isSwitch(name)) {
            add(name, Text.literal("true"), word.span());
            return true;
        }
        if (at + 1 >= words.size()) {
            stranger = Optional.of(word);
            return false;
        }
        at++;
        add(name, words.get(at).text(), word.span().to(words.get(at).span()));
        return true;
    }

    private void add(String name, Text value, Span span) {
        flags.add(new Flag(name, value, span));
    }
}
