package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The options that a JVM gets: on its command line, and from variables that it or usual start scripts read. */
final class JavaOptions {
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS");

    private JavaOptions() {}

    /** The value of a property that is set with {@code -D}; one from a variable is shown as the property's name. */
    static Optional<Located<String>> property(Process process, String name) {
        Pattern option = Pattern.compile("(?:^|[\\s\"'])-D" + Pattern.quote(name) + "(?:=([^\\s\"']*))?(?=[\\s\"']|$)");
        Stream<Located<String>> commands =
                process.commands().map(command -> Located.literal(String.join(" ", command.words()), command.span()));
        Stream<Located<String>> variables = VARIABLES.stream()
                .map(process.environment()::get)
                .filter(value -> value != null)
                .map(value -> new Located<>(value.value(), "", value.span(), Located.Origin.INTERPOLATED));
        return Stream.concat(commands, variables)
                .flatMap(options -> value(options, option, name).stream())
                .findFirst();
    }

    private static Optional<Located<String>> value(Located<String> options, Pattern option, String name) {
        Matcher matcher = option.matcher(options.value());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String value = matcher.group(1) == null ? "" : matcher.group(1);
        boolean literal = options.origin() == Located.Origin.LITERAL;
        return Optional.of(new Located<>(value, literal ? value : name, options.span(), options.origin()));
    }
}
