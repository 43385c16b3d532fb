package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.resources.Found.What;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that a {@code log4j2.xml} writes: those of the file appenders that a logger refers to (its manual,
 * "Configuration file", "File appenders" and "Lookups"). Without its file the program goes on (seen on 2.24).
 */
final class Log4j {
    private static final Set<String> FILES =
            Set.of("file", "rollingfile", "randomaccessfile", "rollingrandomaccessfile", "memorymappedfile");

    private final Launch launch;
    private final Optional<SpringSettings> spring;
    private final Map<String, Text> variables = new HashMap<>();
    private final Set<String> referenced = new HashSet<>();

    private Log4j(Launch launch, Optional<SpringSettings> spring) {
        this.launch = launch;
        this.spring = spring;
    }

    /**
     * Adds what the file writes.
     *
     * @param conditional whether it is unsure that the file is used
     */
    static void add(SourceFile file, Launch launch, Optional<SpringSettings> spring, boolean conditional, Found found) {
        Log4j log4j = new Log4j(launch, spring);
        Xml.read(file).ifPresent(root -> {
            root.all("Properties").flatMap(log4j::inForce).forEach(log4j::property);
            log4j.references(root);
            root.all("Appenders")
                    .flatMap(log4j::inForce)
                    .forEach(appender -> log4j.appender(appender, conditional, found));
        });
    }

    /** What is in an element, without the {@code SpringProfile} of profiles that are not active. */
    private Stream<Xml> inForce(Xml parent) {
        return parent.children().stream()
                .flatMap(child -> !child.name().equalsIgnoreCase("SpringProfile")
                        ? Stream.of(child)
                        : spring.map(SpringSettings::profiles)
                                        .filter(profiles -> profiles.accept(child.value("name")))
                                        .isPresent()
                                ? inForce(child)
                                : Stream.empty());
    }

    private void property(Xml property) {
        String value = property.attribute("value")
                .map(setting -> setting.value().value())
                .orElse(property.text());
        variables.put(property.value("name"), Text.literal(value));
    }

    private void references(Xml element) {
        inForce(element).forEach(child -> {
            if (child.name().equalsIgnoreCase("AppenderRef")) {
                referenced.add(substitute(child.value("ref")).value());
            }
            references(child);
        });
    }

    private void appender(Xml element, boolean conditional, Found found) {
        String type = element.name().equalsIgnoreCase("Appender") ? element.value("type") : element.name();
        String name = element.value("name");
        if (FILES.contains(type.toLowerCase(Locale.ROOT)) && referenced.contains(name)) {
            element.attribute("fileName")
                    .or(() -> element.attribute("filePattern"))
                    .map(file -> file.with(beforePattern(substitute(file.value().value()))))
                    .ifPresent(file -> found.add(
                            new What(
                                    By.LOGGING,
                                    Kind.LOG,
                                    conditional,
                                    false,
                                    Message.of("Log4j's appender {0} writes its file there", name),
                                    Optional.of(Message.of("let the loggers write to a `Console` appender alone"))),
                            file.value(),
                            file.span()));
        }
    }

    private static Text beforePattern(Text file) {
        int percent = file.value().indexOf('%');
        int lookup = file.value().indexOf("$${");
        int pattern = percent < 0 ? lookup : lookup < 0 ? percent : Math.min(percent, lookup);
        int slash = pattern < 0 ? -1 : file.value().lastIndexOf('/', pattern);
        return pattern < 0 ? file : slash > 0 ? file.substring(0, slash) : Text.literal(".");
    }

    private Text substitute(String text) {
        // a doubled $ is for later, when a file is rolled
        int later = text.indexOf("$${");
        String now = later < 0 ? text : text.substring(0, later);
        Text replaced = new Substitution(this::variable).of(Text.literal(now));
        return later < 0 ? replaced : Text.join(List.of(replaced, Text.literal(text.substring(later))));
    }

    private Optional<Text> variable(String name) {
        int colon = name.indexOf(':');
        String key = name.substring(colon + 1);
        return switch (colon < 0 ? "" : name.substring(0, colon)) {
            case "" -> Optional.ofNullable(variables.get(name));
            case "sys" ->
                Optional.ofNullable(launch.properties().get(key))
                        .map(Setting::value)
                        .or(() -> launch.standard(key));
            case "env" -> Optional.ofNullable(launch.environment().get(key)).map(Setting::value);
            case "spring" ->
                spring.map(SpringSettings::settings)
                        .flatMap(settings -> settings.get(key))
                        .map(Setting::value);
            default -> Optional.of(Text.unresolved(name, "${" + name + "}"));
        };
    }
}
