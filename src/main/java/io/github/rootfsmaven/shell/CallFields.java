package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one word of a command becomes, as far as a script's own assignments tell. */
final class CallFields {
    private static final Set<String> DEFAULTS = Set.of(":-", "-", ":=", "=");
    private static final int MOST = 300;

    private final Word word;
    private final Names known;
    private final List<Call.Field> done = new ArrayList<>();
    private final List<Text> current = new ArrayList<>();
    private boolean begun;
    private boolean open;

    CallFields(Word word, Names known) {
        this.word = word;
        this.known = known;
    }

    /** As in an assignment: one text, whatever is in it. */
    Text text() {
        return Text.join(word.parts().stream().map(this::value).toList());
    }

    /** As in a command: what is not quoted is cut at blanks, what is unknown may become any number of words. */
    List<Call.Field> fields() {
        for (Part part : word.parts()) {
            Text value = value(part);
            boolean unknown = Patterns.isUnknown(value);
            boolean many = part instanceof Part.Parameter parameter && isMany(parameter.name());
            open |= (unknown && !part.quoted()) || many;
            if (part instanceof Part.Literal || part.quoted() || unknown) {
                current.add(value);
                // an empty literal is a word of its own only in quotes, and only those are read as one
                begun = true;
            } else {
                split(value);
            }
        }
        cut();
        return done;
    }

    private void split(Text value) {
        String all = value.value();
        int from = 0;
        for (int i = 0; i <= all.length() && done.size() < MOST; i++) {
            boolean blank = i < all.length() && Character.isWhitespace(all.charAt(i));
            if (blank || i == all.length()) {
                if (i > from) {
                    current.add(value.substring(from, i));
                    begun = true;
                }
                from = i + 1;
                if (blank) {
                    cut();
                }
            }
        }
    }

    private void cut() {
        if (begun) {
            done.add(new Call.Field(Text.join(current), word.span(), open));
        }
        current.clear();
        begun = false;
        open = false;
    }

    private Text value(Part part) {
        if (part instanceof Part.Literal literal) {
            return literal.text();
        } else if (part instanceof Part.Parameter parameter) {
            return parameter(parameter);
        } else if (part instanceof Part.Output output) {
            return Text.unresolved("value", output.written());
        }
        return Text.unresolved("value", ((Part.Unread) part).written());
    }

    private Text parameter(Part.Parameter parameter) {
        Optional<Text> value = known.get(parameter.name());
        if (value.isPresent() && (parameter.operator().isEmpty() || DEFAULTS.contains(parameter.operator()))) {
            return value.get();
        }
        return parameter
                .operand()
                .filter(operand -> DEFAULTS.contains(parameter.operator()))
                .map(operand -> new CallFields(operand, known).text())
                .filter(CallFields::isPlain)
                .map(operand -> Text.resolved(operand.value(), parameter.written()))
                .orElseGet(() -> Text.unresolved(parameter.name(), parameter.written()));
    }

    /** A default that is one word and no option is what the author expects; an option is what somebody changes. */
    private static boolean isPlain(Text operand) {
        String value = operand.value();
        return !value.isBlank()
                && !value.startsWith("-")
                && !Patterns.isUnknown(operand)
                && value.chars().noneMatch(Character::isWhitespace);
    }

    /** All arguments, or all elements of an array. */
    private static boolean isMany(String name) {
        return name.equals("@") || name.equals("*") || name.endsWith("[@]") || name.endsWith("[*]");
    }
}
