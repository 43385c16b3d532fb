package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.shell.Node.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what begins with a reserved word or a parenthesis. */
final class Compounds {
    /** What a choice of {@code case} ends with; {@code ;;&} begins like the first. */
    private static final Set<String> CHOICE_ENDS = Set.of(";;", ";&");

    private final Cursor cursor;
    private final WordReader words;
    private final ShellParser commands;

    Compounds(Cursor cursor, WordReader words, ShellParser commands) {
        this.cursor = cursor;
        this.words = words;
        this.commands = commands;
    }

    /** The compound command here; empty, and nothing stepped over, if it is a simple one. */
    Optional<Node> read() {
        if (cursor.here() == '(') {
            int behind = cursor.ahead(1) == '(' ? cursor.behindArithmetic() : -1;
            if (behind >= 0) {
                cursor.move(behind);
                return Optional.of(new Node.Arithmetic());
            }
            cursor.skip(1);
            return Optional.of(new Node.Subshell(commands.parenthesised()));
        }
        String word = commands.reserved();
        return switch (word) {
            case "if", "while", "until", "for", "select", "case", "function", "{", "[[" -> {
                cursor.skip(word.length());
                yield Optional.of(compound(word));
            }
            default -> Optional.empty();
        };
    }

    private Node compound(String word) {
        return switch (word) {
            case "if" -> condition();
            case "while", "until" -> loop(word.equals("until"));
            case "for", "select" -> over();
            case "case" -> choice();
            case "function" -> named();
            case "{" -> group();
            default -> test();
        };
    }

    private Node condition() {
        List<Node.Branch> branches = new ArrayList<>();
        Optional<Block> otherwise = Optional.empty();
        do {
            Block condition = until("then");
            branches.add(new Node.Branch(condition, commands.block(Set.of("elif", "else", "fi"), Set.of())));
        } while (take("elif"));
        if (take("else")) {
            otherwise = Optional.of(commands.block(Set.of("fi"), Set.of()));
        }
        end("fi");
        return new Node.If(branches, otherwise);
    }

    private Node loop(boolean until) {
        Block condition = until("do");
        return new Node.Loop(condition, until, until("done"));
    }

    private Node over() {
        cursor.skipBlanks();
        if (cursor.at("((") && cursor.behindArithmetic() >= 0) {
            cursor.move(cursor.behindArithmetic());
            return new Node.For("", Optional.empty(), true, body());
        }
        String name = words.name();
        commands.skipLines();
        Optional<List<Word>> items = Optional.empty();
        if (take("in")) {
            List<Word> all = new ArrayList<>();
            cursor.skipBlanks();
            while (!cursor.atEnd() && "\n;&|<>()".indexOf(cursor.here()) < 0) {
                Word word = words.word();
                all.add(word);
                cursor.skip(word.from() == word.to() ? 1 : 0);
                cursor.skipBlanks();
            }
            items = Optional.of(all);
        }
        return new Node.For(name, items, false, body());
    }

    private Block body() {
        cursor.skipBlanks();
        if (cursor.here() == ';') {
            cursor.skip(1);
        }
        commands.skipLines();
        if (take("{")) {
            return until("}");
        }
        end("do");
        return until("done");
    }

    private Node choice() {
        cursor.skipBlanks();
        Word subject = words.word();
        commands.skipLines();
        end("in");
        List<Node.Choice> choices = new ArrayList<>();
        commands.skipLines();
        while (!cursor.atEnd() && !commands.reserved().equals("esac")) {
            int before = cursor.place();
            List<Word> patterns = patterns();
            Block body = commands.block(Set.of("esac"), CHOICE_ENDS);
            boolean next = cursor.at(";&");
            boolean on = cursor.at(";;&");
            cursor.skip(on ? 3 : cursor.at(";;") || next ? 2 : 0);
            choices.add(new Node.Choice(patterns, body, next, on));
            commands.skipLines();
            if (cursor.place() == before) {
                cursor.incomplete();
                cursor.skip(1);
            }
        }
        end("esac");
        return new Node.Case(subject, choices);
    }

    private List<Word> patterns() {
        List<Word> patterns = new ArrayList<>();
        cursor.skip(cursor.here() == '(' ? 1 : 0);
        do {
            cursor.skipBlanks();
            patterns.add(words.word());
            cursor.skipBlanks();
        } while (take('|'));
        if (!take(')')) {
            cursor.incomplete();
        }
        return patterns;
    }

    private Node named() {
        cursor.skipBlanks();
        String name = words.word().literal().orElse("");
        cursor.skipBlanks();
        if (cursor.here() == '(') {
            cursor.skip(1);
            cursor.skipBlanks();
            take(')');
        }
        return function(name);
    }

    /** The body of a function, behind its name and parentheses. */
    Node function(String name) {
        commands.skipLines();
        if (!cursor.enter()) {
            cursor.leave();
            return new Node.Function(name, new Block(List.of()));
        }
        Node body = commands.command();
        cursor.leave();
        return new Node.Function(name, body);
    }

    private Node group() {
        return until("}");
    }

    /** {@code [[ … ]]}, its operators as words. */
    private Node test() {
        List<Word> all = new ArrayList<>(List.of(operator(cursor.place() - 2)));
        commands.skipLines();
        boolean pattern = false;
        while (!cursor.atEnd()) {
            int before = cursor.place();
            Word word = pattern ? words.pattern() : words.word();
            if (cursor.place() == before) {
                boolean two = cursor.at("&&") || cursor.at("||");
                cursor.skip(two ? 2 : 1);
                word = operator(before);
            }
            all.add(word);
            pattern = word.is("=~");
            if (word.is("]]")) {
                return new Node.Simple(List.of(), all, List.of(), List.of());
            }
            commands.skipLines();
        }
        cursor.incomplete();
        return new Node.Simple(List.of(), all, List.of(), List.of());
    }

    private Word operator(int from) {
        ScriptText script = cursor.script();
        Part literal = new Part.Literal(script.text(from, cursor.place()), false);
        return new Word(List.of(literal), script, from, cursor.place());
    }

    private Block until(String word) {
        Block block = commands.block(Set.of(word), Set.of());
        end(word);
        return block;
    }

    private void end(String word) {
        commands.skipLines();
        if (!take(word)) {
            cursor.incomplete();
        }
    }

    private boolean take(String word) {
        boolean there = commands.reserved().equals(word);
        cursor.skip(there ? word.length() : 0);
        return there;
    }

    private boolean take(char c) {
        boolean there = cursor.here() == c && !cursor.atEnd();
        cursor.skip(there ? 1 : 0);
        return there;
    }
}
