package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of parameters, as far as they are known. */
final class Parameters {
    private static final Pattern SUBSTRING = Pattern.compile(":(\\d{1,4})(?::(\\d{1,4}))?");
    private static final Pattern ELEMENT = Pattern.compile("(FUNCNAME|BASH_SOURCE)(?:\\[(\\d+|[@*])\\])?");
    private static final int LONGEST_TRIMMED = 300;

    private final Walk walk;
    private final Expansion expansion;

    Parameters(Walk walk, Expansion expansion) {
        this.walk = walk;
        this.expansion = expansion;
    }

    Text value(Part.Parameter parameter, Scope scope, Context context) {
        String name = parameter.name();
        Optional<Text> value = plain(name, scope);
        Text unknown = Text.unresolved(name, parameter.written());
        boolean known = value.filter(text -> !Patterns.isUnknown(text)).isPresent();
        boolean empty = value.map(Text::value).orElse("").isEmpty();
        return switch (parameter.operator()) {
            case "", ":?", "?" -> value.orElse(Text.literal(""));
            case ":-", "-" ->
                known && (!empty || (parameter.operator().equals("-") && value.isPresent()))
                        ? value.get()
                        : isSaid(name, scope) && !known && value.isPresent()
                                ? unknown
                                : operand(parameter, scope, context);
            case ":=", "=" -> {
                Text result = known && !empty
                        ? value.get()
                        : isSaid(name, scope) && !known && value.isPresent()
                                ? unknown
                                : operand(parameter, scope, context);
                scope.set(name, result);
                yield result;
            }
            case ":+", "+" ->
                !known && !isSaid(name, scope)
                        ? Text.literal("")
                        : known || value.isEmpty()
                                ? (empty ? Text.literal("") : operand(parameter, scope, context))
                                : unknown;
            case "#x" -> length(name, value, known, scope).map(Text::literal).orElse(unknown);
            case "#", "##", "%", "%%" ->
                known
                        ? trimmed(value.get(), parameter.operator(), operand(parameter, scope, context))
                                .orElse(unknown)
                        : unknown;
            case "other" -> known ? part(value.get(), parameter).orElse(unknown) : unknown;
            default -> unknown;
        };
    }

    /** A variable of which nobody says anything is taken for unset where the script says what it does then. */
    private static boolean isSaid(String name, Scope scope) {
        return name.isEmpty() || !WordReader.isNameStart(name.charAt(0)) || scope.says(name);
    }

    private Text operand(Part.Parameter parameter, Scope scope, Context context) {
        return parameter
                .operand()
                .map(word -> expansion.text(word, scope, context))
                .orElse(Text.literal(""));
    }

    /** Unset is empty. */
    private Optional<Text> plain(String name, Scope scope) {
        List<Argument> arguments = scope.arguments();
        if (name.isEmpty()) {
            return Optional.of(Scope.unknown(""));
        }
        if (name.chars().allMatch(Character::isDigit)) {
            int number = name.length() > 4 ? 9999 : Integer.parseInt(name);
            if (number == 0) {
                return Optional.of(script());
            }
            return number <= arguments.size()
                    ? Optional.of(arguments.get(number - 1).text())
                    : Optional.empty();
        }
        Matcher element = ELEMENT.matcher(name);
        if (element.matches()) {
            return Optional.of(element(element));
        }
        return switch (name) {
            case "#" -> Optional.of(Text.literal(String.valueOf(arguments.size())));
            case "@", "*" ->
                Optional.of(Text.join(arguments.stream()
                        .flatMap(argument -> List.of(Text.literal(" "), argument.text()).stream())
                        .skip(1)
                        .toList()));
            case "?", "-", "$", "!" -> Optional.of(Scope.unknown(name));
            case "PWD" -> Optional.of(scope.directory().orElse(Scope.unknown("PWD")));
            default ->
                WordReader.isNameStart(name.charAt(0)) && name.indexOf('[') < 0
                        ? scope.get(name)
                        : Optional.of(Scope.unknown(name));
        };
    }

    private Text script() {
        String script = walk.frame().path();
        return script.startsWith("/") ? Text.literal(script) : Scope.unknown("0");
    }

    /** bash calls the outermost place main. */
    private Text element(Matcher element) {
        String index = element.group(2) == null ? "0" : element.group(2);
        List<String> names = walk.frame().names();
        if (index.equals("@") || index.equals("*") || index.length() > 4) {
            return Scope.unknown(element.group(1));
        }
        int number = Integer.parseInt(index);
        if (element.group(1).equals("BASH_SOURCE")) {
            return number == 0 ? script() : Scope.unknown("BASH_SOURCE");
        }
        return Text.literal(number < names.size() ? names.get(number) : number == names.size() ? "main" : "");
    }

    private Optional<String> length(String name, Optional<Text> value, boolean known, Scope scope) {
        if (name.equals("@") || name.equals("*")) {
            return Optional.of(String.valueOf(scope.arguments().size()));
        }
        if (name.equals("FUNCNAME[@]")) {
            return Optional.of(String.valueOf(walk.frame().names().size() + 1));
        }
        return known || value.isEmpty()
                ? Optional.of(
                        String.valueOf(value.map(text -> text.value().length()).orElse(0)))
                : Optional.empty();
    }

    private static Optional<Text> trimmed(Text text, String operator, Text pattern) {
        String value = text.value();
        String what = pattern.value();
        if (Patterns.isUnknown(pattern)
                || what.indexOf('[') >= 0
                || what.indexOf('\\') >= 0
                || value.length() > LONGEST_TRIMMED
                || what.length() > 50) {
            return Optional.empty();
        }
        boolean front = operator.startsWith("#");
        boolean shortest = operator.length() == 1;
        for (int i = 0; i <= value.length(); i++) {
            int length = shortest ? i : value.length() - i;
            String cut = front ? value.substring(0, length) : value.substring(value.length() - length);
            if (Patterns.matches(cut, what)) {
                return Optional.of(front ? text.substring(length) : text.substring(0, value.length() - length));
            }
        }
        return Optional.of(text);
    }

    private static Optional<Text> part(Text text, Part.Parameter parameter) {
        Matcher substring =
                SUBSTRING.matcher(parameter.operand().flatMap(Word::literal).orElse(""));
        if (!substring.matches()) {
            return Optional.empty();
        }
        int length = text.value().length();
        int from = Math.min(Integer.parseInt(substring.group(1)), length);
        int to = substring.group(2) == null ? length : Math.min(from + Integer.parseInt(substring.group(2)), length);
        return Optional.of(text.substring(from, to));
    }
}
