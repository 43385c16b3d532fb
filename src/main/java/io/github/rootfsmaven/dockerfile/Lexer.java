package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes quotes and escapes away from a word and replaces its variables, as BuildKit's {@code frontend/dockerfile/shell}
 * does: {@code $x}, <code>${x}</code> and the modifiers {@code - + ? # % /}. A variable that is not known stays
 * {@link Text#UNRESOLVED}, and so does everything that depends on it.
 */
final class Lexer {
    private static final char END = '\uFFFF';

    /** Expressions nested deeper than this are an attack on the stack, not a Dockerfile. */
    private static final int DEEPEST = 100;

    /** No path is longer on Linux ({@code PATH_MAX}); it keeps variables that double each other from exploding, too. */
    private static final int LONGEST_VALUE = 4096;

    private final Word word;
    private final String source;
    private final char escape;
    private final Variables variables;
    private int pos;
    private int depth;

    private Lexer(Word word, char escape, Variables variables) {
        this.word = word;
        this.source = word.text();
        this.escape = escape;
        this.variables = variables;
    }

    /** A part of a line: the word that begins at one index and ends before the other. */
    record Stretch(int from, int to) {}

    /** What the word means under these variables. */
    static Text expand(Word word, char escape, Variables variables) throws InvalidInput {
        return new Lexer(word, escape, variables).until(END, false);
    }

    /** The words that a shell would see in a line, quotes and all. */
    static List<Stretch> split(Word line, char escape) throws InvalidInput {
        Lexer lexer = new Lexer(line, escape, Variables.unknown());
        List<Stretch> words = new ArrayList<>();
        int from = -1;
        while (lexer.peek() != END) {
            boolean space = LogicalLine.isSpace(lexer.peek());
            if (space && from >= 0) {
                words.add(new Stretch(from, lexer.pos));
                from = -1;
            } else if (!space && from < 0) {
                from = lexer.pos;
            }
            lexer.step(new ArrayList<>(), false);
        }
        if (from >= 0) {
            words.add(new Stretch(from, lexer.pos));
        }
        return words;
    }

    /** Everything up to the character that stops, which is taken too. */
    private Text until(char stop, boolean rawEscapes) throws InvalidInput {
        List<Text> parts = new ArrayList<>();
        int literal = pos;
        while (peek() != END) {
            char c = peek();
            if (c == stop) {
                parts.add(Text.literal(source.substring(literal, pos)));
                pos++;
                return Text.join(parts);
            }
            if (c == '$' || c == '\'' || c == '"' || c == escape) {
                parts.add(Text.literal(source.substring(literal, pos)));
                step(parts, rawEscapes);
                literal = pos;
            } else {
                pos++;
            }
        }
        if (stop != END) {
            throw missing(stop);
        }
        parts.add(Text.literal(source.substring(literal, pos)));
        return Text.join(parts);
    }

    /** The same inside braces, where a quote that is not closed counts as a brace that is not closed. */
    private Text inside(char stop, boolean rawEscapes) throws InvalidInput {
        try {
            return until(stop, rawEscapes);
        } catch (InvalidInput error) {
            throw peek() == END ? missing(stop) : error;
        }
    }

    private InvalidInput missing(char stop) {
        return error(
                stop == '}' ? Message.of("syntax error: missing '}'") : Message.of("syntax error: missing '/' in ${}"));
    }

    /** Takes one character, or the quotes or expression that it begins. */
    private void step(List<Text> parts, boolean rawEscapes) throws InvalidInput {
        char c = peek();
        if (c == '$') {
            parts.add(dollar());
        } else if (c == '\'') {
            parts.add(singleQuoted());
        } else if (c == '"') {
            doubleQuoted(parts, rawEscapes);
        } else if (c == escape) {
            pos++;
            int from = rawEscapes ? pos - 1 : pos;
            pos = Math.min(pos + 1, source.length());
            parts.add(Text.literal(source.substring(from, pos)));
        } else {
            pos++;
            if (c == '<' && peek() == '<') {
                pos++;
                while (peek() == ' ' || peek() == '\t' || peek() == '\r') {
                    pos++;
                }
            }
        }
    }

    private Text singleQuoted() throws InvalidInput {
        int close = source.indexOf('\'', pos + 1);
        if (close < 0) {
            pos = source.length();
            throw error(Message.of("unexpected end of statement while looking for matching single-quote"));
        }
        Text inside = Text.literal(source.substring(pos + 1, close));
        pos = close + 1;
        return inside;
    }

    private void doubleQuoted(List<Text> parts, boolean rawEscapes) throws InvalidInput {
        pos++;
        StringBuilder literal = new StringBuilder();
        while (peek() != '"') {
            char c = peek();
            if (c == END) {
                throw error(Message.of("unexpected end of statement while looking for matching double-quote"));
            }
            if (c == '$') {
                parts.add(Text.literal(literal.toString()));
                literal.setLength(0);
                parts.add(dollar());
                continue;
            }
            pos++;
            boolean escaping = c == escape && (peek() == '"' || peek() == '$' || peek() == escape);
            if (!escaping && !(c == escape && peek() == END)) {
                literal.append(c);
            }
            if (escaping) {
                literal.append(rawEscapes ? String.valueOf(c) : "").append(peek());
                pos++;
            }
        }
        pos++;
        parts.add(Text.literal(literal.toString()));
    }

    private Text dollar() throws InvalidInput {
        int from = pos++;
        if (peek() != '{') {
            String name = name();
            return name.isEmpty() ? Text.literal("$") : value(name, source.substring(from, pos));
        }
        pos++;
        if (++depth > DEEPEST) {
            throw error(Message.of("variable expressions are nested too deeply"));
        }
        Text value = braces(from);
        depth--;
        return value;
    }

    private Text braces(int from) throws InvalidInput {
        switch (peek()) {
            case END -> throw error(Message.of("syntax error: missing '}'"));
            case '{', '}', ':' -> throw error(Message.of("syntax error: bad substitution"));
            default -> {}
        }
        String name = name();
        char modifier = take();
        boolean emptyIsUnset = modifier == ':';
        if (emptyIsUnset) {
            modifier = take();
        }
        if (modifier == '}' && !emptyIsUnset) {
            return value(name, source.substring(from, pos));
        }
        if (modifier == END) {
            throw error(Message.of("syntax error: missing '}'"));
        }
        if ((emptyIsUnset ? "+-?" : "+-?#%/").indexOf(modifier) < 0) {
            throw error(Message.of("unsupported modifier ({0}{1}) in substitution", emptyIsUnset ? ":" : "", modifier));
        }
        if (modifier == '#' || modifier == '%' || modifier == '/') {
            return pattern(name, modifier, from);
        }
        Text alternative = inside('}', false);
        Optional<Text> value = variables.get(name);
        String expression = source.substring(from, pos);
        if (value.filter(Lexer::entirelyUnknown).isPresent()) {
            return Text.unresolved(name, expression);
        }
        boolean set = value.isPresent() && !(emptyIsUnset && value.get().value().isEmpty());
        return switch (modifier) {
            case '-' -> shownAs(expression, name, set ? value.get() : alternative);
            case '+' -> shownAs(expression, name, set ? alternative : Text.literal(""));
            default -> {
                if (!set) {
                    throw error(Message.of("{0}: {1}", name, missing(alternative, value.isPresent())));
                }
                yield shownAs(expression, name, value.get());
            }
        };
    }

    private static String missing(Text message, boolean set) {
        return message.value().isEmpty() ? "is not allowed to be " + (set ? "empty" : "unset") : message.shown();
    }

    /** <code>${x#p}</code>, <code>${x%p}</code> and <code>${x/p/r}</code>: cut or replaced by a shell pattern. */
    private Text pattern(String name, char modifier, int from) throws InvalidInput {
        boolean twice = peek() == modifier;
        if (twice) {
            pos++;
        }
        Text pattern = inside(modifier == '/' ? '/' : '}', true);
        Text replacement = modifier == '/' ? inside('}', true) : Text.literal("");
        String expression = source.substring(from, pos);
        Text value = variables.get(name).orElse(Text.literal(""));
        if (unknown(value) || unknown(pattern) || unknown(replacement)) {
            return Text.unresolved(name, expression);
        }
        Optional<ShellPattern> shell = ShellPattern.of(pattern.value());
        if (shell.isEmpty()) {
            throw error(Message.of("invalid pattern ({0}) in substitution", pattern.shown()));
        }
        Optional<String> result = switch (modifier) {
            case '#' -> shell.get().withoutPrefix(value.value(), twice);
            case '%' -> shell.get().withoutSuffix(value.value(), twice);
            default -> shell.get().replaced(value.value(), replacement.value(), twice);
        };
        return result.map(text -> shownAs(expression, name, Text.literal(text)))
                .orElse(Text.unresolved(name, expression));
    }

    private Text value(String name, String expression) {
        return shownAs(expression, name, variables.get(name).orElse(Text.literal("")));
    }

    private Text shownAs(String expression, String name, Text value) {
        int length = value.value().length();
        boolean hopeless = entirelyUnknown(value) || length > LONGEST_VALUE || !variables.afford(length);
        return hopeless ? Text.unresolved(name, expression) : Text.resolved(value.value(), expression);
    }

    private static boolean unknown(Text value) {
        return value.value().indexOf(Text.UNRESOLVED) >= 0;
    }

    /** Whether it may even be empty. */
    private static boolean entirelyUnknown(Text value) {
        return !value.value().isEmpty() && value.value().chars().allMatch(c -> c == Text.UNRESOLVED);
    }

    private String name() {
        int from = pos;
        if (isDigit(peek())) {
            while (isDigit(peek())) {
                pos++;
            }
        } else if ("@*#?-$!".indexOf(peek()) >= 0) {
            pos++;
        } else {
            while (peek() != END && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
                pos++;
            }
        }
        return source.substring(from, pos);
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c);
    }

    private char peek() {
        return pos < source.length() ? source.charAt(pos) : END;
    }

    private char take() {
        char c = peek();
        pos = Math.min(pos + 1, source.length());
        return c;
    }

    private InvalidInput error(Message message) {
        return new InvalidInput(word.span(), Message.of("failed to process \"{0}\": {1}", source, message));
    }
}
