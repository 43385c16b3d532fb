package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.shell.Node.Assignment;
import io.github.rootfsmaven.shell.Node.Block;
import io.github.rootfsmaven.shell.Node.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads commands by the grammar of POSIX's shell, with what bash adds. What it cannot read it steps over. */
final class ShellParser {
    private static final int DEEPEST_BACKQUOTES = 8;
    private static final Set<String> DECLARING = Set.of("export", "readonly", "local", "declare", "typeset");
    private static final List<String> REDIRECTIONS =
            List.of("&>>", "<<-", "<<<", "&>", ">>", ">|", ">&", "<>", "<<", "<&", ">", "<");

    private final Cursor cursor;
    private final WordReader words;
    private final Compounds compounds;
    private final int backquotes;

    ShellParser(ScriptText text, int backquotes) {
        this.cursor = new Cursor(text);
        this.words = new WordReader(cursor, this);
        this.compounds = new Compounds(cursor, words, this);
        this.backquotes = backquotes;
    }

    Script script() {
        Block body = block(Set.of(), Set.of());
        return new Script(cursor.script(), body, cursor.isComplete());
    }

    /** The script in backquotes. */
    Script nested(ScriptText text) {
        if (backquotes >= DEEPEST_BACKQUOTES) {
            cursor.incomplete();
            return new Script(text, new Block(List.of()), false);
        }
        Script script = new ShellParser(text, backquotes + 1).script();
        if (!script.complete()) {
            cursor.incomplete();
        }
        return script;
    }

    /** What stands between parentheses, behind the opening one. */
    Block parenthesised() {
        Block body = block(Set.of(), Set.of(")"));
        if (cursor.here() == ')') {
            cursor.skip(1);
        } else {
            cursor.incomplete();
        }
        return body;
    }

    /**
     * Commands up to a reserved word or a token.
     *
     * @param ends reserved words that end it where a command may begin
     * @param token what else ends it; empty for nothing
     */
    Block block(Set<String> ends, Set<String> tokens) {
        List<Item> items = new ArrayList<>();
        if (cursor.enter()) {
            while (true) {
                skipSeparators(tokens);
                if (cursor.atEnd()
                        || ends.contains(reserved())
                        || tokens.stream().anyMatch(cursor::at)) {
                    break;
                }
                int before = cursor.place();
                Node node = chain();
                cursor.skipBlanks();
                boolean background = cursor.here() == '&' && cursor.ahead(1) != '&';
                items.add(new Item(node, background));
                if (cursor.place() == before) {
                    cursor.incomplete();
                    cursor.skip(1);
                }
            }
        }
        cursor.leave();
        return new Block(items);
    }

    private void skipSeparators(Set<String> tokens) {
        while (true) {
            cursor.skipBlanks();
            boolean ending = tokens.stream().anyMatch(cursor::at);
            if (cursor.here() == '\n' && !cursor.atEnd()) {
                cursor.newline();
            } else if ((cursor.here() == ';' || (cursor.here() == '&' && cursor.ahead(1) != '>')) && !ending) {
                cursor.skip(1);
            } else {
                return;
            }
        }
    }

    /** The plain word here, without stepping over it: a reserved word if it is one. */
    String reserved() {
        int length = 0;
        char c = cursor.here();
        if (c == '{' || c == '}' || c == '!') {
            length = 1;
        } else if (cursor.at("[[")) {
            length = 2;
        } else {
            while (length < 9 && cursor.ahead(length) >= 'a' && cursor.ahead(length) <= 'z') {
                length++;
            }
        }
        char behind = cursor.ahead(length);
        return behind == '\0' || " \t\n\r;&|<>()".indexOf(behind) >= 0 ? ahead(length) : "";
    }

    private String ahead(int length) {
        int from = cursor.place();
        cursor.skip(length);
        String text = cursor.since(from);
        cursor.move(from);
        return text;
    }

    private Node chain() {
        Node first = pipeline();
        List<Node.Link> links = new ArrayList<>();
        cursor.skipBlanks();
        while (cursor.at("&&") || cursor.at("||")) {
            boolean and = cursor.here() == '&';
            cursor.skip(2);
            skipLines();
            links.add(new Node.Link(and, pipeline()));
            cursor.skipBlanks();
        }
        return links.isEmpty() ? first : new Node.Chain(first, links);
    }

    private Node pipeline() {
        boolean negated = false;
        while (reserved().equals("!") || reserved().equals("time") || reserved().equals("coproc")) {
            negated ^= cursor.here() == '!';
            cursor.skip(reserved().length());
            cursor.skipBlanks();
        }
        List<Node> parts = new ArrayList<>(List.of(command()));
        cursor.skipBlanks();
        while (cursor.here() == '|' && cursor.ahead(1) != '|') {
            cursor.skip(cursor.ahead(1) == '&' ? 2 : 1);
            skipLines();
            parts.add(command());
            cursor.skipBlanks();
        }
        return parts.size() == 1 && !negated ? parts.get(0) : new Node.Pipeline(negated, parts);
    }

