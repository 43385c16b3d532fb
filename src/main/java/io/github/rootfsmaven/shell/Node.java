package io.github.rootfsmaven.shell;

import java.util.List;
import java.util.Optional;

/** A command of the shell's grammar. */
sealed interface Node {

    /** {@code name=value}, {@code name+=value} or an array. */
    record Assignment(String name, Optional<Word> value, boolean whole) {}

    /**
     * A program or builtin with its words.
     *
     * @param assignments those in front of it
     * @param words the program and its arguments; may be empty
     * @param declared the assignments among the arguments of {@code export}, {@code local} and their like
     */
    record Simple(
            List<Assignment> assignments, List<Word> words, List<Assignment> declared, List<Redirection> redirections)
            implements Node {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            declared = List.copyOf(declared);
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code a | b}, also of one command; {@code ! a}. */
    record Pipeline(boolean negated, List<Node> parts) implements Node {
        public Pipeline {
            parts = List.copyOf(parts);
        }
    }

    /** {@code a && b || c}. */
    record Chain(Node first, List<Link> links) implements Node {
        public Chain {
            links = List.copyOf(links);
        }
    }

    /** What follows in a chain, and whether behind {@code &&}. */
    record Link(boolean and, Node node) {}

    /** Commands one after the other. */
    record Block(List<Item> items) implements Node {
        public Block {
            items = List.copyOf(items);
        }
    }

    /** A command of a block, and whether {@code &} sends it into the background. */
    record Item(Node node, boolean background) {}

    /** {@code if}, {@code elif}, {@code else}. */
    record If(List<Branch> branches, Optional<Block> otherwise) implements Node {
        public If {
            branches = List.copyOf(branches);
        }
    }

    /** A condition and what it leads to. */
    record Branch(Block condition, Block body) {}

    /** {@code while} and {@code until}. */
    record Loop(Block condition, boolean until, Block body) implements Node {}

    /** {@code for} and {@code select}; {@code items} is empty where it goes over the arguments or counts. */
    record For(String name, Optional<List<Word>> items, boolean counting, Block body) implements Node {}

    /** {@code case}. */
    record Case(Word subject, List<Choice> choices) implements Node {
        public Case {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The patterns of a case and what they lead to.
     *
     * @param next whether what the next patterns lead to follows without a look at them: {@code ;&}
     * @param on whether the next patterns are looked at, too: {@code ;;&}
     */
    record Choice(List<Word> patterns, Block body, boolean next, boolean on) {
        public Choice {
            patterns = List.copyOf(patterns);
        }
    }

    /** A function's definition. */
    record Function(String name, Node body) implements Node {}

    /** {@code ( … )}. */
    record Subshell(Block body) implements Node {}

    /** {@code (( … ))}, of which we do not know whether it succeeds. */
    record Arithmetic() implements Node {}

    /** A compound command with redirections of its own. */
    record Redirected(Node node, List<Redirection> redirections) implements Node {
        public Redirected {
            redirections = List.copyOf(redirections);
        }
    }
}
