package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.resources.Found.What;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a {@code logback.xml} writes: those of its file appenders that a logger refers to (its manual,
 * "Configuration" and "Appenders"). In a Spring Boot program {@code springProperty} and {@code springProfile} count, and its own
 * {@code base.xml} and {@code file-appender.xml} write the file of {@code logging.file}.
 */
final class Logback {
    private static final String BOOT = "org/springframework/boot/logging/logback/";
    private static final int MOST_INCLUDES = 20;

    private final ModuleFiles files;
    private final Launch launch;
    private final Optional<SpringSettings> spring;
    private final Map<String, Text> variables = new HashMap<>();
    private final Map<String, List<Appender>> appenders = new HashMap<>();
    /** Whether it hangs on something unknown that a logger refers to an appender. */
    private final Map<String, Boolean> referenced = new HashMap<>();

    private int includes;

    /** An appender that writes a file, or refers to others. */
    private record Appender(Optional<Setting> file, List<String> references, boolean conditional) {}

    private Logback(ModuleFiles files, Launch launch, Optional<SpringSettings> spring) {
        this.files = files;
        this.launch = launch;
        this.spring = spring;
        spring.map(SpringSettings::settings).ifPresent(this::springVariables);
    }

    /**
     * Adds what the file writes.
     *
     * @param conditional whether it is unsure that the file is used
     */
    static void add(
            SourceFile file,
            ModuleFiles files,
            Launch launch,
            Optional<SpringSettings> spring,
            boolean conditional,
            Found found) {
        Logback logback = new Logback(files, launch, spring);
        Xml.read(file).ifPresent(root -> logback.elements(root, false));
        logback.write(conditional || spring.filter(one -> !one.isCertain()).isPresent(), found);
    }

    /** What Spring Boot hands to Logback as JVM properties (org.springframework.boot.logging.LoggingSystemProperty). */
    private void springVariables(Settings settings) {
        SpringWrites.logFile(settings).ifPresent(log -> variables.put("LOG_FILE", log.value()));
        settings.get("logging.file.path").ifPresent(path -> variables.put("LOG_PATH", path.value()));
    }

    private void elements(Xml parent, boolean conditional) {
        for (Xml element : parent.children()) {
            switch (element.name().toLowerCase(Locale.ROOT)) {
                case "property", "variable", "substitutionproperty" -> property(element, conditional);
                case "springproperty" -> springProperty(element);
                case "springprofile" -> {
                    boolean on = spring.map(SpringSettings::profiles)
                            .map(profiles -> profiles.accept(element.value("name")))
                            .orElse(false);
                    if (on) {
                        elements(element, conditional);
                    }
                }
                case "if", "then", "else" -> elements(element, true);
                case "include" -> include(element, conditional);
                case "appender" -> appender(element, conditional);
                case "root", "logger" -> elements(element, conditional);
                case "appender-ref" -> refer(substitute(element.value("ref")).value(), conditional);
                default -> {}
            }
        }
    }

    private void property(Xml element, boolean conditional) {
        String name = element.value("name");
        if (!name.isEmpty() && element.attribute("value").isPresent()) {
            Text value = substitute(element.value("value"));
            variables.put(name, conditional ? Text.unresolved(name, "${" + name + "}") : value);
        }
        String resource = element.value("resource");
        if (!resource.isEmpty()) {
            files.read(resource).map(PropertiesFile::read).orElse(List.of()).stream()
                    .flatMap(document -> document.values().stream())
                    .forEach(setting -> variables.put(setting.name(), setting.value()));
        }
    }

    private void springProperty(Xml element) {
        String name = element.value("name");
        Text value = spring.map(SpringSettings::settings)
                .flatMap(settings -> settings.get(element.value("source")))
                .map(Setting::value)
                .orElseGet(() -> element.attribute("defaultValue")
                        .map(fallback -> substitute(fallback.value().value()))
                        .orElseGet(() -> Text.unresolved(name, "${" + name + "}")));
        variables.put(name, value);
    }

