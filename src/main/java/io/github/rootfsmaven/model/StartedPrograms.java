package io.github.rootfsmaven.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files a command line runs. */
public final class StartedPrograms {
    private static final Pattern SCRIPT =
            Pattern.compile("[^-].*\\.(?:jar|war|js|mjs|cjs|ts|py|pyz|rb|php|pl|sh|dll|exe|phar|lua|groovy)");
    private static final Set<String> LOOK_AROUND =
            Set.of(("npm npx yarn pnpm bun mvn gradle go cargo bundle rake rails flask uvicorn gunicorn "
                            + "nodemon composer dotnet deno make sbt poetry pipenv ts-node tsx")
                    .split(" "));

    private StartedPrograms() {}

    /** The absolute paths of the program and its scripts; none where a shell puts the line together. */
    public static Stream<String> of(Command command) {
        List<String> words = command.shell() ? List.of() : command.words();
        Stream<String> program = words.stream().limit(1);
        Stream<String> scripts =
                words.stream().skip(1).filter(word -> SCRIPT.matcher(word).matches());
        return Stream.concat(program, scripts)
                .filter(word -> word.startsWith("/"))
                .map(Paths::clean);
    }

    /** Whether it runs what it finds in its working directory: {@code npm start}, {@code python app.py}, {@code ./run}. */
    public static boolean areInWorkingDirectory(Command command) {
        List<String> words = command.words().stream()
                .flatMap(word -> Arrays.stream(word.strip().split("\\s+")))
                .toList();
        return words.stream().limit(1).anyMatch(LOOK_AROUND::contains)
                || words.stream()
                        .filter(word -> !word.startsWith("/"))
                        .anyMatch(word ->
                                word.startsWith("./") || SCRIPT.matcher(word).matches());
    }
}
