package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path that an option or a variable names, as it may be told: a path that stands in a file is no secret, one that came
 * out of a variable is shown as the variable.
 *
 * @param path absolute, canonical, with its place
 * @param variable the variable that holds it, where the word of a command is nothing but that
 */
record NamedPath(Located<String> path, Optional<String> variable) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)");

    /**
     * The path that a word means.
     *
     * @param directory where a relative one starts; empty if unknown
     * @param environment the container's variables: a path out of one of them that stands there literally is told there
     * @return empty if something of it is unknown
     */
    static Optional<NamedPath> of(
            Text word, Span span, Optional<Text> directory, Map<String, Located<String>> environment) {
        Optional<Text> absolute = word.value().startsWith("/")
                ? Optional.of(word)
                : directory.filter(from -> !word.value().isEmpty()).map(from -> within(from, word));
        Optional<Text> known = absolute.filter(NamedPath::isKnown);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String path = Paths.canonical(known.get().value());
        if (path.matches("/(dev|proc|sys)(/.*)?")) {
            return Optional.empty();
        }
        if (!known.get().interpolated()) {
            return Optional.of(new NamedPath(Located.literal(path, span), Optional.empty()));
        }
        Optional<String> variable = holder(known.get().shown(), word.value(), environment);
        Located<String> shown = variable.map(environment::get)
                .map(value -> Located.literal(path, value.span()))
                .orElseGet(() -> new Located<>(path, known.get().shown(), span, Located.Origin.INTERPOLATED));
        return Optional.of(new NamedPath(shown, variable));
    }

    /** The first variable of an expression whose value stands in a file as it is, with the path in it. */
    private static Optional<String> holder(String shown, String path, Map<String, Located<String>> environment) {
        Matcher variables = VARIABLE.matcher(shown);
        return variables
                .results()
                .map(found -> found.group(1))
                .filter(environment::containsKey)
                .filter(name -> environment.get(name).origin() == Located.Origin.LITERAL
                        && environment.get(name).value().contains(path))
                .findFirst();
    }

    private static Text within(Text directory, Text word) {
        return word.value().equals(".") ? directory : Text.join(java.util.List.of(directory, Text.literal("/"), word));
    }

    private static boolean isKnown(Text path) {
        return path.value().startsWith("/") && path.value().indexOf(Text.UNRESOLVED) < 0;
    }
}
