package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a logical line into keyword, flags and arguments, each instruction by the rule that BuildKit has for it in
 * {@code frontend/dockerfile/parser/line_parsers.go} and {@code split_command.go}.
 */
final class LineParser {
    private static final char USUAL_ESCAPE = '\\';

    private final char escape;

    LineParser(char escape) {
        this.escape = escape;
    }

    Node node(LogicalLine whole) throws InvalidInput {
        LogicalLine line = whole.strip();
        int end = 0;
        while (end < line.length() && !LogicalLine.isBlank(line.at(end))) {
            end++;
        }
        Word keyword = line.word(0, end);
        List<Word> flags = new ArrayList<>();
        LogicalLine behind = line.slice(end, line.length());
        LogicalLine rest = behind.slice(flags(behind, flags), behind.length()).strip();
        Node bare = new Node(keyword, flags, List.of(), false, Optional.empty(), List.of(), line.span());
        return switch (bare.name()) {
            case "ADD", "COPY", "VOLUME" -> json(bare, rest, blankSeparated(rest));
            case "CMD", "ENTRYPOINT", "RUN", "SHELL" -> json(bare, rest, whole(rest));
            case "ARG" -> with(bare, words(rest), false);
            case "ENV", "LABEL" -> with(bare, namesAndValues(bare, rest), false);
            case "EXPOSE", "FROM" -> with(bare, blankSeparated(rest), false);
            case "HEALTHCHECK" -> healthcheck(bare, rest);
            case "MAINTAINER", "STOPSIGNAL", "USER", "WORKDIR" -> with(bare, whole(rest), false);
            case "ONBUILD" -> onbuild(bare, rest);
            default -> bare;
        };
    }

    private static Node with(Node bare, List<Word> arguments, boolean json) {
        return new Node(bare.keyword(), bare.flags(), arguments, json, bare.trigger(), bare.heredocs(), bare.span());
    }

    private static Node json(Node bare, LogicalLine rest, List<Word> otherwise) throws InvalidInput {
        Optional<List<Word>> elements = JsonArray.parse(rest);
        return with(bare, elements.orElse(otherwise), elements.isPresent());
    }

    private static Node healthcheck(Node bare, LogicalLine rest) throws InvalidInput {
        int end = 0;
        while (end < rest.length() && !rest.spaceAt(end)) {
            end++;
        }
        if (end == 0) {
            return bare;
        }
        LogicalLine command = rest.slice(end, rest.length()).strip();
        Node parsed = json(bare, command, whole(command));
        List<Word> arguments = new ArrayList<>();
        arguments.add(rest.word(0, end));
        arguments.addAll(parsed.arguments());
        return with(bare, arguments, parsed.json());
    }

    private Node onbuild(Node bare, LogicalLine rest) throws InvalidInput {
        if (rest.length() == 0) {
            return bare;
        }
        // What follows ONBUILD ONBUILD is refused later, so there is no need to follow it down.
        boolean chained = rest.text().matches("(?is)onbuild([\\t\\x0B\\f\\r ].*)?");
        Node here = chained
                ? new Node(rest.word(), List.of(), List.of(), false, Optional.empty(), List.of(), rest.span())
                : node(rest);
        return new Node(
                bare.keyword(),
                bare.flags(),
                List.of(chained ? rest.word(0, "ONBUILD".length()) : here.keyword()),
                false,
                chained || escape == USUAL_ESCAPE ? Optional.of(here) : readAnew(rest),
                List.of(),
                bare.span());
    }

    /** Where a trigger is carried out it is read anew, without the parser directives of the file that it comes from. */
    private static Optional<Node> readAnew(LogicalLine trigger) {
        try {
            return Optional.of(new LineParser(USUAL_ESCAPE).node(trigger));
        } catch (InvalidInput onlyThen) {
            return Optional.empty();
        }
    }

    private static List<Word> whole(LogicalLine rest) {
        return rest.length() == 0 ? List.of() : List.of(rest.word());
    }

