package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.dockerfile.Instruction.KeyValuePair;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of {@code ARG}s: those that the build is given, the defaults, and the ones declared before the first
 * {@code FROM}; as BuildKit's {@code buildMetaArgs} and {@code dispatchArg}. An argument that has none of these may be
 * given on another day, so it is unknown rather than unset.
 */
final class Arguments {
    /** What BuildKit itself sets before the first {@code FROM}, from platforms that we do not know. */
    private static final List<String> PREDEFINED = List.of(
            "BUILDPLATFORM",
            "BUILDOS",
            "BUILDOSVERSION",
            "BUILDARCH",
            "BUILDVARIANT",
            "TARGETPLATFORM",
            "TARGETOS",
            "TARGETOSVERSION",
            "TARGETARCH",
            "TARGETVARIANT",
            "TARGETSTAGE");

    private final Map<String, String> given;
    private final Variables globals = Variables.none();

    private Arguments(Map<String, String> given) {
        this.given = given;
    }

    static Arguments of(List<Instruction.Arg> declared, char escape, Map<String, String> given) throws InvalidInput {
        Arguments arguments = new Arguments(given);
        for (String name : PREDEFINED) {
            arguments
                    .given(name)
                    .ifPresentOrElse(
                            value -> arguments.globals.set(name, value), () -> arguments.globals.setUnknown(name));
        }
        for (Instruction.Arg arg : declared) {
            for (KeyValuePair pair : arg.arguments()) {
                arguments.globals.set(pair.key().text(), arguments.value(pair, escape, arguments.globals));
            }
        }
        return arguments;
    }

    /** The variables that {@code FROM} sees. */
    Variables globals() {
        return globals;
    }

    /** The value of an argument that is declared where these variables are in force. */
    Text value(KeyValuePair pair, char escape, Variables variables) throws InvalidInput {
        String name = pair.key().text();
        Optional<Text> value = given(name);
        if (value.isPresent()) {
            return value.get();
        }
        if (pair.value().isPresent()) {
            return Lexer.expand(pair.value().get(), escape, variables);
        }
        return globals.get(name).orElse(Text.unresolved(name, "$" + name));
    }

    private Optional<Text> given(String name) {
        return Optional.ofNullable(given.get(name)).map(value -> Text.resolved(value, "$" + name));
    }
}
