package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.Optional;

/** A part of a word. What is quoted is neither split into fields nor taken for a pattern. */
sealed interface Part {

    /** Whether it stands in quotes. */
    boolean quoted();

    /** Characters that mean themselves. */
    record Literal(Text text, boolean quoted) implements Part {}

    /**
     * A parameter: {@code $x}, {@code ${x:-word}}.
     *
     * @param operator such as {@code :-} or {@code %}; {@code #x} for the length; empty for the plain value
     * @param operand the word behind the operator
     * @param written as it stands in the script
     */
    record Parameter(String name, String operator, Optional<Word> operand, boolean quoted, String written)
            implements Part {}

    /** What a command prints: {@code $(…)} or backquotes. */
    record Output(Node.Block script, boolean quoted, String written) implements Part {}

    /** Something whose value we do not work out, such as arithmetic. */
    record Unread(boolean quoted, String written) implements Part {}
}
