package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Layer one: physical lines become logical ones. Parser directives, comments, continuations with comments and blank
 * lines inside, and here-documents follow BuildKit's {@code frontend/dockerfile/parser/parser.go} and
 * {@code directives.go}.
 */
final class Parser {
    /** Go's {@code bufio.MaxScanTokenSize}: BuildKit refuses a longer line. */
    private static final int LONGEST_LINE = 64 * 1024 - 1;

    private static final int MOST_BYTES_PER_CHAR = 3;

    private final SourceFile file;
    private final String text;
    private final Set<String> directives = new HashSet<>();
    private boolean directivesOver;
    private char escape = '\\';

    /** The physical line under the cursor, without its line break, and where the next one begins. */
    private int start;

    private int end;
    private int next;

    Parser(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The character that escapes and continues; known after {@link #parse()}. */
    char escape() {
        return escape;
    }

    /** All instructions of the file; at least one. */
    List<Node> parse() throws InvalidInput {
        if (text.isEmpty()) {
            throw new InvalidInput(file.start(), Message.of("the Dockerfile cannot be empty"));
        }
        List<Node> nodes = new ArrayList<>();
        while (advance()) {
            int first = skipSpace();
            directive(first);
            if (first < end && text.charAt(first) != '#') {
                nodes.add(instruction(first));
            }
        }
        if (nodes.isEmpty()) {
            throw new InvalidInput(file.start(), Message.of("file with no instructions"));
        }
        return nodes;
    }

    private Node instruction(int first) throws InvalidInput {
        LogicalLine.Builder lines = new LogicalLine.Builder(file);
        boolean open = append(lines, first);
        while (open && advance()) {
            int visible = skipSpace();
            if (visible < end && text.charAt(visible) != '#') {
                open = append(lines, start);
            }
        }
        LogicalLine line = lines.build();
        Node node = new LineParser(escape).node(line);
        if (!node.takesHeredocs() || !line.text().contains("<<")) {
            return node;
        }
        List<Heredoc> heredocs = heredocs(line);
        int last = end;
        return heredocs.isEmpty() ? node : node.with(heredocs, node.span().to(file.at(last)));
    }

    /** Adds the physical line; true if it ends with the escape character, so that the next one belongs to it. */
    private boolean append(LogicalLine.Builder lines, int from) {
        int last = end;
        while (last > from && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
            last--;
        }
        boolean continued =
                last > from && text.charAt(last - 1) == escape && (last - 1 == from || text.charAt(last - 2) != escape);
        lines.append(from, continued ? last - 1 : end);
        return continued;
    }

    private List<Heredoc> heredocs(LogicalLine line) throws InvalidInput {
        List<Heredoc> heredocs = new ArrayList<>();
        for (HeredocWord word : HeredocWord.in(line)) {
            int from = next;
            boolean terminated = false;
            while (!terminated && advance()) {
                int visible = start;
                while (word.chomp() && visible < end && text.charAt(visible) == '\t') {
                    visible++;
                }
                terminated = text.substring(visible, end).equals(word.name());
            }
            if (!terminated) {
                throw new InvalidInput(word.span(), Message.of("unterminated heredoc"));
            }
            Span span = file.between(from, start);
            heredocs.add(new Heredoc(word.name(), word.expand(), word.chomp(), text.substring(from, start), span));
        }
        return heredocs;
    }

    /** {@code # escape=`} and its like, which stand before anything else in the file. */
    private void directive(int first) throws InvalidInput {
        if (directivesOver) {
            return;
        }
        String line = text.substring(first, end);
        int equals = line.indexOf('=');
        String name =
                line.startsWith("#") && equals > 0 ? line.substring(1, equals).strip() : "";
        String value = line.substring(equals + 1).strip();
        String key = name.toLowerCase(Locale.ROOT);
        if (!Set.of("syntax", "escape", "check").contains(key) || value.isEmpty()) {
            directivesOver = true;
            return;
        }
        Span place = file.between(first, end);
        if (!directives.add(key)) {
            throw new InvalidInput(place, Message.of("only one {0} parser directive can be used", key));
        }
        if (key.equals("escape")) {
            if (!value.equals("\\") && !value.equals("`")) {
                throw new InvalidInput(place, Message.of("invalid escape token '{0}' does not match ` or \\", value));
            }
            escape = value.charAt(0);
        }
    }

    private boolean advance() throws InvalidInput {
        if (next >= text.length()) {
            return false;
        }
        start = next;
        int feed = text.indexOf('\n', start);
        next = feed < 0 ? text.length() : feed + 1;
        end = next;
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        if ((next - start) > LONGEST_LINE / MOST_BYTES_PER_CHAR
                && text.substring(start, next).getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE) {
            throw new InvalidInput(
                    file.at(start), Message.of("dockerfile line greater than max allowed size of {0}", LONGEST_LINE));
        }
        return true;
    }

    private int skipSpace() {
        int first = start;
        while (first < end && LogicalLine.isSpace(text.charAt(first))) {
            first++;
        }
        return first;
    }
}
