package io.github.rootfsmaven.compose;

import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Replaces variables in a string, as compose-go's {@code template/template.go}: {@code $NAME}, {@code ${NAME}}, and the
 * operators {@code :-  -  :+  +  :?  ?} with texts that may hold variables themselves. A dollar sign that begins none
 * of these stays.
 */
final class Template {
    /** Deeper than anybody writes; the reference ends somewhere in its own stack. */
    private static final int MAX_DEPTH = 500;

    /** The characters of all values that are put in: a variable of variables can double with every line. */
    private static final int MOST = 16 << 20;

    /** A name that only Maven knows: Compose has no dots in names. */
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)++");

    private final Function<String, Optional<String>> variables;
    private final Map<String, String> properties;
    private final Unset unset;
    private long put;

    Template(Function<String, Optional<String>> variables, Unset unset) {
        this(variables, Map.of(), unset);
    }

    /**
     * A template as Maven plugins fill it in that run Compose themselves.
     *
     * @param properties Maven's properties, which are replaced before any variable; empty if Maven replaces nothing
     */
    Template(Function<String, Optional<String>> variables, Map<String, String> properties, Unset unset) {
        this.variables = variables;
        this.properties = properties;
        this.unset = unset;
    }

    /** The string cannot be interpolated; the message says why in the reference's words. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Message message;

        Invalid(Message message) {
            super(message.english());
            this.message = message;
        }

        /** What is wrong, for people. */
        Message message() {
            return message;
        }
    }

    /** The string with its variables replaced. */
    Text substitute(String template) throws Invalid {
        return substitute(template, 0);
    }

    private Text substitute(String template, int depth) throws Invalid {
        if (depth > MAX_DEPTH) {
            throw new Invalid(Message.of("variables are nested more than {0} levels deep", MAX_DEPTH));
        }
        List<Text> parts = new ArrayList<>();
        Line line = new Line(template);
        int done = 0;
        int dollar = template.indexOf('$');
        while (dollar >= 0) {
            parts.add(Text.literal(template.substring(done, dollar)));
            done = expression(line.at(dollar), dollar, parts, depth);
            dollar = template.indexOf('$', done);
        }
        if (parts.isEmpty()) {
            return Text.literal(template);
        }
        parts.add(Text.literal(template.substring(done)));
        return Text.join(parts);
    }

    /** The line of a template that is being read, and its last brace: looked for once, however much stands on it. */
    private static final class Line {
        private final String template;
        private int end = -1;
        private int lastBrace = -1;

        Line(String template) {
            this.template = template;
        }

        Line at(int index) {
            if (index > end) {
                int lineBreak = template.indexOf('\n', index);
                end = lineBreak < 0 ? template.length() : lineBreak;
                lastBrace = template.lastIndexOf('}', end);
            }
            return this;
        }
    }

    /** Reads the expression at a dollar sign and says where it ends. */
    private int expression(Line line, int dollar, List<Text> parts, int depth) throws Invalid {
        String template = line.template;
        char next = dollar + 1 < template.length() ? template.charAt(dollar + 1) : ' ';
        if (next == '$') {
            parts.add(Text.literal("$"));
            return dollar + 2;
        }
        if (next == '{') {
            return braced(line, dollar, parts, depth);
        }
        int end = nameEnd(template, dollar + 1);
        if (end == dollar + 1) {
            parts.add(Text.literal("$"));
            return end;
        }
        parts.add(variable(template.substring(dollar + 1, end), template.substring(dollar, end)));
        return end;
    }

    private int braced(Line line, int dollar, List<Text> parts, int depth) throws Invalid {
        String template = line.template;
        int close = properties.isEmpty() ? -1 : template.indexOf('}', dollar);
        Optional<Text> property = close < 0 ? Optional.empty() : property(template.substring(dollar + 2, close));
        if (property.isPresent()) {
            parts.add(property.get());
            return close + 1;
        }
        int nameEnd = nameEnd(template, dollar + 2);
        String name = template.substring(dollar + 2, nameEnd);
        if (name.isEmpty()) {
            throw invalid();
        }
        if (template.startsWith("}", nameEnd)) {
            parts.add(variable(name, template.substring(dollar, nameEnd + 1)));
            return nameEnd + 1;
        }
        String operator = operator(template, nameEnd);
        if (operator.isEmpty() || line.lastBrace < nameEnd + operator.length()) {
            throw invalid();
        }
        // The reference matches up to the last brace of the line, then cuts at the first one that balances.
        int end = firstBalancedBrace(template, dollar, line.lastBrace) + 1;
        String expression = template.substring(dollar, end);
        String argument = template.substring(Math.min(nameEnd + operator.length(), end - 1), end - 1);
        parts.add(operation(name, operator, argument, expression, depth));
        return end;
    }

    private Optional<Text> property(String name) throws Invalid {
        String expression = "${" + name + "}";
        String value = properties.get(name);
        if (value != null) {
            return Optional.of(Text.resolved(counted(value), expression));
        }
        boolean unknown = unset == Unset.UNKNOWN && PROPERTY.matcher(name).matches();
        return unknown ? Optional.of(Text.unresolved(name, expression)) : Optional.empty();
    }

    private Text operation(String name, String operator, String argument, String expression, int depth) throws Invalid {
        Optional<String> value = variables.apply(name);
        boolean present =
                operator.startsWith(":") ? value.filter(set -> !set.isEmpty()).isPresent() : value.isPresent();
        char kind = operator.charAt(operator.length() - 1);
        if (kind == '-' && !present || kind == '+' && present) {
            return nested(substitute(argument, depth + 1), expression);
        }
        if (kind == '?' && !present) {
            return required(name, argument, expression, depth);
        }
        return Text.resolved(counted(value.orElse("")), expression);
    }

    private Text required(String name, String argument, String expression, int depth) throws Invalid {
        if (unset == Unset.UNKNOWN) {
            return Text.unresolved(name, expression);
        }
        String reason = substitute(argument, depth + 1).shown();
        throw new Invalid(Message.of(
                "required variable {0} is missing a value{1}", name, (reason.isEmpty() ? "" : ": " + reason)));
    }

    /** What a default or alternative means; it is unknown if any variable in it is. */
    private static Text nested(Text argument, String expression) {
        return argument.unresolved().stream()
                .findFirst()
                .map(name -> Text.unresolved(name, expression))
                .orElse(Text.resolved(argument.value(), expression));
    }

    private Text variable(String name, String expression) throws Invalid {
        Optional<String> value = variables.apply(name);
        if (value.isPresent()) {
            return Text.resolved(counted(value.get()), expression);
        }
        return unset == Unset.EMPTY ? Text.resolved("", expression) : Text.unresolved(name, expression);
    }

    private String counted(String value) throws Invalid {
        put += value.length();
        if (put > MOST) {
            throw new Invalid(Message.of("the values of variables are more than {0} MB together", MOST >> 20));
        }
        return value;
    }

    private static int nameEnd(String template, int start) {
        int end = start;
        while (end < template.length() && isNamePart(template.charAt(end), end == start)) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
    }

    private static String operator(String template, int index) {
        int kind = template.startsWith(":", index) ? index + 1 : index;
        boolean known = kind < template.length() && "-+?".indexOf(template.charAt(kind)) >= 0;
        return known ? template.substring(index, kind + 1) : "";
    }

    /** As {@code getFirstBraceClosingIndex}, which skips the character behind an opening brace; else the last brace. */
    private static int firstBalancedBrace(String text, int start, int last) {
        int open = 0;
        for (int i = start; i <= last; i++) {
            if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
            if (text.charAt(i) == '{') {
                open++;
                i++;
            }
        }
        return last;
    }

    /** The text is not told: below {@code environment} it may be a secret. */
    private static Invalid invalid() {
        return new Invalid(Message.of("invalid interpolation format"));
    }
}
