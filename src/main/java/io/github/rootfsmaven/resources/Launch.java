package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.model.Process;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a container's process tells a Java program: options, arguments, variables, and where relative paths begin. */
final class Launch {
    private static final List<String> OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS");
    private static final String TMPDIR = "java.io.tmpdir";

    private final Process process;
    private final Map<String, Setting> properties = new HashMap<>();
    private final Map<String, Setting> arguments = new HashMap<>();
    private final Map<String, Setting> environment = new LinkedHashMap<>();
    private boolean java;

    private Launch(Process process) {
        this.process = process;
    }

    static Launch of(Process process) {
        Launch launch = new Launch(process);
        process.environment().forEach(launch::variable);
        OPTIONS.stream()
                .map(launch.environment::get)
                .filter(options -> options != null)
                .forEach(options -> launch.words(options.value(), options.span()));
        process.commands().forEach(launch::command);
        return launch;
    }

    private void variable(String name, Located<String> value) {
        boolean known = value.value().indexOf(Text.UNRESOLVED) < 0;
        String shown = "$" + name;
        Text text = known ? Text.resolved(value.value(), shown) : Text.unresolved(name, shown);
        environment.put(name, new Setting(name, text, value.span()));
    }

    /** What a shell gets behind {@code -c} is a line, too. */
    private void command(Command command) {
        boolean line = command.shell();
        for (Text word : command.texts()) {
            if (line) {
                words(word, command.span());
            } else {
                word(word, command.span());
            }
            line = command.shell() || word.value().matches("-[a-z]*c");
        }
    }

    private void words(Text line, Span span) {
        for (Text word : line.split(' ')) {
            word(word, span);
        }
    }

    private void word(Text word, Span span) {
        String value = word.value();
        String program = Paths.name(value.strip());
        java |= program.equals("java") || program.endsWith(".jar") || program.endsWith(".war");
        int assigned = value.indexOf('=');
        if (value.startsWith("-D") && assigned > 0) {
            put(properties, value.substring(2, assigned), "-D", word.substring(assigned + 1), span);
        } else if (value.startsWith("--") && assigned > 0) {
            put(arguments, value.substring(2, assigned), "--", word.substring(assigned + 1), span);
        }
    }

    private static void put(Map<String, Setting> to, String key, String prefix, Text value, Span span) {
        String bare = value.value().replaceAll("^[\"']|[\"']$", "");
        Text text = bare.equals(value.value())
                ? value
                : value.substring(value.value().indexOf(bare), value.value().indexOf(bare) + bare.length());
        to.put(key, new Setting(prefix + key, text, span));
    }

    /**
     * Whether it can be seen how the program is started. A script, or an entrypoint of the base image, may give it
     * options that nobody sees; and another command starts something else.
     */
    boolean isJava() {
        return java;
    }

    /** Options {@code -Dkey=value}. */
    Map<String, Setting> properties() {
        return properties;
    }

    /** Arguments {@code --key=value}. */
    Map<String, Setting> arguments() {
        return arguments;
    }

    /** Variables by name. */
    Map<String, Setting> environment() {
        return environment;
    }

    /** The value of a JVM property that is always there, if it is known. */
    Optional<Text> standard(String property) {
        return switch (property) {
            case TMPDIR ->
                Optional.of(Optional.ofNullable(properties.get(TMPDIR))
                        .map(Setting::value)
                        .orElse(Text.literal("/tmp")));
            case "user.home" -> home();
            case "user.dir" -> workingDirectory();
            default -> Optional.empty();
        };
    }

    /**
     * The user's home: the JVM takes it from the password file (JDK: java_props_md.c), which only for root is known
     * without the image. Where nobody names a user it is root, unless the base image does.
     */
    Optional<Text> home() {
        return Optional.ofNullable(properties.get("user.home"))
                .map(Setting::value)
                .or(() -> process.user().map(Launch::isRoot).orElse(true)
                        ? Optional.of(Text.literal("/root"))
                        : Optional.empty());
    }

    /** Whether the home is known for certain. */
    boolean isHomeCertain() {
        return properties.containsKey("user.home") || process.user().isPresent();
    }

    private static boolean isRoot(Located<String> user) {
        return user.value().split(":", 2)[0].matches("root|0+");
    }

    Optional<Text> workingDirectory() {
        return process.workingDirectory()
                .filter(directory -> directory.value().startsWith("/"))
                .map(Text::of);
    }

    /** The path that the program opens; empty if something of it is unknown. */
    Optional<Located<String>> path(Text written, Span span) {
        String value = written.value();
        boolean filledIn = value.matches("(?s).*@[\\w.-]+@.*"); // by Maven, with what nobody knows here
        if (value.isBlank() || value.indexOf('\\') >= 0 || value.indexOf('\0') >= 0 || filledIn) {
            return Optional.empty();
        }
        Optional<Text> absolute = value.startsWith("/")
                ? Optional.of(written)
                : workingDirectory().map(directory -> Text.join(List.of(directory, Text.literal("/"), written)));
        return absolute.filter(path -> path.value().indexOf(Text.UNRESOLVED) < 0)
                .map(path -> path.interpolated()
                        ? new Located<>(Paths.canonical(path.value()), path.shown(), span, Located.Origin.INTERPOLATED)
                        : Located.literal(Paths.canonical(path.value()), span));
    }
}