    /** Blanks and line breaks: a command goes on behind an operator. */
    void skipLines() {
        cursor.skipBlanks();
        while (cursor.here() == '\n' && !cursor.atEnd()) {
            cursor.newline();
            cursor.skipBlanks();
        }
    }

    Node command() {
        Optional<Node> compound = compounds.read();
        if (compound.isEmpty()) {
            return simple();
        }
        List<Redirection> redirections = new ArrayList<>();
        cursor.skipBlanks();
        while (redirection(redirections)) {
            cursor.skipBlanks();
        }
        Node node = compound.get();
        return redirections.isEmpty() || node instanceof Node.Function ? node : new Node.Redirected(node, redirections);
    }

    private Node simple() {
        List<Assignment> assignments = new ArrayList<>();
        List<Assignment> declared = new ArrayList<>();
        List<Word> all = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        cursor.skipBlanks();
        while (!cursor.atEnd() && !endsCommand()) {
            if (!redirection(redirections)) {
                boolean declaring = !all.isEmpty()
                        && all.get(0).literal().filter(DECLARING::contains).isPresent();
                Optional<Assignment> assignment = all.isEmpty() || declaring ? assignment() : Optional.empty();
                if (assignment.isPresent()) {
                    (declaring ? declared : assignments).add(assignment.get());
                } else {
                    int before = cursor.place();
                    Word word = words.word();
                    if (cursor.place() == before) {
                        break;
                    }
                    all.add(word);
                    if (all.size() == 1 && isFunction(word)) {
                        return compounds.function(word.literal().orElseThrow());
                    }
                }
            }
            cursor.skipBlanks();
        }
        return new Node.Simple(assignments, all, declared, redirections);
    }

    private boolean isFunction(Word name) {
        int from = cursor.place();
        cursor.skipBlanks();
        boolean function = cursor.here() == '(' && name.literal().isPresent();
        if (function) {
            cursor.skip(1);
            cursor.skipBlanks();
            function = cursor.here() == ')';
            cursor.skip(1);
        }
        if (!function) {
            cursor.move(from);
        }
        return function;
    }

    private boolean endsCommand() {
        char c = cursor.here();
        return c == '\n' || c == ';' || c == '|' || c == ')' || c == '(' || (c == '&' && cursor.ahead(1) != '>');
    }

    /** {@code name=…}, {@code name+=…} or {@code name[…]=…}; steps over nothing else. */
    private Optional<Assignment> assignment() {
        int from = cursor.place();
        if (!WordReader.isNameStart(cursor.here())) {
            return Optional.empty();
        }
        String name = words.name();
        boolean whole = true;
        if (cursor.here() == '[') {
            whole = false;
            while (!cursor.atEnd() && cursor.here() != ']' && cursor.here() != '\n' && cursor.here() != ' ') {
                cursor.skip(1);
            }
            cursor.skip(1);
        }
        if (cursor.here() == '+' && cursor.ahead(1) == '=') {
            whole = false;
            cursor.skip(1);
        }
        if (cursor.here() != '=') {
            cursor.move(from);
            return Optional.empty();
        }
        cursor.skip(1);
        if (cursor.here() == '(') {
            array();
            return Optional.of(new Assignment(name, Optional.empty(), false));
        }
        return Optional.of(new Assignment(name, Optional.of(words.word()), whole));
    }

    private void array() {
        cursor.skip(1);
        skipLines();
        while (!cursor.atEnd() && cursor.here() != ')') {
            int before = cursor.place();
            words.word();
            if (cursor.place() == before) {
                cursor.skip(1);
            }
            skipLines();
        }
        if (cursor.atEnd()) {
            cursor.incomplete();
        }
        cursor.skip(1);
    }

    /** A redirection, with the file descriptor in front of it. */
    private boolean redirection(List<Redirection> redirections) {
        int from = cursor.place();
        while (Character.isDigit(cursor.here())) {
            cursor.skip(1);
        }
        String descriptor = cursor.since(from);
        Optional<String> operator = REDIRECTIONS.stream()
                .filter(cursor::at)
                .findFirst()
                .filter(found -> descriptor.isEmpty() || !found.startsWith("&"));
        boolean process = (cursor.here() == '<' || cursor.here() == '>') && cursor.ahead(1) == '(';
        if (operator.isEmpty() || process) {
            cursor.move(from);
            return false;
        }
        cursor.skip(operator.get().length());
        cursor.skipBlanks();
        Word target = words.word();
        redirections.add(new Redirection(operator.get(), descriptor, target));
        if (operator.get().equals("<<") || operator.get().equals("<<-")) {
            cursor.expect(
                    target.literal().orElseGet(() -> target.written()),
                    operator.get().equals("<<-"));
        }
        return true;
    }
}
