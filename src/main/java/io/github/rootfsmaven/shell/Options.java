package io.github.rootfsmaven.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command's arguments told apart: options, their values, and operands. */
final class Options {
    private final Map<String, Argument> options = new LinkedHashMap<>();
    private final List<Argument> operands = new ArrayList<>();

    /**
     * Tells arguments apart.
     *
     * @param valued options whose value follows, each with its dash and separated by blanks: {@code -o --output}
     */
    Options(List<Argument> arguments, String valued) {
        this(arguments, valued, false);
    }

    /** The same; {@code inOrder} ends the options at the first operand, as where a command follows. */
    Options(List<Argument> arguments, String valued, boolean inOrder) {
        List<String> withValue = List.of(valued.split(" "));
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i).value();
            boolean option = word.length() > 1 && word.startsWith("-");
            if (word.equals("--") || (!option && inOrder)) {
                operands.addAll(arguments.subList(word.equals("--") ? i + 1 : i, arguments.size()));
                return;
            } else if (!option) {
                operands.add(arguments.get(i));
            } else if (word.startsWith("--")) {
                int equals = word.indexOf('=');
                if (equals > 0) {
                    put(word.substring(0, equals), cut(arguments.get(i), equals + 1));
                } else if (withValue.contains(word) && i + 1 < arguments.size()) {
                    put(word, arguments.get(++i));
                } else {
                    put(word, arguments.get(i));
                }
            } else if (shortOptions(arguments.get(i), withValue) && i + 1 < arguments.size()) {
                // openssl's -out is one option, not three letters
                String name = withValue.contains(word) ? word : "-" + word.charAt(word.length() - 1);
                put(name, arguments.get(++i));
            }
        }
    }

    /** Whether the last of the letters wants the next argument. */
    private boolean shortOptions(Argument argument, List<String> withValue) {
        String word = argument.value();
        if (withValue.contains(word)) {
            return true;
        }
        for (int i = 1; i < word.length(); i++) {
            String option = "-" + word.charAt(i);
            if (withValue.contains(option)) {
                if (i + 1 == word.length()) {
                    return true;
                }
                put(option, cut(argument, i + 1));
                return false;
            }
            put(option, argument);
        }
        put(word, argument);
        return false;
    }

    private void put(String option, Argument value) {
        options.put(option, value);
    }

    private static Argument cut(Argument argument, int from) {
        return argument.with(argument.text().substring(from));
    }

    List<Argument> operands() {
        return operands;
    }

    boolean has(String... names) {
        return List.of(names).stream().anyMatch(options::containsKey);
    }

    Optional<Argument> value(String... names) {
        return List.of(names).stream()
                .map(options::get)
                .filter(value -> value != null)
                .findFirst();
    }
}
