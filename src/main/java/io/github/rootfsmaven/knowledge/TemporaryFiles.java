package io.github.rootfsmaven.knowledge;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.model.Write.Evidence;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a program keeps its temporary files. Every Unix program may use {@code /tmp}; of an image that is built here to
 * run a language's runtime it is likely, for their libraries and servers do: upload parts, extracted native libraries,
 * Tomcat's base directory, the JVM's {@code hsperfdata}.
 */
public final class TemporaryFiles {
    private static final String DEFAULT = "/tmp";

    /** Programs by the runtime that they run on. The JVM alone does not look at TMPDIR (JDK: os::get_temp_directory). */
    private static final Map<String, String> RUNTIMES = Map.ofEntries(
            Map.entry("java", "the JVM"),
            Map.entry("catalina.sh", "the JVM"),
            Map.entry("mvn", "the JVM"),
            Map.entry("gradle", "the JVM"),
            Map.entry("node", "Node.js"),
            Map.entry("npm", "Node.js"),
            Map.entry("npx", "Node.js"),
            Map.entry("yarn", "Node.js"),
            Map.entry("pnpm", "Node.js"),
            Map.entry("python", "Python"),
            Map.entry("python3", "Python"),
            Map.entry("gunicorn", "Python"),
            Map.entry("uvicorn", "Python"),
            Map.entry("celery", "Python"),
            Map.entry("flask", "Python"),
            Map.entry("php", "PHP"),
            Map.entry("php-fpm", "PHP"),
            Map.entry("apache2-foreground", "PHP"),
            Map.entry("ruby", "Ruby"),
            Map.entry("bundle", "Ruby"),
            Map.entry("rails", "Ruby"),
            Map.entry("puma", "Ruby"),
            Map.entry("dotnet", ".NET"));

    private static final Pattern JAVA_TMPDIR = Pattern.compile("-Djava\\.io\\.tmpdir=([^\\s\"']+)");
    private static final List<String> JAVA_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS");

    private TemporaryFiles() {}

    /**
     * The temporary files of a container.
     *
     * @param place where to point if nothing tells of the program
     */
    public static Write of(Image image, Process process, Span place) {
        Optional<Command> command = process.commands()
                .filter(candidate -> runtime(candidate).isPresent())
                .findFirst();
        Optional<String> runtime = command.flatMap(TemporaryFiles::runtime);
        boolean jvm = runtime.filter("the JVM"::equals).isPresent();
        Located<String> directory = directory(process, jvm)
                .orElse(Located.literal(DEFAULT, command.map(Command::span).orElse(place)));
        Evidence evidence = image.built() && runtime.isPresent() ? Evidence.DOCKERFILE : Evidence.INFERRED;
        return new Write(
                directory,
                Kind.TEMP,
                evidence,
                runtime.map(name -> Message.of(
                                "{0} and its libraries keep temporary files in {1}", inWords(name), directory.shown()))
                        .orElse(Message.of("programs keep temporary files in {0}", directory.shown())),
                Optional.empty());
    }

    private static Message inWords(String runtime) {
        return runtime.equals("the JVM") ? Message.of("the JVM") : Message.verbatim(runtime);
    }

    /**
     * The JVM's {@code java.io.tmpdir}.
     *
     * @param place where to point if nothing sets it
     */
    static Located<String> ofJava(Process process, Span place) {
        return directory(process, true).orElse(Located.literal(DEFAULT, place));
    }

    private static Optional<String> runtime(Command command) {
        return words(command)
                .map(Paths::name)
                .map(RUNTIMES::get)
                .filter(name -> name != null)
                .findFirst();
    }

    private static Stream<String> words(Command command) {
        return command.words().stream().flatMap(word -> Arrays.stream(word.split("\\s+")));
    }

    private static Optional<Located<String>> directory(Process process, boolean jvm) {
        if (!jvm) {
            return Optional.ofNullable(process.environment().get("TMPDIR"))
                    .filter(path -> path.value().startsWith("/"))
                    .map(path -> path.map(Paths::canonical));
        }
        Stream<Located<String>> commands =
                process.commands().map(command -> Located.literal(String.join(" ", command.words()), command.span()));
        Stream<Located<String>> variables =
                JAVA_OPTIONS.stream().map(process.environment()::get).filter(value -> value != null);
        return Stream.concat(commands, variables)
                .flatMap(TemporaryFiles::tmpdir)
                .findFirst();
    }

    private static Stream<Located<String>> tmpdir(Located<String> options) {
        Matcher option = JAVA_TMPDIR.matcher(options.value());
        boolean found = option.find() && option.group(1).startsWith("/");
        boolean literal = options.origin() == Located.Origin.LITERAL;
        return found
                ? Stream.of(new Located<>(
                        Paths.canonical(option.group(1)),
                        literal ? option.group(1) : "java.io.tmpdir",
                        options.span(),
                        options.origin()))
                : Stream.empty();
    }
}
