package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.shell.Change.Role;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of words what commands get: parameters replaced, fields split. What is unknown stays unknown. */
final class Expansion {
    private static final int MOST_FIELDS = 300;
    private static final int LONGEST_VALUE = 4_000;
    private static final int MOST_UNKNOWN = 20;

    private final Walk walk;
    private final Parameters parameters;
    private final Outputs outputs;

    Expansion(Walk walk) {
        this.walk = walk;
        this.parameters = new Parameters(walk, this);
        this.outputs = new Outputs(walk, this);
    }

    /** The arguments that words become. */
    List<Argument> fields(List<Word> words, Scope scope, Context context) {
        List<Argument> fields = new ArrayList<>();
        for (Word word : words) {
            if (fields.size() < MOST_FIELDS) {
                fields.addAll(fields(word, scope, context));
            } else {
                walk.incomplete();
            }
        }
        return fields;
    }

    private List<Argument> fields(Word word, Scope scope, Context context) {
        Optional<List<String>> braces = Braces.expand(word);
        if (braces.isPresent()) {
            return braces.get().stream()
                    .map(text -> new Argument(Text.literal(text), word.span(), special(text), Role.ENTRYPOINT))
                    .toList();
        }
        Fields fields = new Fields(word);
        for (Part part : word.parts()) {
            if (part instanceof Part.Parameter parameter && isAllArguments(parameter)) {
                fields.addAll(scope.arguments());
            } else if (part instanceof Part.Literal literal) {
                fields.literal(literal.quoted() ? literal.text() : home(word, literal, scope), literal.quoted());
            } else {
                fields.value(value(part, scope, context), part.quoted());
            }
        }
        return fields.end();
    }

    private static boolean isAllArguments(Part.Parameter parameter) {
        return (parameter.name().equals("@") || (parameter.name().equals("*") && !parameter.quoted()))
                && parameter.operator().isEmpty();
    }

    /** The value of a word as one text, as in an assignment. */
    Text text(Word word, Scope scope, Context context) {
        List<Text> texts = new ArrayList<>();
        int length = 0;
        for (Part part : word.parts()) {
            Text text = part instanceof Part.Literal literal && !literal.quoted()
                    ? home(word, literal, scope)
                    : value(part, scope, context);
            length += text.value().length();
            texts.add(text);
        }
        return length > LONGEST_VALUE || texts.size() > MOST_FIELDS ? Scope.unknown("value") : simple(Text.join(texts));
    }

    /** What hangs on many unknown things is one unknown thing, lest it grows with every assignment. */
    private static Text simple(Text text) {
        long unknown = text.value().chars().filter(c -> c == Text.UNRESOLVED).count();
        return unknown > MOST_UNKNOWN ? Scope.unknown("value") : text;
    }

    private Text value(Part part, Scope scope, Context context) {
        if (part instanceof Part.Literal literal) {
            return literal.text();
        } else if (part instanceof Part.Parameter parameter) {
            return parameters.value(parameter, scope, context);
        } else if (part instanceof Part.Output output) {
            return outputs.value(output, scope, context);
        }
        return Text.unresolved("value", ((Part.Unread) part).written());
    }

    /** A tilde at the beginning of a word is the home directory. */
    private static Text home(Word word, Part.Literal literal, Scope scope) {
        String value = literal.text().value();
        boolean tilde = word.parts().get(0) == literal && (value.equals("~") || value.startsWith("~/"));
        return tilde
                ? Text.join(List.of(
                        scope.get("HOME").orElse(Scope.unknown("HOME")),
                        literal.text().substring(1)))
                : literal.text();
    }

    private static boolean special(String text) {
        int bracket = text.indexOf('[');
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || (bracket >= 0 && text.indexOf(']', bracket) >= 0);
    }

    /** The fields of one word. */
    private static final class Fields {
        private final Word word;
        private final List<Argument> done = new ArrayList<>();
        private final List<Text> current = new ArrayList<>();
        private boolean begun;
        private boolean pattern;
        private Optional<Argument> whole = Optional.empty();

        Fields(Word word) {
            this.word = word;
        }

        void literal(Text text, boolean quoted) {
            begun = true;
            if (!text.value().isEmpty()) {
                current.add(text);
            }
            pattern |= !quoted && special(text.value());
        }

        void value(Text text, boolean quoted) {
            if (quoted || Patterns.isUnknown(text)) {
                current.add(text);
                begun = true;
                return;
            }
            String value = text.value();
            int from = 0;
            for (int i = 0; i <= value.length() && done.size() < MOST_FIELDS; i++) {
                boolean blank = i < value.length() && Character.isWhitespace(value.charAt(i));
                if (blank || i == value.length()) {
                    if (i > from) {
                        literal(text.substring(from, i), false);
                    }
                    from = i + 1;
                    if (blank) {
                        cut();
                    }
                }
            }
        }

        /** The arguments of the script: the first joins what stands in front of them. */
        void addAll(List<Argument> arguments) {
            for (int i = 0; i < arguments.size(); i++) {
                if (i > 0) {
                    cut();
                }
                current.add(arguments.get(i).text());
                begun = true;
                whole = Optional.of(arguments.get(i)).filter(argument -> current.size() == 1);
            }
        }

        List<Argument> end() {
            cut();
            return done;
        }

        private void cut() {
            if (begun) {
                boolean isPattern = pattern;
                done.add(whole.filter(argument -> current.size() == 1)
                        .orElseGet(() -> new Argument(Text.join(current), word.span(), isPattern, Role.ENTRYPOINT)));
            }
            current.clear();
            begun = false;
            pattern = false;
            whole = Optional.empty();
        }
    }
}
