package io.github.rootfsmaven.dockerrun;

import io.github.rootfsmaven.shell.ScriptText;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes of a line of a recipe what the shell gets: {@code $$} is a dollar, references to variables are replaced, and what
 * is unknown stays so.
 */
final class MakeRecipe {
    private static final int DEEPEST = 10;
    private static final int LONGEST = 5_000;

    private final String file;
    private final SourceFile source;
    private final MakeVariables variables;
    private final List<Text> texts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private final List<int[]> places = new ArrayList<>();

    MakeRecipe(SourceFile source, MakeVariables variables) {
        this.source = source;
        this.file = source.text();
        this.variables = variables;
    }

    /** The script between two indices of the file, behind the tab. */
    ScriptText script(int from, int to) {
        int start = from;
        while (start < to && "@-+ \t".indexOf(file.charAt(start)) >= 0) {
            start++;
        }
        for (int at = start; at < to; ) {
            at = next(at, to);
        }
        flush();
        int[][] all = places.toArray(int[][]::new);
        return ScriptText.of(Text.join(texts), source, new ScriptText.Places() {
            @Override
            public int begin(int index) {
                return index < all.length ? all[index][0] : to;
            }

            @Override
            public int end(int index) {
                return index < all.length ? all[index][1] : to;
            }
        });
    }

    /** Takes what stands at an index; the index behind it. */
    private int next(int at, int to) {
        char c = file.charAt(at);
        boolean newLine = c == '\n' && at + 1 < to && file.charAt(at + 1) == '\t';
        if (newLine) {
            add(c, at, at + 2);
            return at + 2;
        }
        if (c != '$' || at + 1 >= to) {
            add(c, at, at + 1);
            return at + 1;
        }
        if (file.charAt(at + 1) == '$') {
            add('$', at, at + 2);
            return at + 2;
        }
        int end = behindReference(file, at, to);
        String written = file.substring(at, end);
        Optional<Text> value =
                value(written, 0).filter(text -> places.size() + text.value().length() < LONGEST);
        flush();
        Text text = value.orElseGet(() -> Text.unresolved(name(written), written));
        texts.add(text);
        for (int i = 0; i < text.value().length(); i++) {
            places.add(new int[] {at, end});
        }
        return end;
    }

    private void add(char c, int from, int to) {
        literal.append(c);
        places.add(new int[] {from, to});
    }

    private void flush() {
        texts.add(Text.literal(literal.toString()));
        literal.setLength(0);
    }

    /** The index behind {@code $(…)}, <code>${…}</code> or {@code $x}. */
    private static int behindReference(String text, int at, int to) {
        char open = text.charAt(at + 1);
        if (open != '(' && open != '{') {
            return at + 2;
        }
        char close = open == '(' ? ')' : '}';
        int depth = 0;
        for (int i = at + 1; i < to; i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return to;
    }

    private static String name(String reference) {
        return reference.replaceAll("[$(){}]", "");
    }

    /** What a reference stands for; empty for a function and for what is unknown. */
    private Optional<Text> value(String reference, int depth) {
        String name = name(reference);
        if (depth > DEEPEST || !name.matches("[\\w.-]+")) {
            return Optional.empty();
        }
        return variables.get(name).map(value -> expand(value, depth + 1));
    }

    private Text expand(String value, int depth) {
        List<Text> parts = new ArrayList<>();
        int length = 0;
        for (int at = 0; at < value.length(); ) {
            int dollar = value.indexOf('$', at);
            if (dollar < 0 || dollar + 1 >= value.length()) {
                parts.add(Text.literal(value.substring(at)));
                break;
            }
            parts.add(Text.literal(value.substring(at, dollar)));
            if (value.charAt(dollar + 1) == '$') {
                parts.add(Text.literal("$"));
                at = dollar + 2;
                continue;
            }
            int end = behindReference(value, dollar, value.length());
            String written = value.substring(dollar, end);
            Text part = value(written, depth).orElseGet(() -> Text.unresolved(name(written), written));
            length += part.value().length();
            parts.add(length > LONGEST ? Text.unresolved(name(written), written) : part);
            at = end;
        }
        return Text.join(parts);
    }
}
