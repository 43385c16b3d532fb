package io.github.rootfsmaven.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A place in a script, with what all readers of it share. */
final class Cursor {
    /** Deeper than anybody writes, and far from the end of the stack. */
    private static final int DEEPEST = 120;

    private final ScriptText script;
    private final String text;
    private final int[] closing;
    private final List<HereDocument> pending = new ArrayList<>();
    private int place;
    private int depth;
    private boolean complete = true;

    /** A here-document whose lines are still to come. */
    private record HereDocument(String end, boolean tabs) {}

    Cursor(ScriptText script) {
        this.script = script;
        this.text = script.value();
        this.closing = closing(text);
    }

    ScriptText script() {
        return script;
    }

    int place() {
        return place;
    }

    void move(int to) {
        place = Math.min(to, text.length());
    }

    void skip(int characters) {
        move(place + characters);
    }

    boolean atEnd() {
        return place >= text.length();
    }

    /** The character here; NUL behind the end. */
    char here() {
        return ahead(0);
    }

    char ahead(int characters) {
        return place + characters < text.length() ? text.charAt(place + characters) : '\0';
    }

    boolean at(String token) {
        return text.startsWith(token, place);
    }

    String since(int from) {
        return text.substring(from, place);
    }

    /** Something could not be read, so what was read may mean something else. */
    void incomplete() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }

    /** Goes one level deeper; too deep, the rest of the script is given up. */
    boolean enter() {
        if (++depth > DEEPEST) {
            incomplete();
            move(text.length());
        }
        return depth <= DEEPEST;
    }

    void leave() {
        depth--;
    }

    /** Behind the {@code ))} that ends the {@code ((} here; -1 if these are two parentheses. */
    int behindArithmetic() {
        int outer = closing[place];
        int inner = place + 1 < text.length() ? closing[place + 1] : -1;
        return inner >= 0 && outer == inner + 1 ? outer + 1 : -1;
    }

    /** Behind a pattern such as {@code +(a|b)}, whose parenthesis is here; -1 if it is none. bash has them. */
    int behindExtendedPattern() {
        boolean begun = place > 0 && "?*+@!".indexOf(text.charAt(place - 1)) >= 0;
        return begun && script.isBash() && closing[place] > place + 1 ? closing[place] + 1 : -1;
    }

    /** Blanks, continued lines and comments. */
    void skipBlanks() {
        while (true) {
            if (here() == ' ' || here() == '\t' || here() == '\r') {
                skip(1);
            } else if (at("\\\n")) {
                skip(2);
            } else if (at("\\\r\n")) {
                skip(3);
            } else if (here() == '#' && !atEnd()) {
                skipLine();
                return;
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', place);
        move(end < 0 ? text.length() : end);
    }

    void expect(String end, boolean tabs) {
        pending.add(new HereDocument(end, tabs));
    }

    /** Steps over a line break, and over the here-documents that begin behind it. */
    void newline() {
        skip(1);
        List<HereDocument> documents = List.copyOf(pending);
        pending.clear();
        for (HereDocument document : documents) {
            boolean ended = false;
            while (!ended && !atEnd()) {
                int from = place;
                skipLine();
                String line = since(from);
                skip(1);
                String shown = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                ended = (document.tabs ? shown.replaceFirst("^\t+", "") : shown).equals(document.end);
            }
            if (!ended) {
                incomplete();
            }
        }
    }

    /** For each opening parenthesis the one that closes it, quotes aside: enough to know arithmetic when we see it. */
    private static int[] closing(String text) {
        int[] closing = new int[text.length()];
        Arrays.fill(closing, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                open.push(i);
            } else if (text.charAt(i) == ')' && !open.isEmpty()) {
                closing[open.pop()] = i;
            }
        }
        return closing;
    }
}
