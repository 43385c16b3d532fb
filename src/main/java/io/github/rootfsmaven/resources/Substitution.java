package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Replaces {@code ${name:-default}}, as the configuration of Logback and Log4j has it. */
final class Substitution {
    private static final int DEEPEST = 10;
    private static final int LONGEST = 4096;
    private static final int MOST = 500;

    private final Function<String, Optional<Text>> variables;
    private int replaced;

    Substitution(Function<String, Optional<Text>> variables) {
        this.variables = variables;
    }

    /** What is not known is unresolved. */
    Text of(Text text) {
        replaced = 0;
        return of(text, 0);
    }

    private Text of(Text text, int depth) {
        String value = text.value();
        int start = value.indexOf("${");
        int end = start < 0 ? -1 : Settings.closing(value, start + 2);
        if (value.length() > LONGEST || depth > DEEPEST || replaced > MOST) {
            return Text.unresolved("", text.shown());
        }
        if (end < 0) {
            return text;
        }
        return Text.join(List.of(
                text.substring(0, start),
                variable(text.substring(start + 2, end), depth),
                of(text.substring(end + 1), depth)));
    }

    private Text variable(Text expression, int depth) {
        replaced++;
        int divider = expression.value().indexOf(":-");
        String name = of(divider < 0 ? expression : expression.substring(0, divider), depth + 1)
                .value();
        return variables
                .apply(name)
                .map(value -> of(value, depth + 1))
                .or(() ->
                        divider < 0 ? Optional.empty() : Optional.of(of(expression.substring(divider + 2), depth + 1)))
                .orElseGet(() -> Text.unresolved(name, "${" + expression.shown() + "}"));
    }
}
