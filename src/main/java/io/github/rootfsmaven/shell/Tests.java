package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;

/** {@code [ … ]}, {@code test} and {@code [[ … ]]}. */
final class Tests {
    private final Walk walk;
    private final Expansion expansion;

    Tests(Walk walk, Expansion expansion) {
        this.walk = walk;
        this.expansion = expansion;
    }

    /** The outcome of {@code [[ … ]]}: its words, without the brackets, before they are expanded. */
    Outcome doubleBracket(List<Word> words, Scope scope, Context context) {
        return or(words, scope, context, 0);
    }

    private Outcome or(List<Word> words, Scope scope, Context context, int depth) {
        int at = topLevel(words, "||");
        if (at >= 0 && depth < 50) {
            return or(words.subList(0, at), scope, context, depth + 1)
                    .or(or(words.subList(at + 1, words.size()), scope, context, depth + 1));
        }
        at = topLevel(words, "&&");
        if (at >= 0 && depth < 50) {
            return or(words.subList(0, at), scope, context, depth + 1)
                    .and(or(words.subList(at + 1, words.size()), scope, context, depth + 1));
        }
        if (!words.isEmpty() && words.get(0).is("!") && depth < 50) {
            return or(words.subList(1, words.size()), scope, context, depth + 1).not();
        }
        boolean matching = words.size() == 3
                && (words.get(1).is("=")
                        || words.get(1).is("==")
                        || words.get(1).is("!="));
        if (matching) {
            Text left = expansion.text(words.get(0), scope, context);
            Outcome same = Patterns.matches(left, words.get(2), expansion, scope, context);
            return words.get(1).is("!=") ? same.not() : same;
        }
        List<Argument> arguments = words.stream()
                .map(word ->
                        new Argument(expansion.text(word, scope, context), word.span(), false, Change.Role.ENTRYPOINT))
                .toList();
        return words.stream().anyMatch(word -> word.is("(")) ? Outcome.UNKNOWN : single(arguments, scope);
    }

    private static int topLevel(List<Word> words, String operator) {
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            if (depth == 0 && words.get(i).is(operator)) {
                return i;
            }
        }
        return -1;
    }

    /** The outcome of {@code test} with those arguments. */
    Outcome test(List<Argument> arguments, Scope scope) {
        for (String operator : List.of("-o", "-a")) {
            for (int i = 1; i + 1 < arguments.size(); i++) {
                if (arguments.size() > 3 && arguments.get(i).value().equals(operator)) {
                    Outcome left = single(arguments.subList(0, i), scope);
                    Outcome right = test(arguments.subList(i + 1, arguments.size()), scope);
                    return operator.equals("-o") ? left.or(right) : left.and(right);
                }
            }
        }
        return single(arguments, scope);
    }

    /** The outcome of {@code expr text : pattern}, where the pattern is a plain beginning. */
    static Outcome expression(List<Argument> words) {
        boolean known = words.size() == 3
                && words.get(1).value().equals(":")
                && words.get(0).isKnown()
                && words.get(2).value().matches("[\\w/-]+");
        return known ? Outcome.of(words.get(0).value().startsWith(words.get(2).value())) : Outcome.UNKNOWN;
    }

    private Outcome single(List<Argument> words, Scope scope) {
        boolean negated = words.size() > 1 && words.get(0).value().equals("!");
        if (negated) {
            return single(words.subList(1, words.size()), scope).not();
        }
        return switch (words.size()) {
            case 0 -> Outcome.FAILURE;
            case 1 -> isEmpty(words.get(0)).not();
            case 2 -> unary(words.get(0).value(), words.get(1), scope);
            case 3 ->
                binary(words.get(0).text(), words.get(1).value(), words.get(2).text());
            default -> Outcome.UNKNOWN;
        };
    }

    /** Something unknown may be empty, unless a part of it is known. */
    private static Outcome isEmpty(Argument argument) {
        String value = argument.value();
        boolean known = value.chars().anyMatch(c -> c != Text.UNRESOLVED);
        return known ? Outcome.FAILURE : value.isEmpty() ? Outcome.SUCCESS : Outcome.UNKNOWN;
    }

    private Outcome unary(String operator, Argument operand, Scope scope) {
        return switch (operator) {
            case "-n" -> isEmpty(operand).not();
            case "-z" -> isEmpty(operand);
            case "-w" -> Outcome.WRITABLE;
            case "-e", "-f", "-d", "-r", "-x", "-s" -> exists(operator, operand, scope);
            default -> Outcome.UNKNOWN;
        };
    }

    private Outcome exists(String operator, Argument operand, Scope scope) {
        Text path = Changes.absolute(operand.text(), scope.directory());
        if (!operand.isKnown() || Patterns.isUnknown(path)) {
            return Outcome.UNKNOWN;
        }
        Surroundings.Files files = walk.surroundings().files();
        boolean there = switch (operator) {
            case "-d" -> files.hasDirectory(path.value());
            case "-e", "-r" -> files.has(path.value()) || files.hasDirectory(path.value());
            case "-f" -> files.has(path.value()) && !files.hasDirectory(path.value());
            default -> false;
        };
        return there ? Outcome.EXPECTED : Outcome.UNKNOWN;
    }

    private static Outcome binary(Text left, String operator, Text right) {
        boolean anotherUser = left.unresolved().equals(java.util.Set.of(Outputs.ANOTHER_USER))
                && right.value().equals("0");
        if (anotherUser) {
            return switch (operator) {
                case "=", "==", "-eq" -> Outcome.FAILURE;
                case "!=", "-ne", "-gt" -> Outcome.SUCCESS;
                default -> Outcome.UNKNOWN;
            };
        }
        if (Patterns.isUnknown(left) || Patterns.isUnknown(right)) {
            return Outcome.UNKNOWN;
        }
        boolean same = left.value().equals(right.value());
        return switch (operator) {
            case "=", "==" -> Outcome.of(same);
            case "!=" -> Outcome.of(!same);
            default ->
                number(left)
                        .flatMap(first -> number(right).map(second -> compare(first, operator, second)))
                        .orElse(Outcome.UNKNOWN);
        };
    }

    private static Optional<Long> number(Text text) {
        return text.value().matches("-?[0-9]{1,15}") ? Optional.of(Long.valueOf(text.value())) : Optional.empty();
    }

    private static Outcome compare(long left, String operator, long right) {
        return switch (operator) {
            case "-eq" -> Outcome.of(left == right);
            case "-ne" -> Outcome.of(left != right);
            case "-lt" -> Outcome.of(left < right);
            case "-le" -> Outcome.of(left <= right);
            case "-gt" -> Outcome.of(left > right);
            case "-ge" -> Outcome.of(left >= right);
            default -> Outcome.UNKNOWN;
        };
    }
}