    private void include(Xml element, boolean conditional) {
        String resource = element.value("resource");
        if (resource.equals(BOOT + "base.xml") || resource.equals(BOOT + "file-appender.xml")) {
            // base.xml falls back to the directory for temporary files
            boolean base = resource.endsWith("base.xml");
            if (base && !variables.containsKey("LOG_FILE")) {
                Text directory = variables.getOrDefault(
                        "LOG_PATH", launch.standard("java.io.tmpdir").orElseThrow());
                variables.put("LOG_FILE", Text.join(List.of(directory, Text.literal("/spring.log"))));
            }
            Setting file = new Setting("LOG_FILE", substitute("${LOG_FILE}"), element.span());
            put("FILE", new Appender(Optional.of(file), List.of(), conditional));
            if (base) {
                refer("FILE", conditional);
            }
        } else if (!resource.isEmpty() && ++includes <= MOST_INCLUDES) {
            files.read(substitute(resource).value()).flatMap(Xml::read).ifPresent(root -> elements(root, conditional));
        }
    }

    private void appender(Xml element, boolean conditional) {
        String type = element.value("class");
        List<String> references = new ArrayList<>();
        element.all("appender-ref")
                .forEach(reference ->
                        references.add(substitute(reference.value("ref")).value()));
        Optional<Setting> file = Optional.empty();
        if (type.matches("(.*\\.)?(Rolling)?FileAppender")) {
            file = element.child("file")
                    .or(() -> element.child("rollingPolicy").flatMap(policy -> policy.child("fileNamePattern")))
                    .map(Xml::setting)
                    .map(setting -> setting.with(
                            beforePattern(substitute(setting.value().value()))));
        }
        put(element.value("name"), new Appender(file, references, conditional));
    }

    private void put(String name, Appender appender) {
        appenders.computeIfAbsent(name, any -> new ArrayList<>()).add(appender);
    }

    /** Of a name with a date or number in it, the directory. */
    private static Text beforePattern(Text file) {
        int pattern = file.value().indexOf('%');
        int slash = pattern < 0 ? -1 : file.value().lastIndexOf('/', pattern);
        return pattern < 0 ? file : slash > 0 ? file.substring(0, slash) : Text.literal(".");
    }

    private Text substitute(String text) {
        return new Substitution(this::variable).of(Text.literal(text));
    }

    private Optional<Text> variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .or(() -> Optional.ofNullable(launch.properties().get(name)).map(Setting::value))
                .or(() -> launch.standard(name))
                .or(() -> Optional.ofNullable(launch.environment().get(name)).map(Setting::value));
    }

    private boolean refer(String name, boolean conditional) {
        Boolean before = referenced.get(name);
        boolean surer = before == null || before && !conditional;
        if (surer) {
            referenced.put(name, conditional);
        }
        return surer;
    }

    private void write(boolean conditional, Found found) {
        Deque<String> open = new ArrayDeque<>(referenced.keySet());
        while (!open.isEmpty()) {
            String name = open.pop();
            for (Appender appender : appenders.getOrDefault(name, List.of())) {
                boolean unsure = referenced.get(name) || appender.conditional();
                appender.references().stream()
                        .filter(reference -> refer(reference, unsure))
                        .forEach(open::push);
            }
        }
        referenced.forEach((name, unsure) -> appenders
                .getOrDefault(name, List.of())
                .forEach(appender -> write(name, appender, conditional || unsure, found)));
    }

    private void write(String name, Appender appender, boolean conditional, Found found) {
        appender.file()
                .ifPresent(file -> found.add(
                        new What(
                                By.LOGGING,
                                Kind.LOG,
                                conditional || appender.conditional(),
                                spring.isPresent(),
                                Message.of("Logback's appender {0} writes its file there", name),
                                Optional.of(Message.of("let the loggers write to a `ConsoleAppender` alone"))),
                        file.value(),
                        file.span()));
    }
}
