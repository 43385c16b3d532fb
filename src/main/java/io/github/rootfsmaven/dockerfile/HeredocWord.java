package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A word such as {@code <<-"EOF"} that announces a here-document. What counts as one is BuildKit's
 * {@code heredocsFromLine} in {@code frontend/dockerfile/parser/parser.go}: it splits the line like a shell whose escape
 * character is always the backslash, and a line that cannot be split has none.
 *
 * @param name the delimiter without quotes
 */
record HeredocWord(String name, boolean expand, boolean chomp, Span span) {
    private static final char SHELL_ESCAPE = '\\';

    static List<HeredocWord> in(LogicalLine line) {
        List<HeredocWord> found = new ArrayList<>();
        try {
            for (Lexer.Stretch word : Lexer.split(line.word(), SHELL_ESCAPE)) {
                of(line.word(word.from(), word.to())).ifPresent(found::add);
            }
        } catch (InvalidInput noWords) {
            return List.of();
        }
        return found;
    }

    /** The announcement that a whole word is, if it is one. */
    static Optional<HeredocWord> of(Word word) {
        String text = word.text();
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (!text.startsWith("<<", digits)) {
            return Optional.empty();
        }
        String rest = text.substring(digits + 2);
        boolean chomp = rest.startsWith("-");
        String delimiter = (chomp ? rest.substring(1) : rest).stripLeading();
        if (delimiter.isEmpty() || delimiter.indexOf('<') >= 0) {
            return Optional.empty();
        }
        try {
            Word alone = new Word(delimiter, word.span());
            if (Lexer.split(alone, SHELL_ESCAPE).size() != 1) {
                return Optional.empty();
            }
            String name = Lexer.expand(alone, SHELL_ESCAPE, Variables.unknown()).shown();
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HeredocWord(name, quotes(name) == quotes(delimiter), chomp, word.span()));
        } catch (InvalidInput noWord) {
            return Optional.empty();
        }
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '\'' || c == '"').count();
    }
}