    private static List<Word> blankSeparated(LogicalLine rest) {
        List<Word> words = new ArrayList<>();
        int pos = 0;
        while (pos < rest.length()) {
            int from = pos;
            while (pos < rest.length() && !LogicalLine.isBlank(rest.at(pos))) {
                pos++;
            }
            words.add(rest.word(from, pos));
            while (pos < rest.length() && LogicalLine.isBlank(rest.at(pos))) {
                pos++;
            }
        }
        return words;
    }

    private List<Word> words(LogicalLine rest) {
        return stretches(rest).stream()
                .map(stretch -> rest.word(stretch.from(), stretch.to()))
                .toList();
    }

    /** Where words stand, quotes and all; blanks inside quotes and escaped ones do not separate. */
    private List<Lexer.Stretch> stretches(LogicalLine rest) {
        List<Lexer.Stretch> words = new ArrayList<>();
        int pos = 0;
        while (pos < rest.length()) {
            if (rest.spaceAt(pos)) {
                pos++;
                continue;
            }
            int from = pos;
            char quote = 0;
            while (pos < rest.length() && (quote != 0 || !rest.spaceAt(pos))) {
                char c = rest.at(pos);
                if (quote == 0 && (c == '\'' || c == '"')) {
                    quote = c;
                } else if (c == quote) {
                    quote = 0;
                } else if (c == escape && quote != '\'') {
                    pos++;
                }
                pos++;
            }
            // An escape character that is the very last one escapes nothing and is dropped.
            int to = pos > rest.length() ? rest.length() - 1 : pos;
            pos = Math.min(pos, rest.length());
            if (to > from) {
                words.add(new Lexer.Stretch(from, to));
            }
        }
        return words;
    }

    /** {@code NAME=value NAME=value} or the old {@code NAME the rest of the line}. */
    private List<Word> namesAndValues(Node node, LogicalLine rest) throws InvalidInput {
        List<Lexer.Stretch> words = stretches(rest);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Word> pairs = new ArrayList<>();
        for (Lexer.Stretch word : words) {
            String text = rest.text().substring(word.from(), word.to());
            int equals = text.indexOf('=');
            if (equals < 0 && pairs.isEmpty()) {
                return nameAndRest(node, rest);
            }
            if (equals < 0) {
                throw new InvalidInput(
                        rest.span(word.from(), word.to()),
                        Message.of("Syntax error - can't find = in \"{0}\". Must be of the form: name=value", text));
            }
            pairs.add(rest.word(word.from(), word.from() + equals));
            pairs.add(rest.word(word.from() + equals + 1, word.to()));
        }
        return pairs;
    }

    private static List<Word> nameAndRest(Node node, LogicalLine rest) throws InvalidInput {
        int end = 0;
        while (end < rest.length() && !LogicalLine.isBlank(rest.at(end))) {
            end++;
        }
        int value = end;
        while (value < rest.length() && LogicalLine.isBlank(rest.at(value))) {
            value++;
        }
        if (value == end) {
            throw new InvalidInput(node.span(), Message.of("{0} must have two arguments", node.name()));
        }
        return List.of(rest.word(0, end), rest.word(value, rest.length()));
    }

    /** Collects the leading {@code --flags}, quotes and escapes taken away; returns where the arguments begin. */
    private int flags(LogicalLine line, List<Word> flags) {
        int pos = 0;
        while (pos < line.length()) {
            if (line.spaceAt(pos)) {
                pos++;
                continue;
            }
            if (!line.text().startsWith("--", pos)) {
                return pos;
            }
            int from = pos;
            char quote = 0;
            StringBuilder flag = new StringBuilder();
            while (pos < line.length() && (quote != 0 || !line.spaceAt(pos))) {
                char c = line.at(pos++);
                if (quote == 0 && (c == '\'' || c == '"')) {
                    quote = c;
                } else if (c == quote) {
                    quote = 0;
                } else if (c != escape) {
                    flag.append(c);
                } else if (pos < line.length()) {
                    flag.append(line.at(pos++));
                }
            }
            if (flag.toString().equals("--")) {
                return pos;
            }
            flags.add(new Word(flag.toString(), line.span(from, pos)));
        }
        return pos;
    }
}
