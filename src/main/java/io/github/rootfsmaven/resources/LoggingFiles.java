package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Module;
import io.github.rootfsmaven.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which file configures the logging of a program: by JVM option, else by the name that Logback and Log4j look for, to which
 * Spring Boot adds {@code -spring} (its reference, "Logging", "Custom Log Configuration").
 *
 * @param logback a configuration of Logback
 * @param log4j a configuration of Log4j
 * @param unsure whether it is unsure that the program has the library
 */
record LoggingFiles(Optional<SourceFile> logback, Optional<SourceFile> log4j, boolean unsure) {
    static final LoggingFiles NONE = new LoggingFiles(Optional.empty(), Optional.empty(), false);

    private static final List<String> LOG4J_OTHERS =
            List.of("log4j2.properties", "log4j2.yaml", "log4j2.yml", "log4j2.json");

    static LoggingFiles find(Module module, ModuleFiles files, Launch launch, boolean spring) {
        Optional<String> option = Stream.of(
                        "logback.configurationFile", "log4j2.configurationFile", "log4j.configurationFile")
                .map(launch.properties()::get)
                .filter(setting -> setting != null)
                .map(setting -> setting.value().value().replaceFirst("^classpath:/*", ""))
                .findFirst();
        if (option.isPresent()) {
            return named(module, files, option.get());
        }
        Optional<SourceFile> logback =
                files.read("logback.xml").or(() -> spring ? files.read("logback-spring.xml") : Optional.empty());
        boolean other = LOG4J_OTHERS.stream().anyMatch(name -> files.read(name).isPresent());
        Optional<SourceFile> log4j = other
                ? Optional.empty()
                : files.read("log4j2.xml").or(() -> spring ? files.read("log4j2-spring.xml") : Optional.empty());
        return of(module, logback, log4j);
    }

    /** The configuration with that name among the resources. */
    static LoggingFiles named(Module module, ModuleFiles files, String name) {
        Optional<SourceFile> file = name.endsWith(".xml") && !name.contains(":") ? files.read(name) : Optional.empty();
        boolean log4j = name.contains("log4j");
        return of(module, log4j ? Optional.empty() : file, log4j ? file : Optional.empty());
    }

    private static LoggingFiles of(Module module, Optional<SourceFile> logback, Optional<SourceFile> log4j) {
        Uses usesLog4j = Uses.of(module, "org.springframework.boot", "spring-boot-starter-log4j2") == Uses.YES
                ? Uses.YES
                : Uses.of(module, "org.apache.logging.log4j", "log4j-core");
        boolean boot = Uses.of(module, "org.springframework.boot") == Uses.YES && !module.resolved();
        Uses usesLogback = usesLog4j == Uses.YES
                ? Uses.NO
                : boot ? Uses.YES : Uses.of(module, "ch.qos.logback", "logback-classic");
        if (logback.isPresent() && usesLogback != Uses.NO) {
            return new LoggingFiles(logback, Optional.empty(), usesLogback.isUnsure());
        }
        return log4j.isPresent() && usesLog4j != Uses.NO
                ? new LoggingFiles(Optional.empty(), log4j, usesLog4j.isUnsure())
                : NONE;
    }

    void add(ModuleFiles files, Launch launch, Optional<SpringSettings> spring, boolean another, Found found) {
        boolean conditional = another || unsure;
        logback.ifPresent(file -> Logback.add(file, files, launch, spring, conditional, found));
        log4j.ifPresent(file -> Log4j.add(file, launch, spring, conditional, found));
    }
}
