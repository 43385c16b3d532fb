package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Write.By;
import io.github.rootfsmaven.model.Write.Kind;
import io.github.rootfsmaven.resources.Found.What;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * What the settings of Spring Boot make it write. Names and defaults are those of its reference ("Common Application
 * Properties"); what happens where nothing is writable was seen on 3.4.5: without a base or session directory it does not
 * start; without its log file, the directory of Tomcat's access log or that of uploads it does. Undertow's factory for the
 * access log throws where it cannot make the directory ({@code AccessLogHttpHandlerFactory}).
 */
final class SpringWrites {
    private final Settings settings;
    private final boolean conditional;
    private final Found found;

    SpringWrites(Settings settings, boolean conditional, Found found) {
        this.settings = settings;
        this.conditional = conditional;
        this.found = found;
    }

    /** The file that {@code logging.file} asks for, which a logging configuration of the module's own may ignore. */
    static Optional<Setting> logFile(Settings settings) {
        return settings.get("logging.file.name")
                .filter(file -> !file.value().value().isBlank())
                .or(() -> settings.get("logging.file.path")
                        .filter(path -> !path.value().value().isBlank())
                        .map(path -> path.with(Text.join(List.of(path.value(), Text.literal("/spring.log"))))));
    }

    void log() {
        Optional<Setting> file = logFile(settings);
        file.ifPresent(setting -> log(setting, conditional));
        if (file.isEmpty()) {
            settings.get("logging.file").ifPresent(setting -> log(setting, true)); // counts before 2.3
        }
    }

    private void log(Setting file, boolean unsure) {
        found.add(
                new What(
                        By.LOGGING,
                        Kind.LOG,
                        unsure,
                        false,
                        Message.of("`{0}` makes Spring Boot write its log there", file.name()),
                        Optional.of(Message.of("leave `{0}` out, and the log goes to the console alone", file.name()))),
                file.value(),
                file.span());
    }

    void server() {
        settings.get("server.tomcat.basedir")
                .ifPresent(directory -> found.ofServer(
                        directory,
                        conditional,
                        true,
                        Message.of("`{0}` makes Tomcat keep its work files there", directory.name())));
        settings.get("spring.servlet.multipart.location")
                .filter(directory -> directory.value().value().startsWith("/"))
                .filter(directory -> settings.get("spring.servlet.multipart.enabled")
                        .filter(enabled -> !enabled.isTrue())
                        .isEmpty())
                .ifPresent(directory -> found.ofServer(
                        directory,
                        conditional,
                        false,
                        Message.of("`{0}` makes the server keep uploads there while it reads them", directory.name())));
        accessLogs();
        if (settings.isTrue("server.servlet.session.persistent")) {
            settings.get("server.servlet.session.store-dir")
                    .filter(directory -> directory.value().value().startsWith("/"))
                    .ifPresent(directory -> add(
                            By.SERVER,
                            Kind.PERSISTENT,
                            true,
                            directory,
                            "`{0}` makes the server keep its sessions there",
                            Message.of("leave `server.servlet.session.persistent` out, and they are in memory")));
        }
    }

    /** A relative directory of Tomcat's is below its base directory, which has a place of its own. */
    private void accessLogs() {
        if (settings.isTrue("server.tomcat.accesslog.enabled")) {
            settings.get("server.tomcat.accesslog.directory")
                    .filter(directory -> directory.value().value().startsWith("/"))
                    .ifPresent(directory -> accessLog("tomcat", directory));
        }
        if (settings.isTrue("server.jetty.accesslog.enabled")) {
            settings.get("server.jetty.accesslog.filename").ifPresent(file -> accessLog("jetty", file));
        }
        if (settings.isTrue("server.undertow.accesslog.enabled")) {
            settings.get("server.undertow.accesslog.dir")
                    .or(() -> settings.get("server.undertow.accesslog.enabled")
                            .map(enabled -> enabled.with(Text.literal("logs"))))
                    .ifPresent(directory -> accessLog("undertow", directory));
        }
    }

    private void accessLog(String server, Setting place) {
        add(
                By.SERVER,
                Kind.LOG,
                server.equals("undertow"),
                place,
                "`{0}` makes the server write its access log there",
                Message.of("set `{0}` to false", "server." + server + ".accesslog.enabled"));
    }

    private void add(By by, Kind kind, boolean stops, Setting setting, String does, Message avoidedBy) {
        found.add(
                new What(by, kind, conditional, stops, Message.of(does, setting.name()), Optional.of(avoidedBy)),
                setting.value(),
                setting.span());
    }
}
