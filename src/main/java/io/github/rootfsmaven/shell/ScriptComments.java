package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a shell script (POSIX.1-2017, Shell Command Language, 2.3 rule 9: a {@code #} that begins a word,
 * outside of quotes and here-documents).
 */
public final class ScriptComments {
    private static final Pattern HEREDOC = Pattern.compile("<<(-?)[ \\t]*(['\"]?)([A-Za-z_][A-Za-z0-9_]*)\\2");

    private final SourceFile file;
    private final String text;
    private final List<Span> comments = new ArrayList<>();
    private final List<Matcher> heredocs = new ArrayList<>();
    private int at;

    private ScriptComments(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** Each comment from its {@code #} to the end of its line, in order. */
    public static List<Span> of(SourceFile file) {
        ScriptComments reader = new ScriptComments(file);
        while (reader.at < reader.text.length()) {
            reader.step();
        }
        return reader.comments;
    }

    private void step() {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> at += 2;
            case '\'' -> at = behind(text.indexOf('\'', at + 1));
            case '"' -> quoted();
            case '#' -> comment();
            case '<' -> heredoc();
            case '\n' -> {
                at++;
                heredocs.forEach(this::skip);
                heredocs.clear();
            }
            default -> at++;
        }
    }

    private void quoted() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void comment() {
        boolean begins = at == 0 || " \t\r\n;&|()".indexOf(text.charAt(at - 1)) >= 0;
        if (!begins) {
            at++;
            return;
        }
        int end = lineEnd();
        comments.add(file.between(at, end > at && text.charAt(end - 1) == '\r' ? end - 1 : end));
        at = end;
    }

    private void heredoc() {
        Matcher word = HEREDOC.matcher(text).region(at, text.length());
        if (text.startsWith("<<<", at)) {
            at += 3;
        } else if (word.lookingAt()) {
            heredocs.add(word);
            at = word.end();
        } else {
            at++;
        }
    }

    private void skip(Matcher document) {
        boolean over = false;
        while (!over && at < text.length()) {
            int end = lineEnd();
            String line = text.substring(at, end).replaceFirst("\r$", "");
            over = (document.group(1).isEmpty() ? line : line.replaceFirst("^\t+", "")).equals(document.group(3));
            at = Math.min(end + 1, text.length());
        }
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** The place behind a closing quote; the file's end if there is none. */
    private int behind(int quote) {
        return quote < 0 ? text.length() : quote + 1;
    }
}
